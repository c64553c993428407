// The checks of the scorecard. Everything is put on the page as text, never as markup; what is open survives a change.
const STATES = new WeakMap();

export default function (component) {
  const { parentElement, setTriggerValue, setStateValue } = component;
  const [data] = component.data;
  const root = parentElement.querySelector(".checks");
  let state = STATES.get(root);
  if (!state) {
    state = { root, families: new Map(), chosen: data.chosen, shown: "" };
    STATES.set(root, state);
  }
  state.go = setTriggerValue;
  state.tell = setStateValue;
  const shown = JSON.stringify(data);
  if (shown !== state.shown) {
    state.shown = shown;
    state.data = data;
    draw(state);
  }
  return () => STATES.delete(root);
}

function draw(state) {
  const { root, data } = state;
  const focused = root.getRootNode().activeElement?.dataset?.id;
  root.replaceChildren(...data.families.map((family) => drawFamily(state, family)));
  if (focused) root.querySelector(`[data-id="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
}

function drawFamily(state, family) {
  const box = make("details", "family", [
    summary(`family:${family.id}`, [make("span", "title", family.name), make("span", "quiet", family.count)]),
    make("ul", "", family.rows.map((row) => drawRow(state, row))),
  ]);
  const remembered = state.families.get(family.id);
  const holdsChosen = family.rows.some((row) => row.id === state.chosen);
  box.open = holdsChosen || (remembered === undefined ? family.open : remembered);
  // A click, not the toggle: that one also fires when a family opens because it has something to see.
  box.querySelector("summary").addEventListener("click", () => state.families.set(family.id, !box.open));
  return box;
}

function drawRow(state, row) {
  const head = summary(`row:${row.id}`, [
    mark(row),
    make("span", "name", [row.name, make("span", "hidden", ` ${row.stateWord}`)]),
    make("span", "value", row.value),
    make("span", "quiet target", row.target),
    row.state === "good" ? "" : make("span", "advice", row.advice),
  ]);
  const box = make("details", "row", [head, make("div", "body", body(state, row))]);
  box.open = state.chosen === row.id;
  box.addEventListener("toggle", () => choose(state, row.id, box));
  return make("li", row.state, [box]);
}

// One check is open at a time: its places are marked in the article.
function choose(state, id, box) {
  const isChosen = state.chosen === id;
  if (box.open === isChosen) return;
  if (box.open) for (const other of state.root.querySelectorAll("details.row[open]")) if (other !== box) other.open = false;
  state.chosen = box.open ? id : isChosen ? "" : state.chosen;
  state.tell("chosen", state.chosen);
}

function body(state, row) {
  const { words } = state.data;
  const parts = [];
  if (row.state === "good") parts.push(make("p", "", row.advice));
  parts.push(make("p", "", row.why));
  parts.push(make("p", "rule", [make("strong", "", `${words.rule} `), row.rule]));
  parts.push(make("p", "quiet", [`${words.origin} `, ...origins(row.origins)]));
  if (row.places.length) {
    parts.push(make("p", "label", words.where));
    parts.push(make("ul", "places", row.places.map((place) => drawPlace(state, row, place))));
  }
  if (row.more) parts.push(make("p", "quiet", row.more));
  parts.push(make("p", "quiet", row.weight));
  return parts;
}

function origins(list) {
  return list.flatMap((origin, index) => {
    const text = origin.href ? make("a", "", origin.text) : origin.text;
    if (origin.href) Object.assign(text, { href: origin.href, target: "_blank", rel: "noreferrer noopener" });
    return index ? ["\u00a0· ", text] : [text];
  });
}

function drawPlace(state, row, place) {
  if (!place.quote) return make("li", "", make("span", "note", place.note));
  const button = make("button", "", [make("q", "", place.quote), make("span", "note", place.note)]);
  button.type = "button";
  button.dataset.id = `place:${row.id}:${place.index}`;
  button.disabled = !place.reachable;
  button.title = place.reachable ? state.data.words.go : "";
  button.addEventListener("click", () => state.go("go", { check: row.id, place: place.index, rev: state.data.rev, at: Date.now() }));
  return make("li", "", button);
}

function mark(row) {
  const sign = make("span", "mark", row.mark);
  sign.setAttribute("aria-hidden", "true");
  return sign;
}

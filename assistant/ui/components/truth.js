// The points to check, the decisions, and the source behind the sentence that is looked at. Everything is put on the
// page as text, never as markup. The article and this list talk through the window, without the server: a click on a
// sentence of the one shows it in the other.
const STATES = new WeakMap();
const MARKS = { altered: "▲", unsupported: "◆", supported: "●", decided: "✓", "not-a-claim": "○" };
const NAME = "intertitre-reviewer";
const WIDE = "(min-width: 641px)";

export default function (component) {
  const { parentElement, setTriggerValue } = component;
  const [data] = component.data;
  const root = parentElement.querySelector(".truth");
  let state = STATES.get(root);
  if (!state) {
    state = { root, chosen: "", form: null, folds: new Map(), shown: "", passage: 0 };
    STATES.set(root, state);
    state.announce = parentElement.querySelector(".announce");
    state.onSentence = (event) => look(state, event.detail.id, event.detail);
    window.addEventListener("intertitre:sentence", state.onSentence);
  }
  state.send = setTriggerValue;
  const shown = JSON.stringify(data);
  if (shown !== state.shown) {
    state.shown = shown;
    const before = state.data;
    state.data = data;
    takeIn(state, before);
    draw(state);
  }
  return () => {
    window.removeEventListener("intertitre:sentence", state.onSentence);
    STATES.delete(root);
  };
}

function takeIn(state, before) {
  const { data } = state;
  if (data.asking.length) {
    const [name, id, reference] = data.asking;
    state.chosen = id;
    state.form = { name, id, reference };
    state.focus = ".form input";
  } else if (state.form?.sent) state.form = null;
  moveOn(state);
  if (before && !data.sentences.some((sentence) => sentence.id === state.chosen)) state.chosen = "";
  const told = data.summary.map((count) => count.text).join(", ") || data.words.none;
  const was = before && (before.summary.map((count) => count.text).join(", ") || before.words.none);
  if (before && told !== was) state.announce.textContent = told;
}

// After a decision the next point has the focus: Enter opens it.
function moveOn(state) {
  const { data, decidedOn } = state;
  if (!decidedOn || data.points.some((point) => point.id === decidedOn.id)) return;
  state.decidedOn = null;
  const next = data.points[Math.min(decidedOn.place, data.points.length - 1)];
  state.focus = next ? `[data-id="point:${next.id}"]` : '[data-id="fold:decided"]';
}

// Show a sentence: its point where it is one, else a card with its passages.
function look(state, id, { focus = false } = {}) {
  if (!state.data.sentences.some((sentence) => sentence.id === id)) return;
  if (state.chosen !== id) Object.assign(state, { chosen: id, form: null, passage: 0, back: null });
  if (state.data.points.some((point) => point.id === id)) state.folds.set("points", true);
  else if (state.data.decided.some((decision) => decision.id === id)) state.folds.set("decided", true);
  draw(state);
  const shown = state.root.querySelector(".chosen");
  if (!shown) return;
  if (focus) {
    shown.scrollIntoView({ block: "nearest" });
    (shown.querySelector("summary, button") || shown).focus({ preventScroll: true });
  } else if (matchMedia(WIDE).matches) bringIntoColumn(shown);
}

// Scroll the column that holds the list, never the page: the sentence that was clicked stays where it is.
function bringIntoColumn(element) {
  let column = element.getRootNode().host;
  while (column && !(column.scrollHeight > column.clientHeight && /auto|scroll/.test(getComputedStyle(column).overflowY))) column = column.parentElement;
  if (!column || column === document.scrollingElement) return;
  const [inner, outer] = [element.getBoundingClientRect(), column.getBoundingClientRect()];
  if (inner.top < outer.top || inner.bottom > outer.bottom) column.scrollTop += inner.top - outer.top - 12;
}

function draw(state) {
  const { root, data } = state;
  const active = root.getRootNode().activeElement;
  const focused = active?.dataset?.id;
  const typed = active?.matches?.(".form input") ? active.value : null;
  const scrolled = root.querySelector(".sourcetext")?.scrollTop;
  const card = data.points.some((point) => point.id === state.chosen) || data.decided.some((row) => row.id && row.id === state.chosen) ? [] : sentenceCard(state);
  root.replaceChildren(head(state), ...card, ...points(state), ...decided(state), ...missing(state), ...originality(state));
  const pane = root.querySelector(".sourcetext");
  if (pane) scrollPane(state, pane, scrolled);
  const input = root.querySelector(".form input");
  if (typed !== null && input) input.value = typed;
  if (state.focus) {
    const target = root.querySelector(state.focus);
    target?.scrollIntoView({ block: "nearest" });
    target?.focus({ preventScroll: true });
    state.focus = "";
  } else if (focused) root.querySelector(`[data-id="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
}

function head(state) {
  const { data } = state;
  const counts = data.summary.length
    ? data.summary.map((count) => make("span", `count ${count.state}`, [sign(count.state), ` ${count.text}`]))
    : [make("span", "count none", data.sentences.length ? [sign("decided"), ` ${data.words.none}`] : "")];
  return make("p", "counts", counts);
}

function points(state) {
  const { data } = state;
  if (!data.points.length) return [];
  const rows = data.points.map((point) => pointRow(state, point));
  return [fold(state, "points", true, [make("span", "title", data.words.points), make("span", "quiet", String(data.points.length))], [make("ul", "rows", rows)])];
}

function pointRow(state, point) {
  const isChosen = state.chosen === point.id;
  const quote = make("span", "quote", point.parts.map(([text, named]) => (named ? make("b", "", text) : text)));
  quote.lang = state.data.language;
  const line = summary(`point:${point.id}`, [sign(point.state), make("span", "hidden", `${point.stateWord}. `), quote, make("span", "where", point.where)]);
  const box = make("details", `point ${point.state}${isChosen ? " chosen" : ""}`, [line]);
  box.open = isChosen;
  line.addEventListener("click", (event) => {
    event.preventDefault();
    const opens = state.chosen !== point.id;
    Object.assign(state, { chosen: opens ? point.id : "", form: null, passage: 0, back: null });
    draw(state);
    // Where the article is not beside the list, going there would leave the point that was just opened.
    if (opens && matchMedia(WIDE).matches) go(state, point.id);
  });
  if (isChosen) box.append(make("div", "body", [...point.notes.map((note) => make("p", "note", note)), ...source(state), ...decisions(state, point)]));
  return make("li", "", box);
}

function decisions(state, point) {
  if (state.form?.id === point.id && !state.form.sent) return [form(state)];
  const { words, reviewer } = state.data;
  const buttons = point.actions.map(([name, label]) => button(`act:${name}:${point.id}`, label, () => act(state, name, point.id), name.startsWith("put-back") ? "first" : ""));
  const name = myName(state);
  const signed = name ? [make("p", "quiet signed", [`${words.signed.replace("{name}", name)} `, button("sign", words.sign_change, () => ask(state, "sign", point.id), "link")])] : [];
  return [make("p", "acts", buttons), ...signed];
}

function act(state, name, id) {
  const needsReference = name === "elsewhere";
  if (!myName(state) || needsReference) return ask(state, name, id);
  tell(state, { name, id });
  if (name === "corrected") go(state, id);
}

function ask(state, name, id) {
  state.form = { name, id, reference: "" };
  state.focus = ".form input";
  draw(state);
}

// The name that decisions bear is asked for once; "sourced elsewhere" asks where.
function form(state) {
  const { words } = state.data;
  const { name, id, reference } = state.form;
  const asksName = name === "sign" || !myName(state);
  const asksReference = name === "elsewhere";
  const nameField = field("name", words.sign, myName(state), words.sign_why);
  const referenceField = field("reference", words.reference, reference, "");
  const send = (event) => {
    event.preventDefault();
    const by = (asksName ? nameField.input.value : myName(state)).trim();
    const where = referenceField.input.value.trim();
    if (!by) return nameField.input.focus();
    if (asksReference && !where) return referenceField.input.focus();
    keepName(by);
    state.form.sent = true;
    state.form = null;
    tell(state, { name, id, by, reference: where });
    draw(state);
    if (name === "corrected") go(state, id);
  };
  const submit = make("button", "first", asksReference ? words.reference_ok : words.sign_ok);
  submit.type = "submit";
  const cancel = button("cancel", words.cancel, () => {
    state.form = null;
    tell(state, { name: "sign" });
    draw(state);
  });
  const box = make("form", "form", [...(asksReference ? [referenceField.label] : []), ...(asksName ? [nameField.label] : []), make("p", "acts", [submit, cancel])]);
  box.addEventListener("submit", send);
  box.addEventListener("keydown", (event) => event.stopPropagation());
  return box;
}

function field(name, label, value, hint) {
  const input = make("input", "");
  Object.assign(input, { type: "text", name, value: value || "", maxLength: name === "name" ? 120 : 1000 });
  input.autocomplete = name === "name" ? "name" : "off";
  return { input, label: make("label", "", [make("span", "", label), input, hint ? make("span", "quiet", hint) : ""]) };
}

function tell(state, message) {
  const place = state.data.points.findIndex((point) => point.id === message.id);
  state.decidedOn = place < 0 || message.name === "corrected" ? null : { id: message.id, place };
  state.send("act", { by: myName(state), ...message, at: Date.now() });
}

function myName(state) {
  if (state.data.reviewer) return state.data.reviewer;
  try {
    return localStorage.getItem(NAME) || "";
  } catch {
    return "";
  }
}

function keepName(name) {
  try {
    localStorage.setItem(NAME, name);
  } catch {
    // The session remembers it too.
  }
}

// A sentence that no point is about: what it rests on.
function sentenceCard(state) {
  const sentence = state.data.sentences.find((each) => each.id === state.chosen);
  if (!sentence) return [];
  const { words } = state.data;
  const quote = make("span", "quote", sentence.words);
  quote.lang = state.data.language;
  const close = button("close", words.close, () => { state.chosen = ""; draw(state); }, "link");
  return [make("section", "card chosen", [make("p", "cardhead", [sign(sentence.state), quote, close]), ...(sentence.opinion ? [make("p", "note", sentence.opinion)] : []), ...source(state)])];
}

// The source, scrolled to the passage of the sentence; each passage leads back to the sentences that rest on it.
function source(state) {
  const { data } = state;
  const sentence = data.sentences.find((each) => each.id === state.chosen);
  if (!sentence) return [];
  if (!sentence.passages.length) return [make("p", "quiet", data.words.no_passage)];
  const number = Math.min(state.passage, sentence.passages.length - 1);
  const passage = sentence.passages[number];
  const shown = data.sources.find((each) => each.id === passage[0]);
  if (!shown) return [];
  const others = sentence.passages.length > 1
    ? [make("span", "steps", sentence.passages.map((_, place) => passageButton(state, place, place === number)))]
    : [];
  const text = make("div", "sourcetext", shown.parts.flatMap(([start, part], index) => [...(index ? [make("p", "gap", "[…]")] : []), ...pieces(state, shown, start, part, passage)]));
  Object.assign(text, { tabIndex: 0, lang: shown.language });
  text.setAttribute("role", "region");
  text.setAttribute("aria-label", `${data.words.source} ${shown.name}`);
  const back = state.back ? [make("p", "quiet", data.words.back), make("ul", "back", state.back.map((id) => make("li", "", backButton(state, id))))] : [];
  return [make("p", "sourcehead", [make("span", "quiet", shown.name), ...others]), text, ...back];
}

function passageButton(state, place, isShown) {
  const step = button(`passage:${place}`, String(place + 1), () => { state.passage = place; state.back = null; draw(state); }, isShown ? "step here" : "step");
  step.setAttribute("aria-label", `${state.data.words.passage} ${place + 1}`);
  step.setAttribute("aria-pressed", String(isShown));
  return step;
}

function pieces(state, shown, offset, part, [, from, to]) {
  const { sentences, words } = state.data;
  const characters = [...part]; // offsets count code points
  const own = sentences.flatMap((sentence) => sentence.passages.filter(([id]) => id === shown.id).map(([, start, end]) => ({ id: sentence.id, ...whole(characters, start - offset, end - offset) })));
  const here = whole(characters, from - offset, to - offset);
  const cuts = [...new Set([0, characters.length, here.start, here.end, ...own.flatMap(({ start, end }) => [start, end])])]
    .filter((cut) => cut >= 0 && cut <= characters.length).sort((one, other) => one - other);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1];
    const middle = (start + end) / 2;
    const ids = [...new Set(own.filter((each) => each.start <= middle && each.end >= middle).map((each) => each.id))];
    const isHere = middle >= here.start && middle <= here.end;
    const text = characters.slice(start, end).join("");
    if (!ids.length && !isHere) return text;
    const mark = make("mark", `${isHere ? "here " : ""}${ids.length ? "told" : ""}`.trim(), text);
    if (!ids.length) return mark;
    mark.tabIndex = isHere ? -1 : 0;
    mark.setAttribute("role", "button");
    mark.title = words.rest;
    const follow = () => goBack(state, ids);
    mark.addEventListener("click", follow);
    mark.addEventListener("keydown", (event) => event.key === "Enter" && follow());
    return mark;
  });
}

// A passage as it is shown: from its first word to the full stop or the bracket that closes it.
function whole(characters, start, end) {
  while (start >= 0 && start < end && /[\s.,;:!?…»)\]]/u.test(characters[start] ?? "x")) start += 1;
  while (end > 0 && end < characters.length && /[.!?…»”)\]]/u.test(characters[end])) end += 1;
  return { start, end };
}

// From a passage to the sentences that rest on it: at once where it is one, else a choice.
function goBack(state, ids) {
  if (ids.length === 1) {
    state.back = null;
    if (state.chosen !== ids[0]) Object.assign(state, { chosen: ids[0], passage: 0, form: null });
    draw(state);
    return go(state, ids[0]);
  }
  state.back = ids;
  draw(state);
}

function backButton(state, id) {
  const sentence = state.data.sentences.find((each) => each.id === id);
  return button(`back:${id}`, [make("span", "quote", sentence?.words || ""), make("span", "where", ` ${sentence?.where || ""}`)], () => go(state, id), "link");
}

function scrollPane(state, pane, scrolled) {
  const here = pane.querySelector(".here");
  const key = `${state.chosen}:${state.passage}`;
  if (state.paneOf === key && scrolled !== undefined) pane.scrollTop = scrolled;
  else if (here) pane.scrollTop = Math.max(0, here.offsetTop - pane.clientHeight / 4); // the pane is what it is placed in
  state.paneOf = key;
}

// Lead to a sentence in the article; the details below it are texts of their own.
function go(state, id) {
  const sentence = state.data.sentences.find((each) => each.id === id);
  if (!sentence) return;
  const { field: name, quote } = sentence.go;
  if (name !== "description" && name !== "slug") {
    window.dispatchEvent(new CustomEvent("intertitre:go", { detail: sentence.go }));
    return;
  }
  const host = document.querySelector(`[class*="st-key-surface_${name}_"] [data-testid="stBidiComponentIsolated"]`);
  const area = host?.shadowRoot?.querySelector("textarea") ?? [...document.querySelectorAll(`[class*="st-key-surface_${name}_"] *`)].map((each) => each.shadowRoot?.querySelector("textarea")).find(Boolean);
  if (!area) return;
  const start = Math.max(0, area.value.indexOf(quote));
  area.scrollIntoView({ block: "center" });
  area.focus({ preventScroll: true });
  area.setSelectionRange(start, start + quote.length);
}

function decided(state) {
  const { data } = state;
  if (!data.decided.length) return [];
  const rows = data.decided.map((row) => {
    const quote = make("span", `quote${row.kind === "removed" || row.after ? " gone" : ""}`, row.text);
    quote.lang = data.language;
    const after = row.after ? [make("span", "quote after", row.after)] : [];
    const isChosen = row.id && row.id === state.chosen;
    const box = make("div", `done${isChosen ? " chosen" : ""}`, [
      make("p", "", [sign("decided"), quote, ...after]),
      make("p", "quiet", [`${row.where}. ${row.what} `, button(`undo:${row.undo}`, data.words.undo, () => tell(state, { name: "withdraw", id: row.undo }), "link")]),
      ...(isChosen ? source(state) : []),
    ]);
    return make("li", "", box);
  });
  return [fold(state, "decided", false, [make("span", "title", data.decidedTitle)], [make("ul", "rows", rows)])];
}

// The facts of the sources that the article leaves out: one click puts one in where it belongs.
function missing(state) {
  const { data } = state;
  if (!data.missing.length) return [];
  const rows = data.missing.map((fact) => {
    const quote = make("span", "quote", fact.text);
    quote.lang = fact.language;
    const line = make("p", "", [make("span", "kind", fact.kind), " ", quote]);
    const where = fact.source ? [make("span", "quiet", fact.source)] : [];
    return make("li", "fact", [line, make("p", "acts", [button(`insert:${fact.id}`, fact.insert, () => tell(state, { name: "insert", id: fact.id })), ...where])]);
  });
  if (data.missingMore) rows.push(make("li", "quiet", data.missingMore));
  return [fold(state, "missing", false, [make("span", "title", data.missingTitle)], [make("ul", "rows", rows)])];
}

function originality(state) {
  const { originality: copied } = state.data;
  if (!copied) return [];
  const toggle = button("copied", copied.show, () => tell(state, { name: "copied" }));
  toggle.setAttribute("aria-pressed", String(copied.shown));
  const title = [make("span", "title", [copied.title, ...(copied.extracted ? [make("span", "quiet part", copied.extracted)] : [])])];
  const content = [
    make("p", "", copied.longest),
    ...(copied.overlaps.length ? [make("ul", "overlaps", copied.overlaps.map((line) => make("li", "", line)))] : []),
    make("p", "quiet", copied.rule),
    ...(copied.runs ? [make("p", "acts", toggle)] : []),
  ];
  return [fold(state, "originality", false, [...title, sign(copied.state)], [make("div", "copied", content)])];
}

function fold(state, name, open, line, content) {
  const box = make("details", "fold", [summary(`fold:${name}`, line), ...content]);
  box.open = state.folds.get(name) ?? open;
  box.querySelector("summary").addEventListener("click", () => state.folds.set(name, !box.open));
  return box;
}

function sign(name) {
  const mark = make("span", `sign ${name}`, MARKS[name] || "○");
  mark.setAttribute("aria-hidden", "true");
  return mark;
}

function button(id, label, action, name = "") {
  const element = make("button", name, label);
  element.type = "button";
  element.dataset.id = id;
  element.addEventListener("click", action);
  return element;
}

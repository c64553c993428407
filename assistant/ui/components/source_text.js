// A cleaned source: what stays, what was removed folded in its place, repairs as a diff; a click changes one of them.
// Everything is put on the page as text, never as markup. What is open, and the place in the text, survive a change.
const STATES = new WeakMap();
const RUN = 3; // as many removed texts in a row are folded into one line

export default function (component) {
  const { parentElement, setTriggerValue } = component;
  const [data] = component.data;
  const root = parentElement.querySelector(".source");
  let state = STATES.get(root);
  if (!state) {
    state = { root, open: new Set(), editing: false, shown: "", number: Date.now() };
    STATES.set(root, state);
    state.announce = parentElement.querySelector(".announce");
  }
  state.send = setTriggerValue;
  const shown = JSON.stringify(data);
  if (shown !== state.shown) {
    if (state.acted && state.shown) state.announce.textContent = data.words.done;
    state.acted = false;
    state.shown = shown;
    state.data = data;
    draw(state);
  }
  return () => STATES.delete(root);
}

function draw(state) {
  const { data, root } = state;
  const scrolled = root.querySelector(".sourcetext")?.scrollTop || 0;
  const focused = root.getRootNode().activeElement && root.contains(root.getRootNode().activeElement);
  const text = make("div", "sourcetext", parts(state));
  text.tabIndex = 0;
  text.setAttribute("role", "region");
  text.setAttribute("aria-label", data.words.text);
  text.lang = data.language;
  root.replaceChildren(...flags(state), ...proposals(state), changes(state), text);
  text.scrollTop = scrolled;
  if (focused) text.focus({ preventScroll: true });
}

function flags(state) {
  return state.data.flags.map((flag) => {
    const box = make("div", "flag", [make("p", "why", flag.why), make("blockquote", "", flag.text)]);
    box.append(action(state, "unflag", flag.index, state.data.words.unflag, flag.label));
    return box;
  });
}

function proposals(state) {
  const { proposals, words } = state.data;
  if (!proposals.items.length) return [];
  const rows = proposals.items.map((repair) => repairRow(state, repair, "accept", words.accept));
  return [make("div", "proposals", [make("p", "head", proposals.title), make("ul", "", rows)])];
}

function changes(state) {
  const { repairs, summary, words } = state.data;
  const line = make("div", "line", [make("span", "quiet", summary), editSwitch(state)]);
  if (!repairs.groups.length) return make("div", "changes", [line]);
  const groups = repairs.groups.map((group) => {
    const rows = group.items.map((repair) => repairRow(state, repair, "undo", words.undo));
    if (group.more) rows.push(make("li", "quiet", group.more));
    if (!rows.length) return make("p", "kind", group.title);
    const list = make("ul", "", rows);
    return group.folded
      ? fold(state, `kind:${group.kind}`, "group", [make("span", "kind", group.title)], [list])
      : make("div", "group", [make("p", "kind", group.title), list]);
  });
  return make("div", "changes", [line, fold(state, "repairs", "repairs", [make("span", "", repairs.title)], groups)]);
}

function editSwitch(state) {
  const button = make("button", "link edit", state.editing ? state.data.words.editDone : state.data.words.edit);
  button.type = "button";
  button.setAttribute("aria-pressed", String(state.editing));
  button.addEventListener("click", () => {
    state.editing = !state.editing;
    draw(state);
    state.root.querySelector(".edit").focus();
  });
  return button;
}

function repairRow(state, repair, name, word) {
  const diff = make("span", "diff", repair.diff.map(([mark, text]) => make({ "-": "del", "+": "ins" }[mark] || "span", "", text)));
  diff.lang = state.data.language;
  const row = make("li", "", [diff]);
  if (repair.label) row.append(action(state, name, repair.index, word, repair.label));
  return row;
}

function parts(state) {
  const { data } = state;
  const made = data.dek ? [make("p", "dek", data.dek)] : [];
  let run = [];
  const close = () => {
    if (run.length < RUN) made.push(...run.map((part) => removed(state, part)));
    else made.push(removedRun(state, run));
    run = [];
  };
  for (const part of data.parts) {
    if (part.removed) run.push(part);
    else {
      close();
      made.push(block(state, part));
    }
  }
  close();
  if (data.more) made.push(make("p", "quiet", data.more));
  return made;
}

function block(state, part) {
  const name = { subheading: "h4", quote: "blockquote" }[part.kind] || "p";
  const text = make(name, part.kind === "list" ? "item" : "", part.text);
  if (!state.editing) return text;
  const { words } = state.data;
  const isHeading = part.kind === "subheading";
  const tools = make("div", "tools", [
    action(state, isHeading ? "paragraph" : "subheading", part.index, isHeading ? words.asParagraph : words.asSubheading, part.turn),
    action(state, "remove", part.index, words.remove, part.label),
  ]);
  return make("div", "editable", [text, tools]);
}

function removed(state, part) {
  const head = [make("span", "category", part.category), make("span", "start", part.start)];
  const folded = fold(state, `removed:${part.text}`, "removed", head, [make("p", "", part.text)]);
  return make("div", "taken", [folded, action(state, "restore", part.index, state.data.words.restore, part.label)]);
}

function removedRun(state, run) {
  const names = [...new Set(run.map((part) => part.category))].join(", ");
  const title = state.data.words.removedRun.replace("{count}", run.length);
  const head = [make("span", "category", title), make("span", "start", names)];
  return fold(state, `run:${run[0].text}`, "removed run", head, run.map((part) => removed(state, part)));
}

function action(state, name, index, word, label) {
  const button = make("button", "link", word);
  button.type = "button";
  button.setAttribute("aria-label", label);
  button.title = label;
  button.addEventListener("click", () => {
    state.acted = true;
    state.number += 1;
    state.send("act", { name, index, rev: state.data.rev, number: state.number });
  });
  return button;
}

function fold(state, key, className, head, content) {
  const details = make("details", className, [make("summary", "", head), ...content]);
  details.open = state.open.has(key);
  details.addEventListener("toggle", () => state.open[details.open ? "add" : "delete"](key));
  return details;
}

function make(name, className, content) {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (typeof content === "string") element.textContent = content;
  else if (content) element.append(...content);
  return element;
}

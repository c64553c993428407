// The commands of the page, by name and without a mouse: F1 (or Ctrl+K outside the article) opens the palette, Ctrl+/
// the sheet of shortcuts, F6 goes from panel to panel. A command presses a button, follows a link or goes to a panel
// that is on the page: what the page does not offer at this moment is not listed.
let current;

export default function ({ data, parentElement }) {
  const sheet = parentElement.querySelector(".sheet");
  const palette = parentElement.querySelector(".palette");
  if (current?.palette !== palette) {
    if (current) document.removeEventListener("keydown", current.onKey, true);
    current = { palette, sheet, chosen: 0 };
    current.onKey = (event) => pressed(current, event);
    document.addEventListener("keydown", current.onKey, true);
    bind(current);
  }
  const mine = current;
  mine.data = data[0];
  fillSheet(mine);
  const open = parentElement.querySelector(".open");
  open.textContent = mine.data.words.open;
  open.onclick = () => show(mine);
  return () => {
    document.removeEventListener("keydown", mine.onKey, true);
    if (current === mine) current = undefined;
  };
}

function pressed(state, event) {
  if (event.isComposing || state.palette.open || state.sheet.open) return;
  const control = event.ctrlKey || event.metaKey;
  const inArticle = event.composedPath().some((node) => node.isContentEditable);
  if (event.key === "F1" || (event.key.toLowerCase() === "k" && control && !event.shiftKey && !event.altKey && !inArticle)) show(state);
  else if (event.key === "/" && control) state.sheet.showModal();
  else if (event.key === "F6") cycle(state, event.shiftKey ? -1 : 1);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function bind(state) {
  const { palette, sheet } = state;
  state.input = palette.querySelector("input");
  state.list = palette.querySelector("ul");
  state.input.addEventListener("input", () => list(state, 0));
  for (const dialog of [palette, sheet]) {
    dialog.addEventListener("keydown", (event) => {
      if (dialog === palette) steer(state, event);
      event.stopPropagation(); // or Streamlit's own shortcuts (r, c) would fire
    });
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
    dialog.querySelector(".close").addEventListener("click", () => dialog.close());
  }
}

function show(state) {
  const { words } = state.data;
  state.palette.setAttribute("aria-label", words.palette);
  state.input.setAttribute("aria-label", words.search);
  state.input.placeholder = words.search;
  state.palette.querySelector(".close").textContent = words.close;
  state.list.setAttribute("aria-label", words.commands);
  state.input.value = "";
  state.palette.showModal();
  list(state, 0);
  state.input.focus();
}

function target(command) {
  const found = document.querySelector(command.target);
  return found && !found.disabled && found.getAttribute("aria-disabled") !== "true" ? found : null;
}

function list(state, chosen) {
  const wanted = plain(state.input.value).split(/\s+/).filter(Boolean);
  state.found = state.data.commands.filter(
    (command) => (command.kind === "sheet" || target(command)) && wanted.every((word) => plain(command.label).includes(word)),
  );
  state.chosen = Math.max(0, Math.min(chosen, state.found.length - 1));
  state.list.replaceChildren(...state.found.map((command, index) => row(state, command, index)));
  state.palette.querySelector(".none").textContent = state.found.length ? "" : state.data.words.none;
  const id = state.found.length ? `command-${state.chosen}` : "";
  state.input.setAttribute("aria-activedescendant", id);
  state.list.children[state.chosen]?.scrollIntoView({ block: "nearest" });
}

function row(state, command, index) {
  const item = document.createElement("li");
  item.id = `command-${index}`;
  item.setAttribute("role", "option");
  item.setAttribute("aria-selected", String(index === state.chosen));
  item.append(command.label);
  if (command.keys) item.append(keysOf(command.keys));
  item.addEventListener("click", () => run(state, command));
  return item;
}

function steer(state, event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) list(state, (state.chosen + step + state.found.length) % Math.max(state.found.length, 1));
  else if (event.key === "Enter" && !event.isComposing && state.found[state.chosen]) run(state, state.found[state.chosen]);
  else return;
  event.preventDefault();
}

function run(state, command) {
  state.palette.close();
  if (command.kind === "sheet") return state.sheet.showModal();
  const found = target(command);
  if (command.kind === "panel") return goTo(found);
  found.focus();
  found.click();
}

function cycle(state, step) {
  const panels = state.data.panels.map((selector) => document.querySelector(selector)).filter(Boolean);
  if (!panels.length) return;
  const here = panels.findIndex((panel) => panel === state.panel && panel.isConnected);
  goTo(panels[here < 0 ? (step > 0 ? 0 : panels.length - 1) : (here + step + panels.length) % panels.length], state);
}

function goTo(panel, state = current) {
  state.panel = panel;
  const heading = panel.querySelector("h1, h2") || panel;
  heading.tabIndex = -1;
  heading.scrollIntoView({ block: "start", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  heading.focus({ preventScroll: true });
}

function fillSheet(state) {
  const { words, shortcuts } = state.data;
  const { sheet } = state;
  const written = JSON.stringify([words, shortcuts]);
  if (state.written === written) return;
  state.written = written;
  sheet.setAttribute("aria-label", words.shortcuts);
  sheet.querySelector("h2").textContent = words.shortcuts;
  sheet.querySelector(".close").textContent = words.close;
  const groups = shortcuts.map(([title, rows]) => {
    const heading = document.createElement("h3");
    heading.textContent = title;
    const lines = document.createElement("dl");
    for (const [keys, what] of rows) {
      const term = document.createElement("dt");
      term.append(keysOf(keys));
      const meaning = document.createElement("dd");
      meaning.textContent = what;
      lines.append(term, meaning);
    }
    const group = document.createElement("section");
    group.append(heading, lines);
    return group;
  });
  sheet.querySelector(".groups").replaceChildren(...groups);
}

function keysOf(keys) {
  const span = document.createElement("span");
  span.className = "keys";
  keys.split(" ").forEach((key) => {
    const mark = document.createElement("kbd");
    mark.textContent = key;
    span.append(mark);
  });
  return span;
}

function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[’‘]/gu, "'").toLowerCase();
}

// The outline board: one row a heading, by keyboard and by mouse.
// Enter adds a row below, Backspace in an empty row deletes it, Alt+Up/Down moves, Tab/Shift+Tab makes an H3/H2 (Escape
// first lets Tab leave the board), Ctrl+Alt+Z undoes. The browser owns the rows; `rev` replaces them.
const STATES = new WeakMap();
const RETRY_MS = 2000;
const ASIDE_MS = 400; // away from the edit itself: one message of Streamlit holds one fragment only
const PAUSE_MS = 250;
const UNDO_STEPS = 100;

export default function (component) {
  const { parentElement, setStateValue } = component;
  const [data] = component.data;
  const list = parentElement.querySelector("ul");
  let state = STATES.get(list);
  if (!state) {
    const origin = Date.now();
    state = { rev: -1, rows: [], undo: [], number: origin, sent: origin, acknowledged: origin, origin, timer: 0, attempt: 0 };
    STATES.set(list, state);
    state.list = list;
    state.announce = parentElement.querySelector(".announce");
    state.add = parentElement.querySelector(".add");
    state.add.addEventListener("click", () => insert(state, state.rows.length, 2));
    state.retry = setInterval(() => {
      if (state.sent <= state.acknowledged || performance.now() < (window.intertitreLeaving || 0)) return;
      transmit(state);
      setTimeout(() => window.dispatchEvent(new Event("intertitre:unheard")), ASIDE_MS);
    }, RETRY_MS);
  }
  state.send = setStateValue;
  state.words = data.words;
  state.facts = new Map(data.rows.map((row) => [row.id, row]));
  list.setAttribute("aria-label", data.words.board);
  state.add.textContent = `+ ${data.words.add}`;
  if (data.acknowledged >= state.origin) state.acknowledged = Math.max(state.acknowledged, data.acknowledged);
  if (data.rev > state.rev) {
    const dirty = state.number > state.acknowledged;
    state.rev = data.rev;
    if (dirty) transmit(state);
    else state.rows = data.rows.map(({ id, level, heading }) => ({ id, level, heading }));
  }
  draw(state);
  return () => {
    flush(state);
    clearInterval(state.retry);
    STATES.delete(list);
  };
}

function changed(state, pause) {
  state.number += 1;
  clearTimeout(state.timer);
  state.timer = setTimeout(() => flush(state), pause);
}

function flush(state) {
  clearTimeout(state.timer);
  if (state.number === state.sent) return;
  state.sent = state.number;
  transmit(state);
}

function transmit(state) {
  state.attempt += 1;
  const shown = [...new Set([...state.facts.keys(), ...state.rows.map((row) => row.id)])];
  state.send("edit", { rows: state.rows.map((row) => ({ ...row })), shown, number: state.sent, attempt: state.attempt });
}

function remember(state) {
  state.undo.push(JSON.stringify(state.rows));
  if (state.undo.length > UNDO_STEPS) state.undo.shift();
}

function undo(state) {
  if (!state.undo.length) return;
  const place = state.rows.findIndex((row) => row.id === focusedRow(state));
  state.rows = JSON.parse(state.undo.pop());
  draw(state);
  // The row in which the cursor was may be gone: without a row in focus the next undo would not be heard.
  if (!focusedRow(state)) focus(state, state.rows[Math.min(Math.max(place, 0), state.rows.length - 1)]?.id);
  say(state, state.words.undone);
  changed(state, 0);
}

function insert(state, index, level) {
  remember(state);
  const row = { id: crypto.getRandomValues(new Uint32Array(2)).join("-"), level, heading: "" };
  state.rows.splice(index, 0, row);
  draw(state);
  focus(state, row.id);
  changed(state, PAUSE_MS);
}

function remove(state, index) {
  remember(state);
  state.rows.splice(index, 1);
  draw(state);
  const next = state.rows[Math.max(0, index - 1)];
  if (next) focus(state, next.id);
  else state.add.focus();
  say(state, state.words.deleted);
  changed(state, 0);
}

function move(state, from, to, control) {
  if (to < 0 || to >= state.rows.length || from === to) return;
  remember(state);
  const [row] = state.rows.splice(from, 1);
  state.rows.splice(to, 0, row);
  draw(state);
  focus(state, row.id, control);
  say(state, fill(state.words.moved, { heading: row.heading, place: to + 1, total: state.rows.length }));
  changed(state, 0);
}

function setLevel(state, index, level, control) {
  remember(state);
  state.rows[index].level = level;
  draw(state);
  focus(state, state.rows[index].id, control);
  say(state, `H${level}`);
  changed(state, 0);
}

function draw(state) {
  const known = new Map([...state.list.children].map((item) => [item.dataset.id, item]));
  state.rows.forEach((row, index) => {
    const item = known.get(row.id) || makeItem(state, row.id);
    known.delete(row.id);
    fillItem(state, item, row, index);
    if (state.list.children[index] !== item) state.list.insertBefore(item, state.list.children[index] || null);
  });
  known.forEach((item) => item.remove());
}

function makeItem(state, id) {
  const item = document.createElement("li");
  item.dataset.id = id;
  item.innerHTML =
    '<span class="grip" draggable="true" aria-hidden="true">⠿</span><button type="button" class="level"></button>' +
    '<div class="field"><input><span class="facts"></span></div>' +
    '<button type="button" class="up">↑</button><button type="button" class="down">↓</button>' +
    '<button type="button" class="delete">×</button>';
  const here = () => state.rows.findIndex((row) => row.id === id);
  const input = item.querySelector("input");
  input.addEventListener("input", () => {
    state.rows[here()].heading = input.value;
    changed(state, PAUSE_MS);
  });
  input.addEventListener("blur", () => flush(state));
  input.addEventListener("keydown", (event) => pressed(state, event, input, here()));
  item.querySelector(".level").addEventListener("click", () => setLevel(state, here(), state.rows[here()].level === 2 ? 3 : 2, ".level"));
  item.querySelector(".up").addEventListener("click", () => move(state, here(), here() - 1, ".up"));
  item.querySelector(".down").addEventListener("click", () => move(state, here(), here() + 1, ".down"));
  item.querySelector(".delete").addEventListener("click", () => remove(state, here()));
  makeDraggable(state, item, id, here);
  return item;
}

function pressed(state, event, input, index) {
  const level = state.rows[index].level;
  const actions = {
    Enter: () => insert(state, index + 1, level),
    Backspace: () => !input.value && remove(state, index),
    ArrowUp: () => (event.altKey ? move(state, index, index - 1) : focus(state, state.rows[index - 1]?.id)),
    ArrowDown: () => (event.altKey ? move(state, index, index + 1) : focus(state, state.rows[index + 1]?.id)),
    Tab: () => setLevel(state, index, event.shiftKey ? 2 : 3),
    Escape: () => (state.leaving = true),
    z: () => undo(state),
  };
  const applies = {
    Backspace: !input.value,
    Tab: !state.leaving && level === (event.shiftKey ? 3 : 2),
    z: event.altKey && (event.ctrlKey || event.metaKey),
  };
  if (!event.isComposing && event.key in actions && (applies[event.key] ?? true)) {
    if (event.key !== "Escape") event.preventDefault();
    actions[event.key]();
  }
  if (event.key !== "Escape" && event.key !== "Shift") state.leaving = false;
  event.stopPropagation(); // or Streamlit's own shortcuts (r, c) would fire while typing
}

function makeDraggable(state, item, id, here) {
  const grip = item.querySelector(".grip");
  grip.addEventListener("dragstart", (event) => {
    state.dragged = id;
    event.dataTransfer.setDragImage(item, 10, 10);
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", id);
    item.classList.add("dragged");
  });
  grip.addEventListener("dragend", () => item.classList.remove("dragged"));
  item.addEventListener("dragover", (event) => {
    if (!state.dragged) return;
    event.preventDefault();
    item.classList.add("over");
  });
  item.addEventListener("dragleave", () => item.classList.remove("over"));
  item.addEventListener("drop", (event) => {
    event.preventDefault();
    item.classList.remove("over");
    const from = state.rows.findIndex((row) => row.id === state.dragged);
    state.dragged = null;
    if (from >= 0) move(state, from, here() > from ? here() - 1 : here());
  });
}

function fillItem(state, item, row, index) {
  const place = { number: index + 1, total: state.rows.length, level: row.level };
  const facts = state.facts.get(row.id);
  item.className = `h${row.level} ${facts ? facts.state : "empty"}`;
  const input = item.querySelector("input");
  if (input.value !== row.heading) input.value = row.heading;
  input.placeholder = state.words.placeholder;
  input.setAttribute("aria-label", fill(state.words.heading, place));
  item.querySelector(".facts").textContent = facts ? facts.facts : "";
  const level = item.querySelector(".level");
  level.textContent = `H${row.level}`;
  const labels = { level: "level", up: "up", down: "down", delete: "delete" };
  for (const [name, word] of Object.entries(labels)) {
    const button = item.querySelector(`.${name}`);
    button.setAttribute("aria-label", fill(state.words[word], place));
    button.title = fill(state.words[word], place);
  }
  item.querySelector(".up").disabled = index === 0;
  item.querySelector(".down").disabled = index === state.rows.length - 1;
}

function focus(state, id, control) {
  if (!id) return;
  const item = [...state.list.children].find((child) => child.dataset.id === id);
  const wanted = item?.querySelector(control || "input");
  (wanted && !wanted.disabled ? wanted : item?.querySelector("input"))?.focus();
}

function focusedRow(state) {
  return state.list.getRootNode().activeElement?.closest("li")?.dataset.id;
}

function say(state, words) {
  state.announce.textContent = words;
}

function fill(words, values) {
  return words.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
}

// The outline board: one row a heading, by keyboard and by mouse.
// Enter adds a row below, Backspace in an empty row deletes it, Alt+Up/Down moves, Tab/Shift+Tab makes an H3/H2 (Escape
// first lets Tab leave the board; who only comes by with Tab goes on with Tab), Ctrl+Alt+Z undoes and Ctrl+Alt+Y redoes. The browser owns the rows; `rev` replaces
// them. A row carries a target of words only when it was set here: otherwise the server's stands.
const STATES = new WeakMap();
const RETRY_MS = 2000;
const ASIDE_MS = 400; // away from the edit itself: one message of Streamlit holds one fragment only
const PAUSE_MS = 250;
const UNDO_STEPS = 100;
const TARGET_STEP = 10;
const MARKS = { empty: "○", running: "◔", written: "●", edited: "✎", incomplete: "◑", points: "◆" };

export default function (component) {
  const { parentElement, setStateValue, setTriggerValue } = component;
  const [data] = component.data;
  const list = parentElement.querySelector("ul");
  let state = STATES.get(list);
  if (!state) {
    const origin = Date.now();
    state = { rev: -1, rows: [], past: [], future: [], open: new Set(), number: origin, sent: origin, acknowledged: origin, origin, timer: 0, attempt: 0 };
    STATES.set(list, state);
    state.list = list;
    state.announce = parentElement.querySelector(".announce");
    for (const name of ["add", "undo", "redo"]) state[`${name}Button`] = parentElement.querySelector(`.${name}`);
    state.addButton.addEventListener("click", () => insert(state, state.rows.length, 2));
    state.undoButton.addEventListener("click", () => travel(state, "past", "future", state.words.undone));
    state.redoButton.addEventListener("click", () => travel(state, "future", "past", state.words.redone));
    state.retry = setInterval(() => {
      if (state.sent <= state.acknowledged || !mayRepeat(state.sentAt)) return;
      transmit(state);
      setTimeout(() => window.dispatchEvent(new Event("intertitre:unheard")), ASIDE_MS);
    }, RETRY_MS);
    state.onLeave = () => flush(state);
    state.onKey = (event) => (state.keyDown = event.type === "keydown" ? event.key : "");
    for (const name of ["keydown", "keyup"]) document.addEventListener(name, state.onKey, true);
    window.addEventListener("intertitre:leave", state.onLeave);
  }
  state.send = setStateValue;
  state.trigger = setTriggerValue;
  state.words = data.words;
  state.facts = new Map(data.rows.map((row) => [row.id, row]));
  list.setAttribute("aria-label", data.words.board);
  parentElement.querySelector(".tools").hidden = false; // its buttons have names from here on
  state.addButton.textContent = `+ ${data.words.add}`;
  parentElement.querySelector(".hint").textContent = data.words.hint;
  label(state.undoButton, data.words.undo);
  label(state.redoButton, data.words.redo);
  if (data.acknowledged >= state.origin) state.acknowledged = Math.max(state.acknowledged, data.acknowledged);
  const dirty = state.number > state.acknowledged;
  if (data.rev > state.rev && dirty) transmit(state);
  // A board that is put on the page anew may have begun with rows that its forerunner had changed a moment before.
  else if (!dirty && (data.rev > state.rev || !tellsTheSame(state.rows, data.rows))) {
    state.rows = data.rows.map(({ id, level, heading }) => ({ id, level, heading }));
  }
  state.rev = Math.max(state.rev, data.rev);
  if (state.number <= state.acknowledged) {
    unsaved().delete(state);
    for (const row of state.rows) if (state.facts.get(row.id)?.target === row.target) delete row.target;
  }
  draw(state);
  return () => {
    flush(state);
    clearTimeout(state.timer);
    clearInterval(state.retry);
    window.removeEventListener("intertitre:leave", state.onLeave);
    for (const name of ["keydown", "keyup"]) document.removeEventListener(name, state.onKey, true);
    unsaved().delete(state);
    STATES.delete(list);
  };
}

// Whether the server has the rows, blanks aside: those at the end of what is being typed are not its business.
function tellsTheSame(rows, others) {
  const told = (list) => JSON.stringify(list.map(({ id, level, heading }) => [id, level, heading.trim().split(/\s+/).join(" ")]));
  return told(rows) === told(others);
}

function changed(state, pause) {
  state.number += 1;
  unsaved().add(state);
  clearTimeout(state.timer);
  state.timer = setTimeout(() => flush(state), pause);
}

function flush(state) {
  clearTimeout(state.timer);
  if (state.number === state.sent) return;
  if (isLeaving()) return void (state.timer = setTimeout(() => flush(state), RETRY_MS));
  state.sent = state.number;
  transmit(state);
}

function transmit(state) {
  state.sentAt = performance.now();
  state.attempt += 1;
  const shown = [...new Set([...state.facts.keys(), ...state.rows.map((row) => row.id)])];
  state.send("edit", { rows: state.rows.map((row) => ({ ...row })), shown, number: state.sent, attempt: state.attempt });
}

// Targets are part of what is remembered, so that undoing a target brings the old one back.
function snapshot(state) {
  return JSON.stringify(state.rows.map((row) => ({ ...row, target: targetOf(state, row) })));
}

function remember(state) {
  state.past.push(snapshot(state));
  state.future = [];
  if (state.past.length > UNDO_STEPS) state.past.shift();
}

function travel(state, from, to, words) {
  if (!state[from].length) return;
  const place = state.rows.findIndex((row) => row.id === focusedRow(state));
  const button = [state.undoButton, state.redoButton].includes(root(state).activeElement);
  state[to].push(snapshot(state));
  state.rows = JSON.parse(state[from].pop());
  draw(state);
  // The row in which the cursor was may be gone: without a row in focus the next undo would not be heard.
  if (!focusedRow(state) && !button) focus(state, state.rows[Math.min(Math.max(place, 0), state.rows.length - 1)]?.id);
  say(state, words);
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
  else state.addButton.focus();
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

function setTarget(state, index, value) {
  const target = Math.max(0, Math.min(9999, Math.round(Number(value) || 0)));
  if (target === targetOf(state, state.rows[index])) return draw(state);
  remember(state);
  state.rows[index].target = target;
  draw(state);
  changed(state, 0);
}

function targetOf(state, row) {
  return row.target ?? state.facts.get(row.id)?.target ?? 0;
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
  state.undoButton.disabled = !state.past.length;
  state.redoButton.disabled = !state.future.length;
}

function makeItem(state, id) {
  const item = document.createElement("li");
  item.dataset.id = id;
  item.innerHTML =
    '<span class="grip" draggable="true" aria-hidden="true">⠿</span><button type="button" class="level"></button>' +
    '<input class="heading" type="text">' +
    '<div class="facts"><span class="state"><span class="mark" aria-hidden="true"></span><span class="what"></span></span>' +
    '<label class="aim"><span class="written"></span><input class="target" type="number" min="0" max="9999"><span class="unit"></span></label>' +
    '<button type="button" class="passages"></button><span class="key"></span></div>' +
    '<div class="moves"><button type="button" class="go">→</button><button type="button" class="up">↑</button><button type="button" class="down">↓</button>' +
    '<button type="button" class="delete">×</button></div><ol class="texts" hidden></ol>';
  const here = () => state.rows.findIndex((row) => row.id === id);
  const input = item.querySelector(".heading");
  input.addEventListener("focus", () => {
    state.before = snapshot(state);
    state.passing = state.keyDown === "Tab";
  });
  input.addEventListener("pointerdown", () => (state.passing = false));
  input.addEventListener("input", () => {
    if (state.before) {
      state.past.push(state.before); // one step for all that is typed into a heading at one go
      state.future = [];
      state.before = null;
      state.undoButton.disabled = false;
    }
    state.rows[here()].heading = input.value;
    changed(state, PAUSE_MS);
  });
  input.addEventListener("blur", () => flush(state));
  input.addEventListener("keydown", (event) => pressed(state, event, input, here()));
  item.querySelector(".level").addEventListener("click", () => setLevel(state, here(), state.rows[here()].level === 2 ? 3 : 2, ".level"));
  item.querySelector(".up").addEventListener("click", () => move(state, here(), here() - 1, ".up"));
  item.querySelector(".down").addEventListener("click", () => move(state, here(), here() + 1, ".down"));
  item.querySelector(".delete").addEventListener("click", () => remove(state, here()));
  item.querySelector(".go").addEventListener("click", () => goToText(state, id));
  item.querySelector(".passages").addEventListener("click", () => {
    if (!state.open.delete(id)) state.open.add(id);
    draw(state);
  });
  const target = item.querySelector(".target");
  target.step = TARGET_STEP;
  target.addEventListener("change", () => setTarget(state, here(), target.value));
  target.addEventListener("keydown", (event) => {
    if (event.key === "Enter") setTarget(state, here(), target.value);
    event.stopPropagation();
  });
  makeDraggable(state, item, id, here);
  return item;
}

function goToText(state, id) {
  flush(state);
  state.trigger("go", { id, number: Date.now() });
}

function pressed(state, event, input, index) {
  const level = state.rows[index].level;
  const control = event.ctrlKey || event.metaKey;
  const actions = {
    Enter: () => (control ? goToText(state, state.rows[index].id) : insert(state, index + 1, level)),
    Backspace: () => remove(state, index),
    ArrowUp: () => (event.altKey ? move(state, index, index - 1) : focus(state, state.rows[index - 1]?.id)),
    ArrowDown: () => (event.altKey ? move(state, index, index + 1) : focus(state, state.rows[index + 1]?.id)),
    Tab: () => setLevel(state, index, event.shiftKey ? 2 : 3),
    Escape: () => (state.leaving = true),
    z: () => travel(state, "past", "future", state.words.undone),
    y: () => travel(state, "future", "past", state.words.redone),
  };
  const applies = {
    Backspace: !input.value,
    Tab: !state.leaving && !state.passing && level === (event.shiftKey ? 3 : 2),
    z: event.altKey && control,
    y: event.altKey && control,
  };
  if (/^F\d/.test(event.key)) return; // the page's own keys
  if (!event.isComposing && event.key in actions && (applies[event.key] ?? true)) {
    if (event.key !== "Escape") event.preventDefault();
    actions[event.key]();
  }
  if (event.key !== "Escape" && event.key !== "Shift") state.leaving = false;
  if (event.key !== "Tab" && event.key !== "Shift") state.passing = false;
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
    const from = state.rows.findIndex((row) => row.id === state.dragged);
    item.classList.toggle("below", from < here());
    item.classList.add("over");
  });
  item.addEventListener("dragleave", () => item.classList.remove("over", "below"));
  item.addEventListener("drop", (event) => {
    event.preventDefault();
    item.classList.remove("over", "below");
    const from = state.rows.findIndex((row) => row.id === state.dragged);
    state.dragged = null;
    if (from >= 0) move(state, from, here());
  });
}

function fillItem(state, item, row, index) {
  const place = { number: index + 1, total: state.rows.length, level: row.level };
  const facts = state.facts.get(row.id) || { state: "empty", what: state.words.new, written: "", passages: [], passagesLabel: "", key: false };
  item.className = `h${row.level} is-${facts.state}${item.classList.contains("dragged") ? " dragged" : ""}`;
  const input = item.querySelector(".heading");
  if (input.value !== row.heading) input.value = row.heading;
  input.placeholder = state.words.placeholder;
  input.setAttribute("aria-label", fill(state.words.heading, place));
  item.querySelector(".mark").textContent = MARKS[facts.state];
  item.querySelector(".what").textContent = facts.what;
  item.querySelector(".written").textContent = facts.written;
  const target = item.querySelector(".target");
  if (root(state).activeElement !== target) target.value = String(targetOf(state, row));
  target.setAttribute("aria-label", fill(state.words.target, place));
  item.querySelector(".unit").textContent = state.words.unit;
  item.querySelector(".key").textContent = facts.key ? state.words.key : "";
  fillPassages(state, item, row, facts);
  const level = item.querySelector(".level");
  level.textContent = `H${row.level}`;
  for (const name of ["level", "go", "up", "down", "delete"]) label(item.querySelector(`.${name}`), fill(state.words[name], place));
  item.querySelector(".up").disabled = index === 0;
  item.querySelector(".down").disabled = index === state.rows.length - 1;
}

function label(button, words) {
  button.setAttribute("aria-label", words);
  button.title = words;
}

function root(state) {
  return state.list.getRootNode();
}

function focus(state, id, control) {
  if (!id) return;
  const item = [...state.list.children].find((child) => child.dataset.id === id);
  const wanted = item?.querySelector(control || ".heading");
  (wanted && !wanted.disabled ? wanted : item?.querySelector(".heading"))?.focus();
}

function focusedRow(state) {
  return root(state).activeElement?.closest("li")?.dataset.id;
}

function say(state, words) {
  state.announce.textContent = words;
}

function fill(words, values) {
  return words.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
}

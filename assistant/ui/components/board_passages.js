// The passages of a row: what its section will tell, and where else each of them can go. Joined to board.js.
function fillPassages(state, item, row, facts) {
  const button = item.querySelector(".passages");
  const texts = item.querySelector(".texts");
  const isOpen = state.open.has(row.id) && facts.passages.length > 0;
  button.hidden = !facts.passagesLabel;
  button.disabled = !facts.passages.length;
  button.textContent = facts.passagesLabel;
  button.setAttribute("aria-expanded", String(isOpen));
  texts.hidden = !isOpen;
  const places = isOpen ? placesFor(state, row) : [];
  const written = isOpen ? JSON.stringify([facts.passages, places]) : "";
  if (texts.dataset.written === written) return;
  texts.dataset.written = written;
  const hadFocus = texts.contains(root(state).activeElement);
  texts.replaceChildren(...(isOpen ? facts.passages : []).map((passage, index) => passageLine(state, row, passage, index, places)));
  if (hadFocus) (texts.querySelector("select") || button).focus();
}

// The headings a passage can stand under: those that the server knows, and none of them, in the order of the board.
function placesFor(state, row) {
  const known = state.rows.filter((other) => state.facts.has(other.id));
  const headings = known.map((other) => ({
    id: other.id,
    name: other.heading || state.words.placeholder,
    busy: state.facts.get(other.id).state === "running" || !state.facts.get(other.id).takes,
  }));
  return [...headings, { id: "", name: state.words.unplaced, busy: state.facts.get(row.id).state === "running" }];
}

function passageLine(state, row, passage, index, places) {
  const line = document.createElement("li");
  const text = document.createElement("span");
  text.textContent = passage.text;
  const select = document.createElement("select");
  label(select, fill(state.words.place, { number: index + 1 }));
  select.disabled = places.at(-1).busy;
  select.append(...places.map(({ id, name, busy }) => {
    const option = new Option(name, id, id === row.id, id === row.id);
    option.disabled = busy && id !== row.id;
    return option;
  }));
  select.addEventListener("keydown", (event) => event.stopPropagation()); // Streamlit's own shortcuts (r, c)
  select.addEventListener("change", () => {
    flush(state);
    state.trigger("place", { passage: passage.id, from: row.id, to: select.value, at: Date.now() });
  });
  line.append(text, select);
  return line;
}

// Small pieces of the page. Whatever comes from outside becomes text, never markup.

/** An element with properties and children; `aria-*`, `data-*` and `role` become attributes. */
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (name in made && !name.includes("-") && name !== "role") made[name] = value;
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

/** A button that leaves the caret where it is when it is clicked. */
export function button(label, onclick, properties = {}) {
  return element("button", { type: "button", onclick, onmousedown: (event) => event.preventDefault(), ...properties }, label);
}

/** Arrow keys walk along the buttons of a row, Home and End go to its ends, Escape leaves it. */
export function walkAlong(row, onEscape) {
  row.addEventListener("keydown", (event) => {
    event.stopPropagation();
    const buttons = [...row.querySelectorAll("button:not(:disabled)")];
    const place = buttons.indexOf(document.activeElement);
    const next = { ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (event.key === "Escape") {
      event.preventDefault();
      onEscape();
    } else if (next !== undefined && buttons.length) {
      event.preventDefault();
      buttons[(next + buttons.length) % buttons.length].focus();
    }
  });
}

/** Whether the reader asked for less motion. */
export function stillness() {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}

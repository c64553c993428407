// What Streamlit itself says is English: here it gets the words of the interface, for eyes and for screen readers.
// Only texts and labels that are exactly Streamlit's, inside its own widgets, are exchanged; every exchange is
// remembered, so that another interface language finds the English again.
const WIDGETS = [
  "stFileUploader", "stSelectbox", "stMultiSelect", "stNumberInput", "stTextInput", "stExpander", "stPopover",
  "stStatusWidget", "stConnectionStatus", "stDialog", "stAlert", "stTooltipIcon", "stTooltipHoverTarget", "stWidgetLabel",
].map((name) => `[data-testid="${name}"]`).join(",");
const SCOPE = `${WIDGETS},a[href="#stMain"],[role="listbox"],[role="dialog"],[data-baseweb="popover"]`;
const LABELS = ["aria-label", "title", "placeholder"];
const ORIGINALS = new WeakMap();
let words = { language: "", exact: {}, patterns: [] };
let observer;

export default function ({ data }) {
  words = data[0];
  document.documentElement.lang = words.language;
  translateAll(document.body);
  sayWhere();
  mendRoles(document.body);
  if (observer) return;
  observer = new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "childList") change.addedNodes.forEach(added);
      else if (change.type === "characterData") text(change.target);
      else if (change.attributeName === "class") classChanged(change.target);
      else label(change.target, change.attributeName);
    }
  });
  observer.observe(document.body, {
    subtree: true, childList: true, characterData: true, attributes: true,
    attributeFilter: [...LABELS, "class"],
  });
}

// Streamlit gives the place for files no role, and a name and a place in the order of focus all the same.
function mendRoles(root) {
  for (const place of root.querySelectorAll('[data-testid="stFileUploaderDropzone"]')) place.setAttribute("role", "group");
}

// Streamlit's links do not say which page is open.
function sayWhere() {
  for (const link of document.querySelectorAll('[class*="st-key-nav_"] a')) {
    if (link.closest('[class*="_here"]')) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

// The links stay when the page changes; only their classes tell where it is.
function classChanged(element) {
  if (element.className.includes?.("st-key-nav_")) sayWhere();
}

function added(node) {
  translateAll(node);
  if (node.nodeType !== Node.ELEMENT_NODE) return;
  mendRoles(node);
  // Also when the whole page is put up anew, with the links somewhere in it.
  if (node.closest(".st-key-masthead") || node.querySelector(".st-key-masthead")) sayWhere();
}

function translateAll(root) {
  if (root.nodeType === Node.TEXT_NODE) return text(root);
  if (root.nodeType !== Node.ELEMENT_NODE) return;
  const scopes = root.closest(SCOPE) ? [root] : [...root.querySelectorAll(SCOPE)];
  for (const scope of scopes) {
    const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) text(walker.currentNode);
    for (const element of [scope, ...scope.querySelectorAll("[aria-label],[title],[placeholder]")]) {
      for (const name of LABELS) label(element, name);
    }
  }
}

function text(node) {
  if (node.nodeType !== Node.TEXT_NODE || !node.parentElement?.closest(SCOPE)) return;
  exchange(node, "text", node.nodeValue, (value) => (node.nodeValue = value));
}

function label(element, name) {
  const value = element.getAttribute(name);
  if (value !== null && element.closest(SCOPE)) exchange(element, name, value, (found) => element.setAttribute(name, found));
}

function exchange(node, place, value, set) {
  const known = ORIGINALS.get(node) || {};
  const original = known[place]?.shown === value ? known[place].original : value;
  const wanted = translated(original);
  if (wanted === original && original === value) return;
  ORIGINALS.set(node, { ...known, [place]: { original, shown: wanted } });
  if (wanted !== value) set(wanted);
}

function translated(value) {
  if (value in words.exact) return words.exact[value];
  for (const [start, end, wanted] of words.patterns) {
    if (value.length > start.length + end.length && value.startsWith(start) && value.endsWith(end)) {
      const middle = value.slice(start.length, value.length - end.length);
      return wanted.replace("{}", end === " per file" ? middle.replace("MB", "\u00a0Mo").replace("B", "\u00a0o") : middle);
    }
  }
  return value;
}

// Typography while one types: quotation marks, the no-break spaces of French, apostrophes. Ctrl+Z or Backspace right
// after gives back what was typed.
import { InputRule, inputRules } from "prosemirror-inputrules";

const NARROW = "\u202f"; // before ; ! ?
const WIDE = "\u00a0"; // before : and inside guillemets
const OPENS = /[\s(\[«“—–-]$/;

/** The rules for the language of the article; `isOn` tells whether they are switched on. */
export function typographyRules(language, isOn) {
  const rule = (pattern, replace) =>
    new InputRule(pattern, (state, match, start, end) => {
      if (!isOn() || state.doc.resolve(start).parent.type.spec.code) return null;
      const text = replace(match, state.doc.resolve(start).parent.textBetween(0, state.doc.resolve(start).parentOffset, "", " "));
      return text === null ? null : state.tr.insertText(text, start, end);
    });
  const rules = language === "fr" ? frenchRules(rule) : englishRules(rule);
  return inputRules({ rules: [...rules, rule(/\.\.\.$/, () => "…"), rule(/(\p{L})'$/u, (match) => `${match[1]}’`)] });
}

function frenchRules(rule) {
  return [
    rule(/"$/, (_, before) => (opensQuotation(before) ? `«${WIDE}` : closed(before))),
    rule(/« ?$/, (match) => (match[0] === "«" ? `«${WIDE}` : null)),
    rule(/«\u00a0 $/, () => `«${WIDE}`), // the space that a hand types by habit
    rule(/ ?»$/, (match, before) => (/\u00a0$/.test(before) && match[0] === "»" ? null : `${WIDE}»`)),
    rule(/([^\s;!?:«(]) ?([;!?])$/, (match) => `${match[1]}${NARROW}${match[2]}`),
    rule(/([^\s;!?:«(]) :$/, (match) => `${match[1]}${WIDE}:`),
    rule(/(\p{L}{2}|»):\s$/u, (match) => `${match[1]}${WIDE}: `),
  ];
}

function englishRules(rule) {
  return [rule(/"$/, (_, before) => (!before || OPENS.test(before) ? "“" : "”"))];
}

function opensQuotation(before) {
  return !before || OPENS.test(before);
}

function closed(before) {
  return before.endsWith(WIDE) ? "»" : `${WIDE}»`;
}

import assert from "node:assert/strict";
import { test } from "node:test";
import { readBlocks, writeBlocks } from "../src/markdown.js";
import { schema } from "../src/schema.js";

// The same blocks without their memory of how they were written.
const forget = (blocks) => blocks.map((block) => schema.nodeFromJSON(block.toJSON()));
const shape = (blocks) => JSON.stringify(blocks.map((block) => block.toJSON()));

const TEXTS = [
  "",
  "Une phrase.",
  "Deux.\n\nParagraphes.",
  "Un **mot gras**, un *autre*, ~~rayé~~, `code`.",
  "Un [lien](https://exemple.fr/a_(b)) et [deux](https://exemple.fr \"titre\").",
  "- un\n- deux\n  - trois\n\nFin",
  "1. un\n2. deux",
  "3) trois\n4) quatre",
  "> « Une citation »\n>\n> en deux",
  "Une ligne\\\net une autre",
  "Prix : 3 * 4 \\* 5_000 _ \\[sic\\](x) \\<b> R&D &amp; l’[…] 1. x",
  "\\# pas un titre\n\n\\- pas une liste\n\n1\\. non plus",
  "***les deux*** **gras *et* italique**",
  "- un\n\n- deux",
  "- a\n\n* b",
];

for (const text of TEXTS) {
  test(`keeps as it was written: ${JSON.stringify(text)}`, () => {
    assert.equal(writeBlocks(readBlocks(text)), text);
  });
  test(`writes so that it reads the same: ${JSON.stringify(text)}`, () => {
    const blocks = forget(readBlocks(text));
    assert.equal(shape(readBlocks(writeBlocks(blocks))), shape(blocks));
  });
}

const FOREIGN = [
  "| a | b |\n|---|---|\n| 1 | 2 |",
  "```\ncode\n```",
  "<div>html</div>",
  "---",
  "#### Un titre",
  "- liste\n\n      code",
  "Voir [a][b].\n\n[b]: https://exemple.fr",
  "Une ![image](https://exemple.fr/x.png) et <b>html</b>.",
];

for (const text of FOREIGN) {
  test(`keeps what it does not know: ${JSON.stringify(text)}`, () => {
    assert.equal(writeBlocks(readBlocks(text)), text);
    if (!text.startsWith("Voir")) assert.equal(writeBlocks(forget(readBlocks(text))), text);
  });
}

test("puts spaces outside emphasis", () => {
  const strong = schema.marks.strong.create();
  const paragraph = schema.nodes.paragraph.create(null, [
    schema.text("a"),
    schema.text(" b ", [strong]),
    schema.text("c"),
  ]);
  assert.equal(writeBlocks([paragraph]), "a **b** c");
});

test("parts two lists that stand side by side", () => {
  const list = () => forget(readBlocks("- a"))[0];
  const written = writeBlocks([list(), list()]);
  assert.equal(readBlocks(written).length, 2);
});

test("leaves out empty paragraphs and spaces at the ends", () => {
  const { paragraph } = schema.nodes;
  const blocks = [paragraph.create(), paragraph.create(null, schema.text("a  ")), paragraph.create()];
  assert.equal(writeBlocks(blocks), "a");
});

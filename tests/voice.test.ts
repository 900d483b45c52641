/** What `npm run voice` finds, held against the examples of docs/voice.md. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { PATTERNS, patternsIn } from "../tools/voice/patterns.ts";
import { compared } from "../tools/voice/ratchet.ts";
import { sentencesOf, sentencesOfPage } from "../tools/voice/texts.ts";

const rows = readFileSync("docs/voice.md", "utf8")
  .split("\n")
  .filter(
    (line) => line.startsWith("| ") && !line.startsWith("| pattern") && !line.startsWith("| write"),
  )
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, name = "", before = "", after = ""]) => ({
    name: /^`(.+)`$/.exec(name)?.[1],
    before,
    after,
  }));
const namesIn = (text: string) =>
  sentencesOf(text)
    .flatMap(patternsIn)
    .map(({ name }) => name);

test("WD8 each pattern finds its examples of docs/voice.md, and nothing in what to write instead", () => {
  for (const { name, before, after } of rows) {
    if (name !== undefined) assert.ok(namesIn(before).includes(name), `${name} misses: ${before}`);
    assert.deepEqual(namesIn(after), [], after);
  }
  const shown = rows.filter(({ name }) => name !== undefined);
  assert.deepEqual(
    [...new Set(shown.map(({ name }) => name))],
    PATTERNS.map(({ name }) => name),
  );
  for (const { name, turns } of PATTERNS)
    for (const [i, finds] of turns.entries())
      assert.ok(
        shown.some((row) => row.name === name && sentencesOf(row.before).some(finds)),
        `no example of turn ${i} of ${name}`,
      );
  assert.ok(rows.length > shown.length, "examples that only a reader can tell");
});

test("WD8 plain sentences are left alone", () => {
  for (const text of [
    "Only you can see this, and nobody else.",
    "Say who is in the photo and which of them agreed.",
    "Who gave you this code?",
    "Tell us who you are and what you do.",
    "Once there is a connection, the page is sent.",
    "There is no story here.",
    "The mast stands on the hill above the village.",
    "It was the first broadband that families here could buy.",
    "It is true that prices fell.",
    "The beginning of a name is enough.",
    "Choose in which order they appear, and which story leads.",
    "In India alone, 500 villages joined.",
    "They have a home of their own.",
  ])
    assert.deepEqual(namesIn(text), [], text);
});

test("WD8 a page is read sentence by sentence with its line; code, addresses and titles of sources are not words of ours", () => {
  const page = `---
title: A title
ask: { text: Ask here, to: "/take-part" }
sources:
  - title: Nobody’s village
---
First line[^1] goes
on. A [link that leads](https://example.org/whoever) there.

\`\`\`sh
nobody
\`\`\`

| a | b |
|---|---|
| one \`nobody\` | two |
`;
  assert.deepEqual(
    sentencesOfPage("x.md", page).map(({ where, text }) => `${where} ${text}`),
    [
      "x.md:1 A title",
      "x.md:1 Ask here",
      "x.md:7 First line goes on.",
      "x.md:7 A link that leads there.",
      "x.md:14 a",
      "x.md:14 b",
      "x.md:16 one {code}",
      "x.md:16 two",
    ],
  );
});

test("WD8 a count that rises or falls is told, and so is a pattern that was never found before", () => {
  assert.deepEqual(compared({ a: 3, b: 1, c: 2, d: 1, e: 0 }, { a: 2, b: 2, c: 2 }), {
    more: ["a", "d"],
    fewer: ["b"],
  });
});

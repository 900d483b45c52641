import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import test from "node:test";
import { assert as holds, property, string } from "fast-check";
import { trouble } from "./trouble.ts";

const kinds = (text: string) => trouble(text).map(({ kind }) => kind);

test("PX9 what turns, hides and piles up is said, with what is not seen as its number", () => {
  const [bidi] = trouble("open photo\u202egpj.exe now");
  assert.deepEqual(bidi, { kind: "bidi", what: "open photo‹202E›gpj.exe now", count: 1 });
  assert.deepEqual(trouble("pay\u200bpal and so\u00adon"), [
    { kind: "hidden", what: "pay‹200B›pal", count: 2 },
  ]);
  assert.deepEqual(kinds("me\u0301\u0301\u0301\u0301\u0301\u0301"), ["marks"]);
  assert.deepEqual(kinds("می‌خواهم 👩‍👩‍👧 क्‍ष"), []);
});

test("PX10 a word that borrows letters is said; a way to write is not", () => {
  for (const word of ["pаypal", "Аpple", "gооgle", "microsоft", "прoвет", "ρaypal", "fасеbооk"])
    assert.deepEqual(kinds(`see ${word} here`), ["mixed-scripts"], word);
  for (const word of [
    "kΩ",
    "SMSки",
    "αβγ",
    "привет",
    "Wi-Fi接続",
    "iPhone的",
    "5µm",
    "naïve",
    "Łódź",
    "β-carotene",
    "ไทยland",
  ])
    assert.deepEqual(kinds(`see ${word} here`), [], word);
});

test("PX11 links that look like others, say others or name somebody are said", () => {
  assert.deepEqual(trouble("https://аррӏе.com/a"), [
    { kind: "look-alike-link", what: "https://xn--80ak6aa92e.com/a", count: 1 },
  ]);
  assert.deepEqual(kinds("https://xn--pple-43d.com"), ["look-alike-link"]);
  assert.deepEqual(kinds("https://paypal.com@example.org/x"), ["link-credentials"]);
  assert.deepEqual(kinds("https://u:p@example.org"), ["link-credentials"]);
  for (const text of [
    "[www.itu.int](https://example.org/x)",
    "https://itu.int/a (https://example.org/x)",
    "itu.int <https://example.org>",
  ])
    assert.deepEqual(kinds(text), ["link-elsewhere"], text);
  for (const text of [
    "https://münchen.de/ https://пример.рф",
    "[itu.int](https://www.itu.int/x)",
    "the report.pdf (https://example.org/x)",
    "See what they say (https://example.org/x).",
    "write to a@example.org, or https://example.org/@amina",
  ])
    assert.deepEqual(kinds(text), [], text);
});

test("PX12 shouting, many links, the same again and again, and what is long are said", () => {
  assert.deepEqual(kinds("WHY DOES NOBODY MEND THE MAST"), ["shouting"]);
  assert.deepEqual(kinds("Mend it!!!!"), ["shouting"]);
  assert.deepEqual(kinds("The ITU, UNESCO and the FAO say so."), []);
  assert.deepEqual(kinds("https://a.org https://b.org https://c.org"), ["many-links"]);
  assert.deepEqual(kinds("so goooooooooooood"), ["repeating"]);
  assert.deepEqual(kinds("ab".repeat(50_000)), ["long-word", "long"]);
  assert.deepEqual(kinds("我们的村子有网络了".repeat(20)), []);
  assert.deepEqual(kinds("Well said, all of it. ".repeat(300)), ["long"]);
});

test("PX13 our own words in eight languages are in no trouble, and no text holds it up", () => {
  const files = globSync(["translations/*.po", "src/features/**/*words.ts"]);
  assert.ok(files.length > 30);
  const known: unknown[] = [];
  for (const file of files) {
    // Lines that were folded; settings have their addresses in sentences without blanks.
    const whole = readFileSync(file, "utf8")
      .replaceAll('"\n"', "")
      .replaceAll(/^msgctxt "campaign-settings.*\n(?:.+\n)*/gm, "");
    for (const [, words] of whole.matchAll(/^(?!msgctxt).*?"([^"\n]{3,})"/gm))
      known.push(...trouble(words!).map(({ kind, what }) => ({ kind, what, file })));
  }
  assert.deepEqual(known, []);
  holds(
    property(string({ unit: "binary", maxLength: 500 }), (text) => {
      for (const { what, count } of trouble(text)) assert.ok(what.length <= 80 && count > 0);
    }),
  );
});

/** Names that are taken out of what is sent (rule PE13 of features/people). */
import assert from "node:assert/strict";
import test from "node:test";
import { shownWithout, withoutNames } from "./hidden-names.ts";

test("PE13 a name of several words is taken out of every text there is, as HTML and JSON have it too", () => {
  const names = ["Ana O'Neill", "Rose"];
  const said = { a: "By Ana O'Neill.", b: ["<b>Ana O&#39;Neill</b>", 1], c: "A rose." };
  assert.deepEqual(withoutNames(said, names), {
    a: "By […].",
    b: ["<b>[…]</b>", 1],
    c: "A rose.",
  });
  const quoted = 'Ana "Nell" O\'Neill';
  const sent = JSON.stringify({ by: quoted });
  assert.ok(!sent.includes(quoted), "JSON has it otherwise");
  assert.equal(withoutNames(sent, [quoted]), '{"by":"[…]"}');
  const bytes = new Uint8Array([1]);
  assert.equal(withoutNames({ bytes }, names).bytes, bytes);
  assert.equal(withoutNames(said, []), said);
});

test("PE13 it is taken out in any case, with any blanks and as lists turn it round; a name of one word only as it is written, and as a word", () => {
  const names = ["Maria da Silva", "Rose", "Йо", "王小明"];
  for (const said of [
    "MARIA DA SILVA",
    "maria da silva",
    "Maria  da\u00a0\nSilva",
    String.raw`Maria\nda\tSilva`,
    "Maria<br>da&nbsp;Silva",
    "Silva, Maria da",
    "SILVA,  MARIA DA",
  ])
    assert.equal(withoutNames(`By ${said}.`, names), "By […].", said);
  for (const [said, left] of [
    [
      "Rose dug too. A rose, Rosemary, primRose, ROSE.",
      "[…] dug too. A rose, Rosemary, primRose, ROSE.",
    ],
    [String.raw`"And\nRose\u003cRose"`, String.raw`"And\n[…]\u003c[…]"`],
    ["<b>Rose</b>’s", "<b>[…]</b>’s"],
    ["Йод и Йо", "Йод и […]"],
    ["我和王小明走了", "我和[…]走了"],
  ] as const)
    assert.equal(withoutNames(said, names), left);
});

test("RI11 what was typed into a form's fields stays there, and the name stands nowhere else in the page", () => {
  const name = "Ana O'Neill";
  const html = "Ana O&#39;Neill";
  const fields = `<input value="${html}"><textarea name="words">By ${html}.</textarea><option value="${html}">`;
  const others = `<title>${html}</title><img alt="${html}"><label>${html}</label>${html}`;
  assert.equal(shownWithout(fields + others, [name]), fields + others.replaceAll(html, "[…]"));
});

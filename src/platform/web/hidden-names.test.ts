/** Names that are taken out of what is sent (rule PE13 of features/people). */
import assert from "node:assert/strict";
import test from "node:test";
import { shownWithout, withoutNames } from "./hidden-names.ts";

test("PE13 a name of several words is taken out of every text there is, as HTML and JSON have it too; one of one word stays", () => {
  const names = ["Ana O'Neill", "Rose"];
  const said = { a: "By Ana O'Neill.", b: ["<b>Ana O&#39;Neill</b>", 1], c: "Rose, a rose." };
  assert.deepEqual(withoutNames(said, names), {
    a: "By […].",
    b: ["<b>[…]</b>", 1],
    c: "Rose, a rose.",
  });
  const quoted = 'Ana "Nell" O\'Neill';
  const sent = JSON.stringify({ by: quoted });
  assert.ok(!sent.includes(quoted), "JSON has it otherwise");
  assert.equal(withoutNames(sent, [quoted]), '{"by":"[…]"}');
  const bytes = new Uint8Array([1]);
  assert.equal(withoutNames({ bytes }, names).bytes, bytes);
  assert.equal(withoutNames(said, ["Rose"]), said);
});

test("RI11 what was typed into a form's fields stays there, and the name stands nowhere else in the page", () => {
  const name = "Ana O'Neill";
  const html = "Ana O&#39;Neill";
  const fields = `<input value="${html}"><textarea name="words">By ${html}.</textarea><option value="${html}">`;
  const others = `<title>${html}</title><img alt="${html}"><label>${html}</label>${html}`;
  assert.equal(shownWithout(fields + others, [name]), fields + others.replaceAll(html, "[…]"));
});

import assert from "node:assert/strict";
import test from "node:test";
import * as fc from "fast-check";
import { inEnglish, named, unmarked, unmarkedIn } from "./fallback.ts";
import { withEnglish } from "./with-english.ts";

const EN = '<span lang="en" dir="ltr">';

test("WD1 English among other words is an element of its own, links and all", () => {
  const said = inEnglish("Read <a href='/log'>the log</a> or go.");
  assert.equal(
    withEnglish(`<p>${said}</p><p>ici</p>`),
    `<p>${EN}Read <a href='/log'>the log</a> or go.</span></p><p>ici</p>`,
  );
  const inside = inEnglish(`By ${inEnglish("somebody")}, today`);
  assert.equal(withEnglish(`<p>${inside}</p>`), `<p>${EN}By somebody, today</span></p>`);
  const ana = '<span lang="es" dir="ltr" translate="no">Ana</span>';
  assert.equal(
    withEnglish(`<p>${inEnglish(`By ${named("Ana", "es")}, today`)}</p>`),
    `<p>${EN}By ${ana}, today</span></p>`,
    "bug: what stood within another language lost its own",
  );
});

test("WD1 where no element can stand, the one around says it, or nothing does", () => {
  for (const [html, expected] of [
    [`<title>${inEnglish("A & B")}</title>`, '<title lang="en">A & B</title>'],
    [
      `<option value="${inEnglish("x")}">${inEnglish("X")}</option>`,
      '<option lang="en" value="x">X</option>',
    ],
    [`<textarea lang="fr">${inEnglish("X")}</textarea>`, '<textarea lang="fr">X</textarea>'],
    [`<img alt="${inEnglish("X")}">`, '<img lang="en" alt="X">'],
    [`<nav aria-label="${inEnglish("X")}">y</nav>`, '<nav aria-label="X">y</nav>'],
    [`<script type="x">{"a":"${inEnglish("X")}"}</script>`, '<script type="x">{"a":"X"}</script>'],
    [
      `<svg><title>${inEnglish("X")}</title><text>${inEnglish("X")}</text></svg>${inEnglish("X")}`,
      `<svg><title lang="en">X</title><text><tspan lang="en" direction="ltr">X</tspan></text></svg>${EN}X</span>`,
    ],
  ] as const)
    assert.equal(withEnglish(html), expected);
});

test("WD1 marks that strangers send break no page: what is opened is closed in its element, and none is left", () => {
  const tag = fc.constantFrom("p", "b", "a", "svg", "li");
  const mark = fc.constantFrom("\uFDD0", "\uFDD1", "text", "<br>", '<img alt="\uFDD0"/>', "");
  const { html } = fc.letrec<{ html: string }>((tie) => ({
    html: fc.oneof(
      { maxDepth: 4 },
      mark,
      fc
        .tuple(tag, tie("html"), mark, tie("html"))
        .map(([t, a, m, b]) => `<${t}>${a}${m}${b}</${t}>${m}`),
    ),
  }));
  fc.assert(
    fc.property(html, (page) => {
      const now = withEnglish(page);
      assert.equal(unmarked(now), now);
      const open: string[] = [];
      for (const [, end, name] of now.matchAll(/<(\/?)(p|b|a|svg|li|span|tspan)\b[^>]*>/g))
        if (end) assert.equal(open.pop(), name, now);
        else open.push(name!);
      assert.deepEqual(open, []);
      assert.equal(now.replaceAll(/<\/?t?span[^>]*>| lang="en"/g, ""), unmarked(page));
    }),
  );
});

test("WD1 what is signed, sent or told to a program has no marks", () => {
  const body = { title: inEnglish("A plan"), list: [inEnglish("x"), "y"] };
  assert.deepEqual(unmarkedIn(body), { title: "A plan", list: ["x", "y"] });
  const plain = { a: 1 };
  assert.equal(unmarkedIn(plain), plain);
  assert.equal(unmarked(JSON.stringify(body)), '{"title":"A plan","list":["x","y"]}');
});

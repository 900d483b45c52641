import assert from "node:assert/strict";
import test from "node:test";
import { lookOf } from "./look.ts";
import { parseStyle } from "./stylesheet.ts";

const colour = { day: "#c2350a", night: "#ff8a5c" };
const css = (html: string) => lookOf(html, colour).css;

test("a page carries the rules that can match it and no others", () => {
  const plain = css("<main><p>x</p></main>");
  assert.doesNotMatch(plain, /\.ledger|table|\.tie|--claimed|\{\}/);
  const ledger = css(
    '<main><ol class="x ledger"><li><p class="num claimed"><span>1</span></p></li></ol></main>',
  );
  assert.match(ledger, /\.ledger>li\{/);
  assert.match(ledger, /--claimed:/);
  assert.ok(ledger.length > plain.length);
});

test("alternatives in :is() are enough one at a time, and what :not() says asks for nothing", () => {
  assert.match(css("<button>x</button>"), /:is\(\.button,button\):hover\{/);
  assert.match(css("<p>x</p>"), /a:not\(\.button\):hover,\[aria-current\]|\[aria-current\]/);
  assert.doesNotMatch(css('<html dir="ltr"><p class="tie">x</p>'), /\[dir=rtl\] \.tie/);
  assert.match(css('<html dir="rtl"><p class="tie">x</p>'), /\[dir=rtl\] \.tie/);
});

test("every rule of the sheet survives for a page that has everything", () => {
  const rules = parseStyle(
    "@layer a { .b, .c > d { --x: 1; color: var(--x); } @media print { e { f: calc(1px + 2px); } } }",
  );
  assert.equal(rules.length, 1);
  const [layer] = rules;
  assert.ok(layer?.kind === "group" && layer.prelude === "@layer a" && layer.children.length === 2);
});

test("colours are the campaign's and nothing but colours", () => {
  assert.match(
    lookOf("<p>", { day: "#123456", night: "#abcdef" }).css,
    /--signal:#123456.*--signal:#abcdef/,
  );
  assert.throws(() => lookOf("<p>", { day: "red}*{x", night: "#abcdef" }), RangeError);
});

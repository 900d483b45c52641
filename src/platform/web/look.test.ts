import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import test from "node:test";
import { lookOf } from "./look.ts";
import { parseStyle, vocabularyOf, type Node } from "./stylesheet.ts";

const colour = { day: "#c2350a", night: "#ff8a5c" };
const SHEETS = globSync("**/*.css", { cwd: new URL("./look/", import.meta.url) })
  .map((name) => readFileSync(new URL(`./look/${name}`, import.meta.url), "utf8"))
  .join("\n");
const css = (html: string) => lookOf(colour, html)[0]!.css;

test("a page carries the rules that can match it and no others", () => {
  const plain = css("<main><p>x</p></main>");
  assert.doesNotMatch(plain, /\.ledger|table|\.tie|--claimed|\{\}/);
  const ledger = css(
    '<main><ol class="x ledger"><li><p class="state claimed">1</p></li></ol></main>',
  );
  assert.match(ledger, /\.ledger>li\{/);
  assert.match(ledger, /--claimed:/);
  assert.ok(ledger.length > plain.length);
});

test("a page carries the rules of what its script brings in later", () => {
  const verdict = (more: string) => css(`<div class="verdict"${more}></div>`);
  assert.doesNotMatch(verdict(""), /is-right/);
  assert.match(verdict(' data-later="is-right b"'), /\.is-right b::before\{/);
});

test("alternatives in :is() are enough one at a time, and what :not() says asks for nothing", () => {
  assert.match(css("<button>x</button>"), /:is\(\.button,button\):hover\{/);
  assert.match(css("<p>x</p>"), /a:not\(\.button\):hover,\[aria-current\]|\[aria-current\]/);
  assert.doesNotMatch(css('<html dir="ltr"><p class="tie">x</p>'), /\[dir=rtl\] \.tie/);
  assert.match(css('<html dir="rtl"><p class="tie">x</p>'), /\[dir=rtl\] \.tie/);
});

test("WB16 above the fold are the rules that can match there, and how it prints is below", () => {
  const [above, below] = lookOf(colour, "<main><h2>x</h2>", '<ol class="ledger"><li>x</li></ol>');
  assert.doesNotMatch(above!.css, /\.ledger|break-after/);
  assert.match(below!.css, /\.ledger>li\{[^]*break-after/);
  assert.doesNotMatch(below!.css, /\.sheet/);
  assert.match(above!.css, /\.vh\{/, "what holds the style itself is not seen");
  // What is said below for what is read above stands.
  const state = '<p class="state"><span>x</span></p>';
  const [, said] = lookOf(colour, state, '<p class="state claimed">x</p>');
  assert.match(said!.css, /\.claimed\{[^}]*--/);
});

test("WB16 no sheet holds what is markup where a drawing holds it", () => {
  const everything = parseStyle(SHEETS).flatMap((node) => JSON.stringify(node));
  assert.ok(everything.length > 5);
  assert.doesNotMatch(everything.join(""), /[<&]/);
});

test("no rule asks for an id, which would be in no page", () => {
  const selectorsOf = (node: Node): string[] => {
    if (node.kind === "group") return node.children.flatMap(selectorsOf);
    return node.kind === "rule" ? node.selectors.map(({ text }) => text) : [];
  };
  const all = parseStyle(SHEETS).flatMap(selectorsOf);
  assert.ok(all.length > 300, `${all.length} selectors`);
  assert.deepEqual(
    all.filter((selector) => /#[a-z]/.test(selector)),
    [],
  );
});

test("a narrow window hides what has no name and no role, so that axe looks for those on a wide one alone", () => {
  const hidden = (node: Node, isNarrow: boolean): string[] => {
    if (node.kind === "group")
      return node.children.flatMap((one) =>
        hidden(one, isNarrow || /max-width/.test(node.prelude)),
      );
    const hides = node.kind === "rule" && /(?:display|visibility):/.test(node.body);
    return isNarrow && hides ? node.selectors.map(({ text }) => text) : [];
  };
  assert.deepEqual(
    parseStyle(SHEETS).flatMap((node) => hidden(node, false)),
    [".opt", "td .state::before", ".world"],
  );
});

test("every rule of the sheet survives for a page that has everything", () => {
  const rules = parseStyle(
    "@layer a { .b, .c > d { --x: 1; color: var(--x); } @media print { e { f: calc(1px + 2px); } } }",
  );
  assert.equal(rules.length, 1);
  const [layer] = rules;
  assert.ok(layer?.kind === "group" && layer.prelude === "@layer a" && layer.children.length === 2);
});

test("every sheet is in use, and a layer of several sheets is one", () => {
  const sheets = globSync("**/*.css", { cwd: new URL("./look/", import.meta.url) });
  const rules = sheets.flatMap((name) =>
    parseStyle(readFileSync(new URL(`./look/${name}`, import.meta.url), "utf8")).flatMap((node) =>
      node.kind === "group" ? node.children : [],
    ),
  );
  assert.ok(rules.length > 150, `${rules.length} rules`);
  const words = vocabularyOf(rules);
  const everything = css(
    words
      .filter((word) => !word.startsWith("["))
      .map((word) => (word.startsWith(".") ? `<p class="${word.slice(1)}">` : `<${word}>`))
      .join("") + '<p dir="rtl" lang="ar"><p dir="ltr">',
  );
  const kept = parseStyle(everything);
  assert.equal(
    kept.flatMap((node) => (node.kind === "group" ? node.children : [])).length,
    rules.length,
  );
  const layers = kept.filter((node) => node.kind === "group").map(({ prelude }) => prelude);
  assert.deepEqual(
    layers,
    "tokens base frame parts pages wide modes".split(" ").map((name) => `@layer ${name}`),
  );
});

test("colours are the campaign's and nothing but colours", () => {
  const own = { day: "#123456", night: "#abcdef" };
  assert.match(lookOf(own, "<p>")[0]!.css, /--signal:#123456.*--signal:#abcdef/);
  const [, below] = lookOf(own, "<p>", '<figure class="sky"><p>');
  assert.match(below!.css, /\.sky\{[^}]*--signal:#ff8a5c/, "a place from space has its own");
  assert.throws(() => lookOf({ day: "red}*{x", night: "#abcdef" }, "<p>"), RangeError);
});

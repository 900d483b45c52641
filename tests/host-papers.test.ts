/** docs/host: papers for whoever runs an instance. All are linked, each language has its sheets, and no private table is forgotten. */
import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import test from "node:test";
import { privateParts } from "../src/models.ts";
import { LANGUAGES } from "../src/platform/words/catalogue.ts";

const HOST = "docs/host";
const INDEX = `${HOST}/README.md`;
const read = (file: string) => readFileSync(file, "utf8");
/** The files that a page leads to, as seen from here; addresses elsewhere are left out. */
const linkedFrom = (file: string): string[] =>
  [...read(file).matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)]
    .map(([, to]) => to!)
    .filter((to) => !/^[a-z]+:/.test(to))
    .map((to) => join(dirname(file), to));

const pages = globSync(`${HOST}/**/*.md`);

test("every paper for the host is linked from their index, the index from where hosts look, and every link leads to a file", () => {
  assert.ok(pages.length > 20, `${pages.length} papers`);
  const linked = new Set([INDEX, ...linkedFrom(INDEX)]);
  assert.deepEqual(
    pages.filter((page) => !linked.has(page)),
    [],
  );
  for (const page of ["README.md", "docs/operating.md", "docs/map.md"])
    assert.ok(linkedFrom(page).includes(INDEX), `${page} leads to ${INDEX}`);
  for (const page of pages)
    for (const to of linkedFrom(page)) assert.ok(existsSync(to), `${page} leads to ${to}`);
});

test("every paper for the host says at its top that counsel must read it", () => {
  const papers = pages.filter((page) => !page.includes("/sheets/"));
  assert.ok(papers.length >= 8);
  for (const page of papers)
    assert.match(read(page).slice(0, 400), /^# .+\n\n> \*\*Counsel must read this/, page);
});

test("every language of the interface has a sheet for adults and one for guardians, of the same parts; a machine's says so", () => {
  const shape = (text: string) =>
    text
      .split("\n")
      .map((line) => /^(?:# |## |> |- ☐|\*\*|!\[\]\([^)]+\)|\| )/.exec(line)?.[0])
      .filter((mark) => mark !== undefined);
  for (const sort of ["consent", "guardian"]) {
    const english = shape(read(`${HOST}/sheets/${sort}.en.md`));
    assert.ok(english.filter((mark) => mark === "- ☐").length >= 10, sort);
    for (const lang of LANGUAGES) {
      const text = read(`${HOST}/sheets/${sort}.${lang}.md`);
      assert.deepEqual(shape(text), english, `${sort}.${lang}`);
      const [, warning = "", more = ""] = /^> \*\*(.+)\*\*(.*)$/m.exec(text) ?? [];
      assert.ok(warning.length > 8, `${sort}.${lang} asks for counsel`);
      assert.equal(more.trim() === "", lang === "en", `${sort}.${lang}: who translated it`);
    }
  }
  assert.equal(globSync(`${HOST}/sheets/*.md`).length, 2 * LANGUAGES.length, "and no others");
});

const ROWS = ["Why", "Ground", "Whose data", "What", "Who sees it", "Where it goes", "How long"];

test("the record of processing names every private table, once, under a purpose that says all it has to", () => {
  const [, ...purposes] = read(`${HOST}/processing.md`).split(/^## (?=\d)/m);
  const named: string[] = [];
  for (const purpose of purposes) {
    const title = purpose.split("\n", 1)[0]!;
    const rows = new Map(
      [...purpose.matchAll(/^\| ([A-Z][^|]*) \| (.*) \|$/gm)].map(([, of, is]) => [of!, is!]),
    );
    assert.deepEqual([...rows.keys()], [...ROWS, "Tables"], title);
    for (const [of, is] of rows) assert.ok(is.trim() !== "", `${title}: ${of}`);
    named.push(...[...rows.get("Tables")!.matchAll(/`([a-z_]+)`/g)].map(([, table]) => table!));
  }
  const tables = privateParts.flatMap((part) => Object.keys(part.tables));
  assert.ok(tables.length > 80, `${tables.length} private tables`);
  const where = relative(".", `${HOST}/processing.md`);
  assert.deepEqual(
    tables.filter((table) => !named.includes(table)),
    [],
    `Expected each private table under "Tables" of a purpose in ${where}; these are missing`,
  );
  assert.deepEqual(
    named.filter((table, i) => !tables.includes(table) || named.indexOf(table) !== i),
    [],
    `Expected tables that exist, once each, in ${where}; these are none, or are there twice`,
  );
});

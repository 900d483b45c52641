import assert from "node:assert/strict";
import test from "node:test";
import * as fc from "fast-check";
import { partners } from "../partners/feature.ts";
import { places } from "../places/feature.ts";
import { openWorld } from "../places/world.test.kit.ts";
import { claim, pledgeBody } from "./bodies.test.kit.ts";
import { csv } from "../../platform/web/csv.ts";
import { pledges } from "./feature.ts";

test("P17 a cell that would run as a formula is prefixed with an apostrophe", () => {
  assert.equal(
    csv(
      ["a", "b"],
      [
        ["=1+1", "+1"],
        ["-1", "@x"],
        ["1-1", 3],
      ],
    ),
    "a,b\r\n'=1+1,'+1\r\n'-1,'@x\r\n1-1,3\r\n",
  );
});

test("P17 quotes, commas and line ends come back as they were", () => {
  const text = fc.string().filter((s) => !/^[=+\-@\t\r]/.test(s));
  fc.assert(
    fc.property(
      fc.array(fc.array(text, { minLength: 2, maxLength: 2 }), { maxLength: 5 }),
      (rows) => {
        assert.deepEqual(parse(csv(["a", "b"], rows)).slice(1), rows);
      },
    ),
    { numRuns: 200 },
  );
});

test("P17 both tables have a row for each thing and as many cells as columns", async () => {
  await using it = await openWorld([places, partners, pledges]);
  const claims = [
    claim("a", 60, "2022", { text: 'over "70" countries, =said' }),
    claim("b", 90, "2024"),
  ];
  await it.say(
    "pledges",
    "one",
    "pledge.made/1",
    pledgeBody({
      claims,
      note: "=HYPERLINK()",
      where: "In the valley",
      counting: "By the register",
      checking: "Any teacher",
    }),
  );
  for (const [name, rows] of [
    ["pledges", 1],
    ["claims", 2],
  ] as const) {
    const answer = await it.get(`/data/${name}.csv`);
    assert.equal(answer?.kind, "file");
    const table = parse(String(answer.kind === "file" && answer.body));
    assert.equal(table.length, rows + 1);
    if (name === "pledges")
      assert.deepEqual(
        ["where", "counting", "checking"].map((column) => table[1]![table[0]!.indexOf(column)]),
        ["In the valley", "By the register", "Any teacher"],
      );
    for (const row of table) {
      assert.equal(row.length, table[0]!.length);
      for (const cell of row) assert.doesNotMatch(cell, /^[=+\-@]/);
    }
  }
});

test("P13 the status of a pledge is the same word in the open data of every language", async () => {
  await using it = await openWorld([places, partners, pledges]);
  await it.say("pledges", "one", "pledge.made/1", pledgeBody({ claims: [claim("a", 60, "2022")] }));
  for (const lang of ["en", "fr", "ar"]) {
    const answer = await it.get("/data/pledges.csv", { lang });
    const [names, row] = parse(String(answer?.kind === "file" && answer.body));
    assert.equal(row![names!.indexOf("status")], "wanted", lang);
  }
});

/** RFC 4180, read back. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g,
  )) {
    row.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

import assert from "node:assert/strict";
import test from "node:test";
import { checkRows, readRows } from "./read-rows.ts";
import type { Dataset } from "./records.ts";

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}
const problems = async (text: string, of: Pick<Dataset, "kind" | "mapping">) =>
  (await checkRows(bytesOf(text), of)).problems.map(({ line, problem }) => `${line}: ${problem}`);

const schools = { kind: "schools", mapping: { name: "school", lat: "y", lon: "x" } } as const;
const offline = {
  kind: "country-indicator",
  mapping: { country: "iso3", date: "year", value: "n" },
} as const;

test("N3 rows are read by their mapping, in the order of their fields", async () => {
  const rows = [];
  for await (const some of readRows(bytesOf("x,school,y,id\n29.15,A,-31.99,\n"), schools))
    rows.push(...some);
  assert.deepEqual(rows, [{ line: 2, values: [null, "A", "-31.99", "29.15", null] }]);
});

test("N3 a cell that does not fit is named with its line and its column", async () => {
  const text = "school,x,y\nA,1,91\n,1,1\nB,east,1\nC,1\nD,1,2\n";
  assert.deepEqual(await problems(text, schools), [
    '2: y: expected a latitude from -90 to 90, found "91"',
    '3: school: expected one line of text, found ""',
    '4: x: expected a longitude from -180 to 180, found "east"',
    "5: expected 3 cells, found 2",
  ]);
  assert.deepEqual(await problems("iso3,year,n\nZAF,2022,-1\nXXX,2022,1\nZA,22,1\n", offline), [
    '2: n: expected a number not below 0, found "-1"',
    '3: iso3: expected a country of ISO 3166 such as ZA or ZAF, found "XXX"',
    '4: year: expected a year, a month or a day such as 2026, 2026-11 or 2026-11-24, found "22"',
  ]);
});

test("N3 a country has one value for a date, whichever code the file uses", async () => {
  const text = "iso3,year,n\nZAF,2022,1\nZAF,2023,1\nZA,2022,2\n";
  assert.deepEqual(await problems(text, offline), [
    "4: expected one row for a country and a date, found ZA 2022 twice",
  ]);
});

test("N3 a column that is not there ends the reading, with a hint", async () => {
  await assert.rejects(problems("school,lat,x\nA,1,1\n", { ...schools, mapping: {} }), {
    line: 1,
    message: 'expected a column name for name, found "school, lat, x"',
  });
  await assert.rejects(problems("schol,x,y\n", schools), /column school .*perhaps schol/);
  await assert.rejects(problems("", schools), /a first row/);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { CsvError, MAX_ROW, readCsv, type CsvRow } from "./csv.ts";

async function* cut(bytes: Uint8Array, at: number): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < bytes.length; i += at) yield bytes.subarray(i, i + at);
}
async function rowsOf(from: string | Uint8Array, at = 7): Promise<CsvRow[]> {
  const bytes = typeof from === "string" ? new TextEncoder().encode(from) : from;
  const rows: CsvRow[] = [];
  for await (const some of readCsv(cut(bytes, at))) rows.push(...some);
  return rows;
}
const errorAt = (line: number, message: RegExp) => (error: unknown) =>
  error instanceof CsvError && error.line === line && message.test(error.message);

test("CV1 what is written as RFC 4180 says comes back, wherever the bytes are cut", async () => {
  const cell = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom('"', ",", "\n", "é", "x") }),
  );
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 }),
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom("\n", "\r\n"),
      async (rows, at, end) => {
        const text = rows.map((cells) => cells.map(quoted).join(",") + end).join("");
        assert.deepEqual(
          (await rowsOf(text, at)).map((r) => r.cells),
          rows,
        );
      },
    ),
  );
  assert.deepEqual(
    (await rowsOf("\ufeffa,b\r\n1,\n\n,é")).map((r) => r.cells),
    [
      ["a", "b"],
      ["1", ""],
      ["", "é"],
    ],
  );
});

test("CV2 a row has the line on which it begins", async () => {
  const rows = await rowsOf('a\n"x\ny",z\n\nlast');
  assert.deepEqual(
    rows.map((r) => r.line),
    [1, 2, 5],
  );
});

test("CV3 what cannot be read ends the reading with its line", async () => {
  const latin1 = Uint8Array.from([97, 10, 98, 0xe9, 10]);
  await assert.rejects(rowsOf(latin1), errorAt(2, /expected text in UTF-8/));
  await assert.rejects(rowsOf('a\n"open'), errorAt(2, /closing quote/));
  await assert.rejects(rowsOf('a\n"x"y,1'), errorAt(2, /comma after a quoted cell, found y/));
  await assert.rejects(rowsOf('a\n5" pipe"'), errorAt(2, /quotes around a cell/));
});

test("CV4 a row beyond the bound ends the reading before it is held", async () => {
  let given = 0;
  async function* endless(): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode('a\n"');
    for (; given < 1000; given++) yield new Uint8Array(50_000).fill(120);
  }
  await assert.rejects(
    async () => {
      for await (const _ of readCsv(endless()));
    },
    errorAt(2, new RegExp(`at most ${MAX_ROW} bytes`)),
  );
  assert.ok(given < 4, `${given} chunks were read`);
});

test("CV5 semicolons part cells where the reader allows it and the first row has more of them", async () => {
  const rows = async (text: string, either: boolean) => {
    const all: (readonly string[])[] = [];
    for await (const some of readCsv(cut(new TextEncoder().encode(text), 5), either))
      all.push(...some.map(({ cells }) => cells));
    return all;
  };
  const table = 'name;lat\nA, B;28,2\n"C;D";"1,5"\n';
  assert.deepEqual(await rows(table, true), [
    ["name", "lat"],
    ["A, B", "28,2"],
    ["C;D", "1,5"],
  ]);
  assert.deepEqual(await rows("name;lat\n", false), [["name;lat"]]);
  assert.deepEqual(await rows('a,b\n"1;2",3;4\n', true), [
    ["a", "b"],
    ["1;2", "3;4"],
  ]);
  await assert.rejects(rows('a;b\n"1",2\n', true), errorAt(2, /expected a semicolon after/));
});

/** A short run of `npm run fuzz`: the inputs that were crashes once, and the same others each time. */
import assert from "node:assert/strict";
import test from "node:test";
import { PARSERS } from "./fuzz/parsers.ts";
import { fuzz } from "./fuzz/run.ts";

const INPUTS = 150; // of one parser
const MS = 500; // of one parser

test("whatever comes, a parser answers or refuses in its own way, within its time", async () => {
  const names = Object.keys(PARSERS);
  const outcomes = await fuzz(names, { seed: 13, most: INPUTS, ms: MS });
  const crashes = [...outcomes].flatMap(([name, outcome]) =>
    outcome.crashes.map(
      ({ why, input }) =>
        `${name}: ${why}: ${JSON.stringify(input.toString("latin1").slice(0, 200))}`,
    ),
  );
  assert.deepEqual(crashes, []);
  assert.deepEqual([...outcomes.keys()], names);
  for (const [name, { executions }] of outcomes)
    assert.ok(executions >= PARSERS[name]!.samples.length && executions > 1, name);
});

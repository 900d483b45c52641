import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import test from "node:test";
import { linesIn } from "./lines.ts";
import { isRefusal, readMessage } from "./message.ts";

const SAMPLES = join(import.meta.dirname, "../../../../docs/protocol/listening");
const filesOf = (pattern: string) => globSync(join(SAMPLES, pattern)).toSorted();
const linesOf = (name: string) => readFileSync(join(SAMPLES, name), "utf8").trim().split("\n");
const NOW = Date.parse("2026-11-29T15:00:00Z");

test("LE3 the samples of the protocol: the valid ones are read, the others refused in one line with their code", () => {
  const valid = filesOf("valid/*.json");
  assert.ok(valid.length > 5);
  for (const file of valid) {
    const read = readMessage(readFileSync(file));
    if (isRefusal(read)) assert.fail(`${file}: ${read.why}`);
    const { sort, at } = read.said;
    assert.ok(sort === "alive" || sort === "heard", file);
    assert.ok(Math.abs(at - NOW) < 3_600_000, file);
  }
  const invalid = filesOf("invalid/*/*.json");
  assert.ok(invalid.length > 25);
  for (const file of invalid) {
    const read = readMessage(readFileSync(file));
    if (!isRefusal(read)) assert.fail(`${file} was read`);
    assert.equal(read.code, basename(dirname(file)), file);
    assert.match(read.why, /^[^\n]{10,160}\.$/, file);
  }
});

test("LE9 LE10 the lines of the protocol: the valid ones are read, the others refused with their word", () => {
  for (const line of linesOf("valid/lines.txt"))
    assert.ok("message" in linesIn(line, NOW)[0]!, line);
  const invalid = linesOf("invalid/lines.txt").map((row) => row.split("\t"));
  assert.ok(invalid.length > 15);
  for (const [trouble, line] of invalid) {
    const [read] = linesIn(line!, NOW);
    assert.deepEqual(read, { line, trouble });
  }
});

test("LE3 what is said becomes whole numbers: thousandths, millivolts, tenths of a decibel, UTC milliseconds", () => {
  const read = (name: string) => {
    const message = readMessage(readFileSync(join(SAMPLES, "valid", name)));
    assert.ok(!isRefusal(message));
    return message;
  };
  assert.deepEqual(read("alive.json"), {
    sensor: "S07",
    said: {
      id: "S07-000412",
      sort: "alive",
      at: Date.parse("2026-11-29T14:32:00Z"),
      until: null,
      kind: "",
      detector: "",
      battery: 3900,
      level: -425,
      score: null,
    },
  });
  const { said } = read("heard-an-event.json");
  assert.deepEqual([said.score, said.until! - said.at, said.detector], [930, 90_000, "cnd-1"]);
  assert.equal(read("alive-with-peak.json").said.score, 310);
});

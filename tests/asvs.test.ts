/** docs/asvs.md names no test that is not there: what it says holds can be looked at. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import test from "node:test";

const STATES = ["holds", "in part", "does not hold", "does not apply"];
const TITLE = /\btest\(\s*(["`])(.+?)\1,/gs;
const NAMED = /^(?:([A-Z]+\d+)|"([^"]+)") (\S+\.test\.tsx?)$/;

const rows = readFileSync("docs/asvs.md", "utf8")
  .split("\n")
  .filter((line) => /^\| v\d/.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, id = "", asks = "", state = "", why = "", shown = "", ...rest]) => {
    assert.deepEqual(rest, [""], `${id} has five cells`);
    return { id, asks, state, why, shown };
  });

test("each row is a requirement of ASVS 5.0.0, once, with a state", () => {
  assert.equal(rows.length, 109, "level 1, and level 2 of the chapters 5, 6 and 7");
  assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length);
  for (const { id, asks, state, why } of rows) {
    assert.match(id, /^v5\.0\.0-\d{1,2}\.\d{1,2}\.\d{1,2}$/);
    assert.ok(STATES.includes(state), `${id}: ${state}`);
    assert.ok(asks !== "" && (why !== "" || state === "holds"), id);
  }
});

test("each test that a row names is there", () => {
  const titles = new Map<string, readonly string[]>();
  let seen = 0;
  for (const { id, shown } of rows) {
    if (shown === "no test") continue;
    for (const one of shown.split("; ")) {
      const [, rule, beginning, file = ""] = NAMED.exec(one) ?? [];
      assert.ok(existsSync(file), `${id} names ${one}`);
      if (!titles.has(file))
        titles.set(
          file,
          [...readFileSync(file, "utf8").matchAll(TITLE)].map((m) => m[2]!),
        );
      const begins = (title: string) =>
        rule === undefined
          ? title.startsWith(beginning!)
          : (/^(?:[A-Z]+\d+ )+/.exec(title)?.[0] ?? "").split(" ").includes(rule);
      assert.ok(titles.get(file)!.some(begins), `${id}: no test of ${one}`);
      seen += 1;
    }
  }
  assert.ok(seen > 100, `${seen} tests are named`);
});

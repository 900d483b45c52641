import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { temporary } from "../../../tools/program.ts";
import { limitsPage } from "../../../tools/limits-page.ts";
import { LIMITS } from "./limits.ts";
import { readLimits } from "./settings.ts";

test("BU1 limits.yaml sets limits one by one; what is none, or no number, is named", () => {
  using folder = temporary();
  const set = (text: string) => {
    writeFileSync(join(folder.dir, "limits.yaml"), text);
    return readLimits(folder.dir);
  };
  assert.equal(readLimits(folder.dir), LIMITS, "without the file ours hold");
  const mine = set("form:\n  hour: { each: 50 }\n");
  assert.deepEqual(mine.form.hour, { each: 50, total: LIMITS.form.hour.total });
  assert.deepEqual(mine.comment, LIMITS.comment);
  assert.deepEqual(set("# nothing yet\n"), LIMITS);
  for (const [text, problem] of [
    [
      "form: { hour: { each: 0 } }",
      /limits\.yaml: form\.hour\.each: expected a whole number from 1 on, found 0/,
    ],
    ["form: { hour: { each: many } }", /found "many"/],
    ["forms: {}", /forms: no such limit\. There are .*form,/],
    ["form: { day: 3 }", /form\.day: no such limit\. There are form\.hour/],
    ["form: 3", /form: expected about, hour, found 3|form: expected hour, found 3/],
    ["form: { about: x }", /form\.about is no limit/],
    ["pin: { inARow: 9 }", /pin: no such limit/],
    ["- 1", /the file: expected/],
    ["form: [", /limits\.yaml: /],
  ] as const)
    assert.throws(() => set(text), problem, text);
});

test("BU1 docs/limits.md shows the table as it is", () => {
  assert.equal(
    readFileSync("docs/limits.md", "utf8"),
    limitsPage(),
    "npm run limits writes it anew",
  );
});

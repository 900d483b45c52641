/** The programs that tests build are not kept for ever. */
import assert from "node:assert/strict";
import { mkdirSync, readdirSync, utimesSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { forgetOldPrograms, temporary } from "../tools/program.ts";

test("bug: each change of a source left a whole program in the cache; the one before it is kept, for whoever runs it still", () => {
  using folder = temporary();
  for (const [i, name] of ["program-4", "program-3", "program-5", "program-1"].entries()) {
    mkdirSync(join(folder.dir, name));
    utimesSync(join(folder.dir, name), 1_000_000 + i, 1_000_000 + i);
  }
  for (const name of ["modules", "program-9.ab12"]) mkdirSync(join(folder.dir, name));
  forgetOldPrograms(join(folder.dir, "program-4"));
  assert.deepEqual(readdirSync(folder.dir).toSorted(), [
    "modules",
    "program-1",
    "program-4",
    "program-9.ab12",
  ]);
});

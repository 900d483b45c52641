/** What starts the program (bin/cnd.js): where it lets compiled modules lie. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, rmSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { temporary } from "../tools/program.ts";

test("compiled modules lie in a folder of this user alone; in one that others could fill, none do", () => {
  using folder = temporary();
  const modules = join(folder.dir, `cnd-modules-${process.getuid!()}`);
  const elsewhere = join(folder.dir, "elsewhere");
  const start = () => {
    const env = { PATH: process.env["PATH"], TMPDIR: folder.dir };
    const run = spawnSync(process.execPath, ["bin/cnd.js", "--help"], { encoding: "utf8", env });
    assert.equal(run.status, 0, run.stderr);
  };
  start();
  assert.equal(statSync(modules).mode & 0o777, 0o700);
  assert.ok(readdirSync(modules).length > 0, "they lie there");
  assert.deepEqual(readdirSync(folder.dir), [`cnd-modules-${process.getuid!()}`]);

  rmSync(modules, { recursive: true });
  mkdirSync(modules);
  chmodSync(modules, 0o777);
  start();
  assert.deepEqual(readdirSync(modules), [], "others may write there");

  rmSync(modules, { recursive: true });
  mkdirSync(elsewhere, { mode: 0o700 });
  symlinkSync(elsewhere, modules);
  start();
  assert.deepEqual(readdirSync(elsewhere), [], "a link leads where others say");
});

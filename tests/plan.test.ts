/** `cnd plan` as an operator runs it. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { cnd, program, temporary } from "../tools/program.ts";

const REGION = "campaign/regions/pyrenees.yaml";

test("PM23 a region file with mistakes ends the command with a line for each, and nothing is written", () => {
  using folder = temporary();
  const file = join(folder.dir, "region.yaml");
  const out = join(folder.dir, "out");
  writeFileSync(
    file,
    readFileSync(REGION, "utf8")
      .replace("budget: 800000", "budget: -1")
      .replace("takeUp: 0.4", "takeUp: 4"),
  );
  const { code, err } = cnd(["plan", file, "--out", out]);
  assert.equal(code, 1);
  const lines = err.trim().split("\n");
  assert.equal(lines.length, 2);
  assert.match(
    lines[0]!,
    /region\.yaml:\d+: demand\.takeUp: expected a share from 0 to 1, found 4$/,
  );
  assert.match(
    lines[1]!,
    /region\.yaml:\d+: money\.budget: expected a number not below 0, found -1$/,
  );
  assert.equal(existsSync(out), false);
  const { err: nowhere } = cnd(["plan", REGION, "--out", out, "--into", folder.dir]);
  assert.match(nowhere, /^--into: expected a campaign folder, found no campaign\.yaml in /);
  assert.equal(existsSync(out), false);
  assert.match(cnd(["plan"]).err, /^Expected one region file/);
  assert.match(cnd(["plan", REGION, "--threads", "0"]).err, /^--threads: expected a whole number/);
});

test("PM23 Ctrl-C ends the command with one line, and what was done is kept", async () => {
  using folder = temporary();
  const out = join(folder.dir, "out");
  const child = spawn(
    process.execPath,
    [program(), "plan", REGION, "--out", out, "--threads", "1"],
    {
      stdio: ["ignore", "ignore", "pipe"],
    },
  );
  let err = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
  const ended = once(child, "exit");
  while (globSync(join(out, ".work/reach-*")).length === 0 && child.exitCode === null)
    await sleep(20);
  child.kill("SIGINT");
  const [code] = (await ended) as [number];
  assert.equal(code, 1);
  assert.equal(err.trim(), "Stopped. Run the same command again to continue.");
  assert.ok(globSync(join(out, ".work/reach-*")).every((name) => !name.endsWith(".part")));
  assert.equal(existsSync(join(out, "pyrenees.yaml")), false);
});

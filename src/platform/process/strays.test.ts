/** A promise without a handler, in the process and in a thread of it (README.md). */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import test from "node:test";

const MODULE = JSON.stringify(new URL("strays.ts", import.meta.url).href);
const THREAD = `import(${MODULE}).then(({ passStraysOn }) => {
  passStraysOn();
  void Promise.reject(new RangeError("what somebody typed"));
  setInterval(() => undefined, 1000);
});`;
const PROGRAM = `
  const { Worker } = await import("node:worker_threads");
  const { onStray } = await import(${MODULE});
  let told = 0;
  onStray((line) => {
    console.log(line);
    if (++told === 2) process.exit(7);
  });
  new Worker(${JSON.stringify(THREAD)}, { eval: true });
  void Promise.reject(new TypeError("what somebody typed"));`;

test("PC1 a promise that fails unheard ends neither the process nor its thread, and is told in one line", () => {
  const args = ["--input-type=module", "--eval", PROGRAM];
  const ran = spawnSync(process.execPath, args, { encoding: "utf8", timeout: 60_000 });
  assert.equal(ran.status, 7, ran.stderr);
  const lines = ran.stdout.trim().split("\n").toSorted();
  assert.equal(lines.length, 2);
  assert.match(lines[0]!, /^A promise had no handler: RangeError/);
  assert.match(lines[1]!, /^A promise had no handler: TypeError/);
  assert.ok(!ran.stdout.includes("somebody typed"));
});

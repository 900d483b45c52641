/** When memory is cleared, and when not (README.md). */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import test from "node:test";

const MODULE = JSON.stringify(new URL("quiet.ts", import.meta.url).href);
const program = (isShort: boolean): string => `
  import { setImmediate as turn, setTimeout as sleep } from "node:timers/promises";
  const { clearWhenQuiet } = await import(${MODULE});
  const { gc } = globalThis;
  let cleared = 0;
  const flavors = [];
  globalThis.gc = (how) => (cleared++, flavors.push(how.flavor), gc(how));
  const beside = () => Math.round(process.memoryUsage().arrayBuffers / 1e6);
  clearWhenQuiet(100, () => ${isShort});
  const end = performance.now() + 1000;
  let rush = Array.from({ length: 40 }, () => Buffer.alloc(1e6, 1));
  while (performance.now() < end) {
    const until = performance.now() + 20;
    while (performance.now() < until); // there is work
    await turn();
  }
  const busy = cleared;
  rush = undefined;
  while (cleared === busy) await sleep(50);
  await sleep(50);
  const once = cleared;
  await sleep(1000);
  console.log(JSON.stringify({ busy, once, more: cleared - once, beside: beside(), flavors }));
  process.exit();`;

const NEITHER = { busy: 0, once: 1, more: 0, beside: 0 };

test("PC4 what a rush left in memory is cleared when it is quiet, once, and never in a rush", () => {
  assert.deepEqual(ran(false), { ...NEITHER, flavors: ["regular"] }, "compiled code stays");
});

test("PC4 where memory is short compiled code is thrown away, too", () => {
  assert.deepEqual(ran(true), { ...NEITHER, flavors: ["last-resort"] });
});

function ran(isShort: boolean): unknown {
  const args = ["--expose-gc", "--input-type=module", "--eval", program(isShort)];
  const child = spawnSync(process.execPath, args, { encoding: "utf8", timeout: 60_000 });
  assert.equal(child.status, 0, child.stderr);
  return JSON.parse(child.stdout);
}

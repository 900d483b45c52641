/**
 * `npm run check`: types, lint, format, expressions, translations, walls and every test that starts nothing, side by side,
 * within a minute. What is in order says one line; what is not says all.
 */
import { spawn } from "node:child_process";
import { globSync } from "node:fs";
import { sortOf } from "./sorts.ts";

const SOURCES = ["src", "tests", "tools", "bench"];
const tests = globSync(["src/**/*.test.ts", "src/**/*.test.tsx"]).filter(
  (file) => sortOf(file) === "pure",
);
const TESTING = "--import ./tools/tsx-hook.ts --test --test-isolation=none --test-reporter=dot";
const STEPS: readonly (readonly [name: string, command: readonly string[]])[] = [
  [
    "tests that start nothing, and walls",
    [process.execPath, ...TESTING.split(" "), "tests/walls.test.ts", ...tests],
  ],
  ["types", ["tsc"]],
  ["lint", ["oxlint", ...SOURCES]],
  ["format", ["oxfmt", "--check", ...SOURCES]],
  ["expressions", [process.execPath, "tools/check-expressions.ts"]],
  ["translations", [process.execPath, "tools/check-words.ts"]],
];
const AT_ONCE = 2; // the tests are one process, and take longest

const left = [...STEPS];
const passed: boolean[] = [];
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (let step = left.shift(); step; step = left.shift()) passed.push(await run(...step));
  }),
);
process.exit(passed.every(Boolean) ? 0 : 1);

async function run(name: string, [program, ...args]: readonly string[]): Promise<boolean> {
  const began = performance.now();
  const child = spawn(program!, args, { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (said += text));
  const code = await new Promise((resolve) => child.once("close", resolve));
  const took = `${((performance.now() - began) / 1000).toFixed(1)} s`;
  console.log(code === 0 ? `✔ ${name} (${took})` : `✖ ${name} (${took})\n${said}`);
  return code === 0;
}

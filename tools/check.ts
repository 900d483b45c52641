/**
 * `npm run check`: types, lint, format, expressions, translations, voice, walls and every test that starts nothing, side by side,
 * within a minute. What is in order says one line; what is not says all. With `--without-tests`, for whoever runs all tests next.
 */
import { spawn } from "node:child_process";
import { globSync } from "node:fs";
import { isPure } from "./pure.ts";

const SOURCES = ["src", "tests", "tools", "bench"];
const tests = globSync(["src/**/*.test.ts", "src/**/*.test.tsx"]).filter(isPure);
const STEPS: readonly (readonly [name: string, command: readonly string[]])[] = [
  ["walls, and half of the tests that touch nothing", testing("tests/walls.test.ts", ...half(0))],
  ["types", ["tsc", "--incremental", "--tsBuildInfoFile", ".cache/types.tsbuildinfo"]],
  ["lint", ["oxlint", ...SOURCES]],
  ["format", ["oxfmt", "--check", ...SOURCES]],
  ["expressions", [process.execPath, "tools/check-expressions.ts"]],
  ["translations", [process.execPath, "tools/check-words.ts"]],
  ["voice", [process.execPath, "--import", "./tools/tsx-hook.ts", "tools/voice.ts"]],
  ["the other half of the tests", testing(...half(1))],
];
const AT_ONCE = 2;

const isTested = !process.argv.includes("--without-tests");
const left = STEPS.filter(([name]) => isTested || !name.includes("tests"));
const passed: boolean[] = [];
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (let step = left.shift(); step; step = left.shift()) passed.push(await run(...step));
  }),
);
process.exit(passed.every(Boolean) ? 0 : 1);

function half(which: 0 | 1): readonly string[] {
  return tests.filter((_, i) => i % 2 === which);
}

function testing(...files: readonly string[]): readonly string[] {
  const how = "--import ./tools/tsx-hook.ts --test --test-isolation=none --test-reporter=dot";
  return [process.execPath, ...how.split(" "), ...files];
}

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

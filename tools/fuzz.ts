/**
 * `npm run fuzz`: every parser that meets strangers, a minute each; `npm run fuzz -- webvtt --minutes 10` for one. What
 * ends one otherwise than it says is made small and kept in `tests/fuzz/corpus/`, where `npm test` reads it again.
 */
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { PARSERS } from "../tests/fuzz/parsers.ts";
import { fuzz } from "../tests/fuzz/run.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { minutes: { type: "string", default: "1" }, seed: { type: "string" } },
});
const unknown = positionals.find((name) => !Object.hasOwn(PARSERS, name));
if (unknown !== undefined || !(Number(values.minutes) > 0)) {
  console.error(`Expected names of ${Object.keys(PARSERS).join(", ")}, and --minutes above 0.`);
  process.exit(1);
}
const seed = Number(values.seed ?? Date.now() % 2 ** 32);
let found = 0;
for (const name of positionals.length > 0 ? positionals : Object.keys(PARSERS)) {
  const ms = Number(values.minutes) * 60_000;
  const { executions, slowest, crashes } = (await fuzz([name], { seed, most: Infinity, ms })).get(
    name,
  )!;
  console.log(
    JSON.stringify({
      name,
      seed,
      executions,
      minutes: Number(values.minutes),
      slowest,
      crashes: crashes.length,
    }),
  );
  for (const { why, input } of crashes) {
    const file = `tests/fuzz/corpus/${name}/${createHash("sha256").update(input).digest("hex").slice(0, 16)}`;
    mkdirSync(`tests/fuzz/corpus/${name}`, { recursive: true });
    writeFileSync(file, input);
    console.error(`${file}: ${why}`);
  }
  found += crashes.length;
}
process.exit(found > 0 ? 1 : 0);

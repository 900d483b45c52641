/**
 * `npm run voice`: finds phrases that docs/voice.md says to rewrite; part of `npm run check`. `voice/remaining.json` counts
 * those not rewritten yet, and the numbers only fall: `-- --lower` records smaller ones. `-- whoever nobody` lists what
 * these patterns find, and `-- --all` lists everything.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { PATTERNS, patternsIn } from "./voice/patterns.ts";
import { compared, type Counts } from "./voice/ratchet.ts";
import { sentences, type Sentence } from "./voice/texts.ts";

const REMAINING = "tools/voice/remaining.json";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { all: { type: "boolean" }, lower: { type: "boolean" } },
});
const unknown = positionals.find((name) => !PATTERNS.some((one) => one.name === name));
if (unknown !== undefined)
  stop(`Expected one of ${PATTERNS.map(({ name }) => name).join(", ")}, got ${unknown}.`);
const read = await sentences();
if (read.length < 5000) stop(`Expected thousands of sentences to read, got ${read.length}.`);
const found = new Map<string, Sentence[]>(PATTERNS.map(({ name }) => [name, []]));
for (const sentence of read)
  for (const { name } of patternsIn(sentence.text)) found.get(name)!.push(sentence);

const before = JSON.parse(readFileSync(REMAINING, "utf8")) as Counts;
const now = Object.fromEntries([...found].map(([name, all]) => [name, all.length]));
const { more, fewer } = compared(now, before);
for (const { name, instead } of PATTERNS) {
  if (values.all !== true && !positionals.includes(name) && !more.includes(name)) continue;
  console.log(`\n${name}: ${instead}`);
  for (const { where, text } of found.get(name)!) console.log(`  ${where}: ${text}`);
}
if (more.length > 0)
  stop(
    ...more.map(
      (name) => `${name}: expected at most ${before[name] ?? 0} sentences, got ${now[name]}.`,
    ),
    "All of them are listed above; docs/voice.md says what to write instead.",
  );
if (values.lower === true)
  writeFileSync(
    REMAINING,
    `${JSON.stringify(Object.fromEntries(Object.entries(now).filter(([, n]) => n > 0)), undefined, 2)}\n`,
  );
else if (fewer.length > 0)
  stop(
    ...fewer.map((name) => `${name}: ${before[name]} sentences before, ${now[name]} now.`),
    "Fewer than before. Run npm run voice -- --lower to keep it that way.",
  );
const total = Object.values(now).reduce((sum, n) => sum + n, 0);
console.log(`${read.length} sentences read, ${total} findings left to rewrite.`);

function stop(...lines: readonly string[]): never {
  for (const line of lines) console.error(line);
  process.exit(1);
}

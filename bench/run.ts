/** `npm run bench [-- NAME]`: each benchmark prints JSON lines {name, value, unit, peer?, ratio?}. */
import { spawnSync } from "node:child_process";
import { globSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

const OWN = [
  "pages",
  "serve",
  "log",
  "start",
  "while",
  "ledger",
  "import-rows",
  "import-site",
  "search",
  "ladder",
  "badge-check",
  "intake",
  "contribution",
  "updates",
  "inbox",
  "hostile-html",
  "thread",
  "moderation",
  "desk",
  "class-board",
  "watch",
  "delivery",
  "coverage",
  "coverage-judge",
  "hearing",
  "selection",
  "plan",
  "five-plans",
  "more",
  "gap",
  "strangers",
];
const engines = globSync("src/engines/**/*.bench.ts").toSorted();
const wanted = process.argv[2];
const files = [...OWN.map((name) => `bench/${name}.ts`), ...engines].filter(
  (file) => wanted === undefined || basename(file).split(".")[0] === wanted,
);
if (files.length === 0) {
  const names = [...OWN, ...engines.map((file) => basename(file).split(".")[0])];
  console.error(`Expected one of ${names.join(", ")}, got ${wanted}.`);
  process.exit(1);
}
const ready = mkdtempSync(join(tmpdir(), "cnd-ready-")); // campaigns that some copy (tests/campaigns.ts)
for (const file of files) {
  const { status } = spawnSync(process.execPath, ["--import", "./tools/tsx-hook.ts", file], {
    stdio: "inherit",
    env: { ...process.env, CND_TEST_READY: ready },
  });
  if (status !== 0) process.exitCode = 1;
}
rmSync(ready, { recursive: true });

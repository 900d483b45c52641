/**
 * `npm test`: find or install what the tests need from the system, start a real PostgreSQL, run every test but the long
 * ones, which `npm run test:long` runs (tests/long). A few processes take one file after the other (test-worker.ts).
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, globSync, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fail, NEEDS, provide } from "./needs.ts";
import { startCluster } from "./postgres.ts";
import { program } from "./program.ts";

provide(Object.values(NEEDS));
// Nobody cuts the power of this one, and each test makes and drops databases, which takes a third of the time in memory; those
// about restarts start their own.
const MEMORY = "/dev/shm";
const hasRoom = existsSync(MEMORY) && roomIn(MEMORY) > 4e9;
const postgres = await startCluster(NEEDS.postgres.found()!, hasRoom ? MEMORY : tmpdir(), [
  "fsync=off",
  "full_page_writes=off",
  "checkpoint_timeout=1h",
  "autovacuum=off",
]).catch((error: Error) => fail(error.message));
const ready = mkdtempSync(join(tmpdir(), "cnd-ready-")); // campaigns that tests copy (tests/campaigns.ts)
program(); // before files ask for it at once
const asked = process.argv.slice(2);
const files =
  asked.length > 0
    ? asked
    : [
        // The many short ones last, so that all who take them end together.
        ...globSync("tests/**/*.test.ts", { exclude: ["tests/long/**"] }),
        ...globSync(["src/**/*.test.ts", "src/**/*.test.tsx"]),
      ];
// They measure what their process takes and starts, to which what other files left in it would add.
const APART = ["src/platform/media/strangers.test.ts", "src/platform/web/markdown.test.tsx"];
const ALONE = ["tests/measure-link.test.ts"]; // it measures a link, whose round trips others would lengthen
// What takes longest, mostly waiting for links, letters and keys, is begun first, so that nobody waits for it at the end.
const LONGEST = [
  "tests/contribution-link.test.ts",
  "tests/fediverse-snac.test.ts",
  "tests/letters-sent.test.ts",
  "tests/away-silent.test.ts",
  "tests/desk-second-proof.test.ts",
  "tests/walk-campaign.test.ts",
  "tests/walk-stories.test.ts",
  "tests/pages.test.ts",
  "tests/desk-words.test.ts",
  "src/platform/federation/queue.test.ts",
  "src/features/contributions/accept.test.ts",
  "src/features/contributions/check-file.test.ts",
];
// On two processors: a test waits for a browser, a peer or a disk for a good part of its time, and limits leave room. Eight take
// as long in all: the processors are busy then, and each second of theirs does less.
const AT_ONCE = 5;
// Of one file, in ms: one that hangs, or leaves a program behind, fails by its name and holds up no other.
const AT_MOST = Number(process.env["CND_TEST_AT_MOST"] ?? 600_000);
const SHOWN = 10; // of the slowest

const took = new Map<string, number>(); // ms, by file
const first = LONGEST.filter((file) => files.includes(file));
const left = [...new Set([...first, ...files])].filter(
  (file) => !APART.includes(file) && !ALONE.includes(file),
);
const passed: boolean[] = [];
await Promise.all([
  ...Array.from({ length: Math.min(AT_ONCE - 1, left.length) }, async () =>
    passed.push(await runTests(left)),
  ),
  byThemselves(APART).then(async () => left.length > 0 && passed.push(await runTests(left))),
]);
await byThemselves(ALONE);
await postgres[Symbol.asyncDispose]();
rmSync(ready, { recursive: true, force: true });

if (took.size > SHOWN) {
  console.log("the slowest files:");
  for (const [file, ms] of [...took].toSorted(([, a], [, b]) => b - a).slice(0, SHOWN))
    console.log(`${(ms / 1000).toFixed(1).padStart(7)} s  ${file}`);
}
process.exit(passed.every(Boolean) && took.size === new Set(files).size ? 0 : 1);

/** Bytes that are free in a folder. */
function roomIn(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** Those that are asked for, one after the other, each in a process of its own. */
async function byThemselves(some: readonly string[]): Promise<void> {
  for (const file of some.filter((one) => files.includes(one))) passed.push(await runTests([file]));
}

/** Start a process that takes files as long as there are some. @returns whether all went well in it */
async function runTests(some: string[]): Promise<boolean> {
  const worker = spawn(
    process.execPath,
    [
      "--import",
      "./tools/tsx-hook.ts",
      "--test-reporter=spec",
      "--test-reporter-destination=stdout",
      "tools/test-worker.ts",
      String(AT_MOST),
    ],
    {
      stdio: ["inherit", "inherit", "inherit", "ipc"],
      env: {
        ...process.env,
        NODE_COMPILE_CACHE: resolve(".cache/modules"), // most load the whole house
        CND_TEST_POSTGRES: postgres.url,
        CND_TEST_READY: ready,
        CND_TEST_CHROMIUM: NEEDS.chromium.found(),
        CND_TEST_HEADLESS: NEEDS.headless.found(),
        CND_TEST_EPUBCHECK: NEEDS.epubcheck.found(),
      },
    },
  );
  let file: string | undefined;
  let began = 0;
  worker.on("message", () => {
    if (file !== undefined) took.set(file, performance.now() - began);
    [file, began] = [some.shift(), performance.now()];
    if (file === undefined) worker.disconnect();
    else worker.send(file);
  });
  const [code, signal] = (await once(worker, "exit")) as [number | null, string | null];
  if (file !== undefined) console.error(`✖ ${file} ended its process: ${signal ?? code}`);
  return code === 0;
}

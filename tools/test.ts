/**
 * `npm test`: find or install what the tests need from the system, start a real PostgreSQL, run every test but the long
 * ones, which `npm run test:long` runs (tests/long).
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { globSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fail, NEEDS, provide } from "./needs.ts";
import { startCluster } from "./postgres.ts";
import { program } from "./program.ts";
import { sortOf } from "./sorts.ts";

provide(Object.values(NEEDS));
// Nobody cuts the power of this one, and each test makes and drops databases; those about restarts start their own.
const postgres = await startCluster(NEEDS.postgres.found()!, tmpdir(), ["fsync=off"]).catch(
  (error: Error) => fail(error.message),
);
const ready = mkdtempSync(join(tmpdir(), "cnd-ready-")); // campaigns that tests copy (tests/campaigns.ts)
program(); // before files ask for it at once
const asked = process.argv.slice(2);
const files =
  asked.length > 0
    ? asked
    : globSync(["src/**/*.test.ts", "src/**/*.test.tsx", "tests/**/*.test.ts"], {
        exclude: ["tests/long/**"],
      });
// It measures a link: others on the same processor would lengthen the round trips that it is told to have.
const ALONE = ["tests/measure-link.test.ts"];
// What takes longest, mostly waiting for links, letters and keys, is begun first, so that nobody waits for it at the end.
const LONGEST = [
  "contribution-link",
  "letters-sent",
  "away-silent",
  "desk-second-proof",
  "walk-campaign",
  "walk-stories",
  "pages",
].map((name) => `tests/${name}.test.ts`);
// On two processors: a test waits for a browser, a peer or a disk for a good part of its time, and limits leave room.
const AT_ONCE = 4; // beside those of two sorts that share a process each
// Of one file, in ms: one that hangs, or leaves a program behind, fails by its name and holds up no other.
const AT_MOST = Number(process.env["CND_TEST_AT_MOST"] ?? 600_000);

const alone = files.filter((file) => ALONE.includes(file));
const of = Object.groupBy(
  files.filter((file) => !alone.includes(file)),
  sortOf,
);
const whole = of.whole ?? [];
const light = [...(of.pure ?? []), ...(of.light ?? [])];
const passed = [
  ...(await Promise.all([
    runTests(light, ["--test-isolation=none"]),
    runTests(of.databases ?? [], ["--test-isolation=none"]),
    runTests(
      [
        ...LONGEST.filter((file) => whole.includes(file)),
        ...whole.filter((file) => !LONGEST.includes(file)),
      ],
      [`--test-concurrency=${AT_ONCE}`],
    ),
  ])),
  await runTests(alone, []),
];
await postgres[Symbol.asyncDispose]();
rmSync(ready, { recursive: true, force: true });
process.exit(passed.every(Boolean) ? 0 : 1);

async function runTests(some: readonly string[], how: readonly string[]): Promise<boolean> {
  if (some.length === 0) return true;
  const run = spawn(
    process.execPath,
    [
      "--import",
      "./tools/tsx-hook.ts",
      "--test",
      "--test-reporter=spec",
      "--test-reporter-destination=stdout",
      "--test-reporter=./tools/slowest.ts",
      "--test-reporter-destination=stdout",
      `--test-timeout=${AT_MOST}`,
      ...how,
      ...some,
    ],
    {
      stdio: "inherit",
      env: {
        ...process.env,
        NODE_COMPILE_CACHE: resolve(".cache/modules"), // each file is a process, and most load the whole house
        CND_TEST_POSTGRES: postgres.url,
        CND_TEST_READY: ready,
        CND_TEST_CHROMIUM: NEEDS.chromium.found(),
        CND_TEST_HEADLESS: NEEDS.headless.found(),
        CND_TEST_EPUBCHECK: NEEDS.epubcheck.found(),
      },
    },
  );
  const [code] = (await once(run, "exit")) as [number | null];
  return code === 0;
}

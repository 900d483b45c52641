/**
 * `npm test`: find or install what the tests need from the system, start a real PostgreSQL, run every test but the long
 * ones, which `npm run test:long` runs (tests/long).
 */
import { execFileSync, spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chownSync, globSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fail, NEEDS, provide } from "./needs.ts";

provide(Object.values(NEEDS));
const postgres = await startPostgres(NEEDS.postgres.found()!);
const ready = mkdtempSync(join(tmpdir(), "cnd-ready-")); // campaigns that tests copy (tests/campaigns.ts)
const asked = process.argv.slice(2);
const files =
  asked.length > 0
    ? asked
    : globSync(["src/**/*.test.ts", "src/**/*.test.tsx", "tests/**/*.test.ts"], {
        exclude: ["tests/long/**"],
      });
// They measure a link: others on the same processor would lengthen the round trips that it is told to have.
const ALONE = ["tests/measure-link.test.ts", "tests/contribution-link.test.ts"];
// On two processors: a test waits for a browser, a peer or a disk for a good part of its time, and limits leave room.
const AT_ONCE = 4;
// Of one file, in ms: one that hangs, or leaves a program behind, fails by its name and holds up no other.
const AT_MOST = 600_000;
const runs = [
  files.filter((file) => !ALONE.includes(file)),
  ...ALONE.map((alone) => files.filter((file) => file === alone)),
];
const passed = runs.filter((some) => some.length > 0).map(runTests);
await postgres.stop();
rmSync(ready, { recursive: true, force: true });
process.exit(passed.every(Boolean) ? 0 : 1);

function runTests(some: readonly string[]): boolean {
  const run = spawnSync(
    process.execPath,
    [
      "--import",
      "./tools/tsx-hook.ts",
      "--test",
      `--test-concurrency=${AT_ONCE}`,
      `--test-timeout=${AT_MOST}`,
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
        CND_TEST_EPUBCHECK: NEEDS.epubcheck.found(),
      },
    },
  );
  return run.status === 0;
}

/** A cluster of its own in a temporary folder, fsync on, collation C; PostgreSQL refuses root, so it runs as `postgres`. */
async function startPostgres(initdb: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const dir = mkdtempSync(join(tmpdir(), "cnd-postgres-"));
  const as = process.getuid?.() === 0 ? idOf("postgres") : undefined;
  if (as) chownSync(dir, as.uid, as.gid);
  const data = join(dir, "data");
  execFileSync(initdb, ["-D", data, "-U", "postgres", "--locale=C", "--encoding=UTF8"], {
    ...as,
    stdio: "ignore",
  });
  const port = await freePort();
  const server = spawn(
    initdb.replace(/initdb$/, "postgres"),
    ["-D", data, "-k", dir, "-h", "127.0.0.1", "-p", String(port)],
    { ...as, stdio: "ignore" },
  );
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  await untilReady(server, url);
  return {
    url,
    async stop() {
      server.kill("SIGINT");
      await new Promise((done) => server.once("exit", done));
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

async function untilReady(server: ChildProcess, url: string): Promise<void> {
  const { Client } = await import("pg");
  for (let i = 0; i < 100; i++) {
    if (server.exitCode !== null) break;
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await sleep(100);
    }
  }
  server.kill("SIGKILL");
  fail("PostgreSQL did not start within 10 seconds.");
}

function idOf(user: string): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync("id", [flag, user], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === "object" && address ? address.port : fail("No free port.");
}

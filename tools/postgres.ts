/** A PostgreSQL cluster of its own in a temporary folder, collation C; PostgreSQL refuses root, so it runs as `postgres`. */
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { chownSync, globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { freePort } from "./program.ts";

export interface Cluster extends AsyncDisposable {
  readonly url: string;
  /** As `pg_ctl stop -m fast` does: open transactions are rolled back, connections cut. */
  stop(): Promise<void>;
  /** Resolves when it answers again; at once where it runs. */
  start(): Promise<void>;
  /** Its processes get no turn until they are told to go on: lines stay open, new ones are taken, and nothing is said on any. */
  freeze(): void;
  goOn(): void;
}

/** Where `initdb` stands on this machine; undefined where PostgreSQL's server programs are missing. */
export const initdbPath = (): string | undefined =>
  globSync("/usr/lib/postgresql/*/bin/initdb").toSorted().at(-1) ??
  (process.env["PATH"] ?? "").split(":").flatMap((dir) => globSync(join(dir, "initdb")))[0];

/**
 * Make a cluster and start it.
 * @param under the folder that it lies in, which user `postgres` may enter
 * @param settings of the server, such as `fsync=off` @throws Error where it does not answer within 10 seconds
 */
export async function startCluster(
  initdb: string,
  under = tmpdir(),
  settings: readonly string[] = [],
): Promise<Cluster> {
  const dir = mkdtempSync(join(under, "cnd-postgres-"));
  const as = process.getuid?.() === 0 ? idOf("postgres") : undefined;
  if (as) chownSync(dir, as.uid, as.gid);
  const data = join(dir, "data");
  execFileSync(initdb, ["-D", data, "-U", "postgres", "--locale=C", "--encoding=UTF8"], {
    ...as,
    stdio: "ignore",
  });
  const port = await freePort();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  let server: ChildProcess | undefined;
  async function start(): Promise<void> {
    if (server?.exitCode === null && server.signalCode === null) return;
    server = spawn(
      initdb.replace(/initdb$/, "postgres"),
      [
        "-D",
        data,
        "-k",
        dir,
        "-h",
        "127.0.0.1",
        "-p",
        String(port),
        ...settings.flatMap((one) => ["-c", one]),
      ],
      { ...as, stdio: "ignore" },
    );
    await untilReady(server, url);
  }
  async function stop(): Promise<void> {
    const ending = server;
    server = undefined;
    if (!ending || ending.exitCode !== null) return;
    const ended = new Promise((done) => ending.once("exit", done));
    ending.kill("SIGINT"); // fast
    await ended;
  }
  /** The server last to go on and first to stop: only it starts children and takes note of their ends, so the list of them stays true meanwhile. */
  function signal(name: "SIGSTOP" | "SIGCONT"): void {
    const { pid } = server!;
    if (name === "SIGSTOP") process.kill(pid!, name);
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8");
    for (const child of children.split(" ").filter(Boolean)) process.kill(Number(child), name);
    if (name === "SIGCONT") process.kill(pid!, name);
  }
  await start();
  return {
    url,
    start,
    stop,
    freeze: () => signal("SIGSTOP"),
    goOn: () => signal("SIGCONT"),
    async [Symbol.asyncDispose]() {
      await stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

async function untilReady(server: ChildProcess, url: string): Promise<void> {
  for (let i = 0; i < 100 && server.exitCode === null; i++) {
    const client = new Client({ connectionString: url });
    client.on("error", () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await sleep(100);
    }
  }
  server.kill("SIGKILL");
  throw new Error("PostgreSQL did not start within 10 seconds.");
}

function idOf(user: string): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync("id", [flag, user], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

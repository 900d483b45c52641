/** Boot the built program on a free port with the first campaign, fetch the front page and /healthz, stop it. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "./program.ts";

const dir = mkdtempSync(join(tmpdir(), "cnd-smoke-"));
const port = String(await freePort());
const env = { ...process.env, CND_DATA: join(dir, "data"), PORT: port, CND_ALLOW_PRIVATE: "1" };
try {
  const imported = spawnSync(process.execPath, ["dist/main.js", "import", "campaign"], {
    stdio: "inherit",
    env,
  });
  if (imported.status !== 0) throw new Error("The first campaign was not imported.");
  const server = spawn(process.execPath, ["dist/main.js", "serve"], { stdio: "inherit", env });
  const ended = once(server, "exit");
  const health = await answer("/healthz");
  const front = health && (await answer("/"));
  const actor = front && (await answer("/nodeinfo/2.1"));
  server.kill(actor ? "SIGTERM" : "SIGKILL");
  const [code] = (await ended) as [number | null];
  if (!health || !front?.includes("<h1") || !actor?.includes("activitypub"))
    throw new Error("The built program does not answer.");
  if (code !== 0) throw new Error(`The built program ended with ${code}.`);
  console.log("The built program serves the first campaign and stops when asked.");
} finally {
  rmSync(dir, { recursive: true, force: true });
}

async function answer(path: string): Promise<string | undefined> {
  for (let i = 0; i < 200; i++) {
    const got = await fetch(`http://127.0.0.1:${port}${path}`).catch(() => undefined);
    if (got?.status === 200) return got.text();
    await sleep(50);
  }
  return undefined;
}

/** Process start to the first 200 of the front page, the first campaign imported, against a bare node:http server. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { cnd, freePort, program, temporary } from "../tools/program.ts";
import { median, report } from "./report.ts";

const RUNS = 7;
using folder = temporary();
const env = { PATH: process.env["PATH"] ?? "", CND_DATA: join(folder.dir, "data") };
const imported = cnd(["import", "campaign"], env);
if (imported.code !== 0) throw new Error(imported.err);
const bare = `require("http").createServer((q, r) => r.end("ok")).listen(process.env.PORT)`;
const mine: number[] = [];
const peer: number[] = [];
for (let i = 0; i < RUNS; i++) {
  mine.push(await firstAnswer([program(), "serve"]));
  peer.push(await firstAnswer(["-e", bare]));
}
report({
  name: "start",
  value: median(mine) / 1000,
  unit: "s",
  peer: { "node:http": median(peer) / 1000 },
  ratio: median(mine) / median(peer),
});

async function firstAnswer(args: readonly string[]): Promise<number> {
  const port = String(await freePort());
  const began = performance.now();
  const child = spawn(process.execPath, args, { stdio: "ignore", env: { ...env, PORT: port } });
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer?.status === 200) break;
    if (child.exitCode !== null) throw new Error("The server ended before it answered.");
    await sleep(5);
  }
  const took = performance.now() - began;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  await ended;
  return took;
}

/**
 * Every attack at once, and with it those that keep a hundred lines busy with pages that mean nothing and with pictures that are hard to
 * read: the attackers on one processor, the server on the other, and beside it one that does nothing, which says what the machine
 * itself makes others wait. `CND_ATTACK` is for how many seconds.
 */
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import test from "node:test";
import { freePort, serveAlone, temporary } from "../../tools/program.ts";
import { attack, p99 } from "../attack.ts";
import { firstCampaign } from "../campaigns.ts";

const SECONDS = Number(process.env["CND_ATTACK"] ?? 180);
const MOST = 100; // ms, or three times what a server takes that does nothing
const hasTaskset = spawnSync("taskset", ["--version"]).status === 0;
const onCore = (core: number) => (hasTaskset ? ["taskset", "-c", String(core)] : []);

for (const networks of [1, 20])
  test(`under every attack from ${networks} networks, with pages and pictures on many lines, others are served`, async (t) => {
    using folder = temporary();
    const env = { CND_DATA: join(folder.dir, "data") };
    await firstCampaign(env.CND_DATA);
    await using server = await serveAlone(env, [], onCore(0));
    await using bare = await bareServer();
    const how = { photo: 450, rest: 10_000, under: onCore(1), mixed: { bare: bare.base } };
    const seen = await attack(server, { seconds: SECONDS, networks, ...how });
    const [pages, health, idle] = [p99(seen.pages), p99(seen.health), p99(seen.bare)];
    const form = seen.forms.at(-1) ?? Infinity;
    const asked = {
      pages: seen.pages.length,
      health: seen.health.length,
      forms: seen.forms.length,
    };
    const { memory, done, story } = seen;
    t.diagnostic(
      JSON.stringify({ networks, pages, health, bare: idle, form, asked, memory, done, story }),
    );
    assert.equal(seen.story, 303);
    const most = Math.max(MOST, 3 * idle);
    assert.ok(seen.health.length > 50 && seen.forms.length > 5, JSON.stringify(asked));
    assert.ok(pages <= most, `p99 of kept pages: ${pages} ms, of a bare server ${idle} ms`);
    assert.ok(health <= most, `p99 of /healthz: ${health} ms, of a bare server ${idle} ms`);
    assert.ok(form <= 3000, `the longest form: ${form} ms`);
  });

/** On the processor of the server. */
async function bareServer(): Promise<{ readonly base: string } & AsyncDisposable> {
  const port = await freePort();
  const code = `require("http").createServer((req, res) => res.end("ok")).listen(${port}, "127.0.0.1", () => console.log("up"))`;
  const [command, ...args] = [...onCore(0), process.execPath, "-e", code];
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "inherit"] });
  await once(child.stdout, "data");
  return {
    base: `http://127.0.0.1:${port}/`,
    async [Symbol.asyncDispose]() {
      child.kill();
      await once(child, "exit");
    },
  };
}

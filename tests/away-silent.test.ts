/** PostgreSQL takes lines and answers nothing, as a machine that hangs does (src/platform/db/README.md). */
import assert from "node:assert/strict";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { join } from "node:path";
import test from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { serveAlone, temporary } from "../tools/program.ts";
import { succeed } from "./commands.ts";
import { DATABASES } from "./databases.ts";
import { ownerOf, placeBody, post, say, sign, type Answer } from "./saying.ts";

/** Between a program and its database: lines that are open, and those that come, hand nothing on while it is silent. */
async function between(address: string) {
  const to = new URL(address);
  const lines = new Set<readonly [Socket, Socket]>();
  let isSilent = false;
  const server = createServer((near) => {
    const far = connect(Number(to.port), to.hostname);
    const line = [near, far] as const;
    lines.add(line);
    for (const [one, other] of [line, [far, near] as const]) {
      one.on("data", (part: Buffer) => void (isSilent || other.write(part)));
      one
        .on("error", () => undefined)
        .on("close", () => {
          if (!isSilent) other.destroy();
        });
    }
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    address: Object.assign(new URL(address), { host: `127.0.0.1:${port}` }).href,
    fallSilent: () => void (isSilent = true),
    /** What was said meanwhile is lost; who hung up is heard to have done so. */
    goOn(): void {
      isSilent = false;
      for (const line of lines)
        if (line.some((one) => one.destroyed)) line.forEach((one) => one.destroy());
    },
    [Symbol.dispose]() {
      lines.forEach((line) => line.forEach((one) => one.destroy()));
      server.close();
    },
  };
}

test("DB7 a database that takes lines and answers nothing: pages go on, a write is told to come again, and nobody waits for ever", async () => {
  using folder = temporary();
  await using database = await DATABASES.PostgreSQL();
  const data = join(folder.dir, "data");
  const campaign = join(folder.dir, "campaign");
  succeed(["init", campaign, "--yes"]);
  succeed(["import", campaign], { CND_DATA: data, CND_DATABASE: database.address });
  using line = await between(database.address);
  await using server = await serveAlone({ CND_DATA: data, CND_DATABASE: line.address });
  const status = async (path: string) => (await fetch(server.base + path)).status;
  const place = (name: string) =>
    sign(ownerOf(data), { kind: "place.named/1", body: placeBody(name) });
  await say(server.base, place("Before"));
  assert.equal(await status("/"), 200);
  line.fallSilent();
  const began = performance.now();
  const refused = place("While it is silent");
  const [kept, unkept, written] = await Promise.all([
    status("/"),
    status("/pages/privacy"),
    post(server.base, refused),
  ]);
  const took = performance.now() - began;
  assert.deepEqual([kept, unkept, written.status], [200, 503, 503]);
  assert.equal(((await written.json()) as Answer).error, "away");
  assert.ok(took < 45_000, `the last of them waited ${took} ms`);
  line.goOn();
  for (let i = 0; (await status("/healthz")) !== 200; i++) {
    assert.ok(i < 300, "it did not come back by itself");
    await sleep(100);
  }
  await say(server.base, place("After"));
  assert.equal(await status("/pages/privacy"), 200);
  assert.equal(server.process.exitCode, null);
  await say(server.base, refused);
});

test("DB7 a statement that takes long is waited for", async () => {
  await using database = await DATABASES.PostgreSQL();
  const { rows } = await sql<{ is: number }>`select 7 as is from pg_sleep(8)`.execute(database.db);
  assert.equal(rows[0]!.is, 7);
});

/** An instance is told to stop while PostgreSQL is away, or says nothing (src/platform/db/README.md). */
import assert from "node:assert/strict";
import { once } from "node:events";
import { join } from "node:path";
import test from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { initdbPath, startCluster, type Cluster } from "../tools/postgres.ts";
import { serveAlone, temporary } from "../tools/program.ts";
import { succeed } from "./commands.ts";
import { DATABASES } from "./databases.ts";
import { ownerOf, placeBody, post, say, sign } from "./saying.ts";

type Way = Readonly<Record<"goes" | "comes", (cluster: Cluster) => void | Promise<void>>>;
const WAYS: Readonly<Record<string, Way>> = {
  "was stopped": { goes: (it) => it.stop(), comes: (it) => it.start() },
  "says nothing": { goes: (it) => it.freeze(), comes: (it) => it.goOn() },
};

for (const [what, { goes, comes }] of Object.entries(WAYS))
  test(`DB9 told to stop while PostgreSQL ${what}, it ends within five seconds; what was acknowledged is there after the next start`, async () => {
    using folder = temporary();
    await using cluster = await startCluster(initdbPath()!);
    const data = join(folder.dir, "data");
    const env = { CND_DATA: data, CND_DATABASE: cluster.url };
    succeed(["init", join(folder.dir, "campaign"), "--yes"]);
    succeed(["import", join(folder.dir, "campaign")], env);
    const place = (name: string) =>
      sign(ownerOf(data), { kind: "place.named/1", body: placeBody(name) });
    const [kept, late] = [place("Kept"), place("One that waits")];
    {
      await using server = await serveAlone(env);
      await say(server.base, kept);
      await goes(cluster);
      try {
        const waits = post(server.base, late).then(
          ({ status }) => status,
          () => "cut off",
        );
        await sleep(500);
        const began = performance.now();
        const ended = once(server.process, "exit");
        server.process.kill("SIGTERM");
        const [code] = (await ended) as [number | null];
        const took = performance.now() - began;
        assert.equal(code, 0, server.complaints());
        assert.ok(took < 5000, `it ended after ${took} ms`);
        assert.match(server.complaints(), /^Stopped without the database/m);
        assert.notEqual(await waits, 200);
      } finally {
        await comes(cluster);
      }
    }
    await using again = await serveAlone(env);
    const record = await fetch(`${again.base}/log/records/${kept.id}`);
    assert.equal(record.status, 200);
    await say(again.base, late);
    succeed(["verify"], env);
  });

test("DB9 a stop waits for a PostgreSQL that answers, though a write of it takes longer than one that is away would be waited for", async () => {
  using folder = temporary();
  await using database = await DATABASES.PostgreSQL();
  const data = join(folder.dir, "data");
  const env = { CND_DATA: data, CND_DATABASE: database.address };
  succeed(["init", join(folder.dir, "campaign"), "--yes"]);
  succeed(["import", join(folder.dir, "campaign")], env);
  const slow = sign(ownerOf(data), { kind: "place.named/1", body: placeBody("Slow") });
  {
    await using server = await serveAlone(env);
    const held = Promise.withResolvers<void>();
    const holding = database.db.transaction().execute(async (tx) => {
      await sql`select pg_advisory_xact_lock(4711)`.execute(tx); // that of the log: whoever appends waits
      held.resolve();
      await sleep(6000);
    });
    await held.promise;
    const waits = post(server.base, slow).catch(() => undefined);
    await sleep(500);
    const ended = once(server.process, "exit");
    server.process.kill("SIGTERM");
    await holding;
    assert.equal(server.process.exitCode, null);
    const [code] = (await ended) as [number | null];
    assert.equal(code, 0);
    assert.doesNotMatch(server.complaints(), /Stopped without the database/);
    await waits;
  }
  await using again = await serveAlone(env);
  const record = await fetch(`${again.base}/log/records/${slow.id}`);
  assert.equal(record.status, 200);
});

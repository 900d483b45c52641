import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { DATABASES } from "../../../tests/databases.ts";
import { testCard } from "../../../tests/test-card.ts";
import type { Serving } from "../../platform/feature.ts";
import { RefusedJob } from "../../platform/jobs/jobs.ts";
import { migrateLog } from "../../platform/log/tables.ts";
import { openMedia } from "../../platform/media/media.ts";
import { openPrivate, platformParts } from "../../platform/private/private.ts";
import { clipsWork } from "./ladder.ts";

test("PB26 what is made of a film ends when the film is erased, and the copies in the work go", async () => {
  const dir = mkdtempSync(join(tmpdir(), "cnd-test-"));
  await using database = await DATABASES.SQLite();
  await migrateLog(database.db, database.store);
  const media = openMedia(join(dir, "media"));
  testCard(join(dir, "card.mp4"), { seconds: 12, width: 1280, height: 720 });
  const { media: film } = await media.put(join(dir, "card.mp4"));
  let shown: object | undefined = { isHeard: false, cues: [] };
  const instance = {
    media,
    folder: { ladder: join(dir, "ladder") },
    log: { private: await openPrivate(database.db, platformParts), touch: async () => undefined },
    snapshot: async () => ({ shown, isInWork: false }), // what the database says of who agrees
  } as unknown as Serving["instance"];
  const work = clipsWork({ instance, now: Date.now });
  const { signal } = new AbortController();
  const done = work({ film }, { progress: async () => undefined, signal });
  const refused = assert.rejects(done, (error) => {
    assert.ok(error instanceof RefusedJob);
    assert.match(error.message, /is gone/);
    return true;
  });
  while (!existsSync(join(dir, "ladder", film, "small.mkv.new"))) await sleep(10);
  shown = undefined;
  await media.remove(film);
  await refused;
  assert.ok(!existsSync(join(dir, "ladder", film)));
  rmSync(dir, { recursive: true });
});

/** A photo that the desk let go while records that once showed it are still being followed. Rule PH8. */
import assert from "node:assert/strict";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { importInto } from "../src/commands/import.ts";
import { campaignFrame } from "../src/features/campaign/frame.ts";
import { pictureFollower } from "../src/features/captions/photos/follow.ts";
import { askPictures } from "../src/features/pictures/model.ts";
import { standingStory } from "../src/features/editor/around.ts";
import { privateParts, registry } from "../src/models.ts";
import type { Followed } from "../src/platform/followers/given.ts";
import { standingAbout } from "../src/platform/log/reading.ts";
import { openInstance } from "../src/platform/process/instance.ts";
import { temporary } from "../tools/program.ts";

test("PH8 bug: a photo that was let go stood in the library again, when the record that once showed it was followed late", async () => {
  using folder = temporary();
  const mine = join(folder.dir, "mine");
  cpSync("docs/protocol/valid/small", mine, { recursive: true });
  await using instance = await openInstance({
    dir: join(folder.dir, "data"),
    database: undefined,
    origin: "campaign.example",
    projections: registry.projections,
    parts: privateParts,
    writer: new URL("../src/writer.ts", import.meta.url),
  });
  await importInto(instance, mine);
  const { log, snapshot } = instance;
  const told = await snapshot(async (db) => {
    const subject = (await standingStory(db, "two-hills"))!.known!.subject;
    const { kind, body } = (await standingAbout(db, subject))[0]!;
    return { id: subject, subject, kind, at: "", author: "", body } as Followed;
  });
  const { work } = pictureFollower({
    instance,
    speaker: { append: log.append, key: instance.folder.keys.owner, snapshot },
    now: Date.now,
    frame: (db) => campaignFrame(db, "https://campaign.example"),
  });
  const running = AbortSignal.timeout(60_000);
  const { media } = (told.body as unknown as { cover: { file: { media: string } } }).cover.file;
  const inLibrary = async () => (await askPictures(log.private).get(media)) !== undefined;
  await work([told], running);
  assert.ok(await inLibrary());
  for (const file of ["places.geojson", "stories/two-hills.md"]) {
    const path = join(mine, file);
    const lines = readFileSync(path, "utf8").split("\n");
    writeFileSync(
      path,
      lines.filter((line) => !/hill\.png|picture:hill|^pictures:/.test(line)).join("\n"),
    );
  }
  await importInto(instance, mine);
  await work([told], running);
  assert.ok(await inLibrary(), "nobody let it go");
  await askPictures(log.private).forget([media]);
  await work([told], running);
  assert.ok(!(await inLibrary()));
});

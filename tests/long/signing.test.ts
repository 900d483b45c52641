/** A film of a minute with forty cues, whose making is killed in the middle: every clip is exact to the frame. */
import assert from "node:assert/strict";
import { once } from "node:events";
import { statSync } from "node:fs";
import test from "node:test";
import { serve, serveAlone, temporary } from "../../tools/program.ts";
import { framesIn, signedFolder, until } from "../signed-folder.ts";
import { framesOf } from "../test-card.ts";

test("PB22 PB27 of a minute with forty cues each clip has the frames of its cue, and after a kill those that were finished are not made again", async () => {
  using at = temporary();
  const card = { seconds: 60 };
  const mine = await signedFolder(
    at.dir,
    card,
    Array.from({ length: 10 }, () => 4),
  );
  mine.agree("film");
  // From 0.48 to 4 seconds, some of whose edges lie between two frames.
  let end = 0;
  const cues = Array.from({ length: 40 }, (_, i) => {
    const start = end;
    end += i === 39 ? 4000 : 480 + ((i * 331) % 1800);
    return [start, end, `{"s":"p${Math.floor(i / 4) + 1}s${(i % 4) + 1}"}`] as const;
  });
  assert.ok(end <= 60_000, `${end}`);
  mine.cue(cues);
  mine.bring();
  await using first = await serveAlone(mine.env);
  await until("some clips", () => mine.films().length >= 20);
  const ended = once(first.process, "exit");
  process.kill(-first.process.pid!, "SIGKILL");
  await ended;
  const before = mine.films().map((row) => [row.rung, statSync(mine.path(row)).ino]);
  await using again = await serve(mine.env);
  assert.ok(again.base);
  await until("the clips", () => mine.films().length === 82 && mine.isIdle());
  const after = mine.films().map((row) => [row.rung, statSync(mine.path(row)).ino] as const);
  const kept = new Map(after);
  for (const [rung, ino] of before) assert.equal(kept.get(String(rung)), ino, String(rung));
  for (const row of mine.films()) {
    assert.deepEqual(framesOf(mine.path(row)), framesIn(row, card), row.rung);
    assert.equal(mine.streams(row).trim(), "video,25/1", row.rung);
  }
  const four = mine.films().filter(({ rung }) => rung.startsWith(`clip-${end - 4000}-`));
  assert.equal(four.length, 2);
  for (const { rung, bytes } of four) {
    console.log(`${rung}: ${bytes} bytes`);
    assert.ok(bytes <= (rung.endsWith("light") ? 45_000 : 90_000), `${rung} ${bytes}`);
  }
});

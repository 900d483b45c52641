/** The ladder of a clip of 20 MB in 1080p, beside one plain ffmpeg that writes the same rungs. Interleaved, medians. */
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { Kysely } from "kysely";
import { privateParts } from "../src/models.ts";
import { openSqlite } from "../src/platform/db/open-sqlite.ts";
import type { Db } from "../src/platform/db/store.ts";
import { migrateLog } from "../src/platform/log/tables.ts";
import { ladderWork } from "../src/platform/media/ladder/ladder.ts";
import { openMedia } from "../src/platform/media/media.ts";
import { openPrivate } from "../src/platform/private/private.ts";
import { temporary } from "../tools/program.ts";
import { median, report } from "./report.ts";

const ROUNDS = 3;
using folder = temporary();
const clip = join(folder.dir, "clip.mp4");
execFileSync("ffmpeg", [
  ..."-v error -f lavfi -i testsrc2=s=1920x1080:r=25:d=20,noise=alls=8:allf=t".split(" "),
  ..."-f lavfi -i sine=d=20 -c:v libx264 -preset veryfast -b:v 7900k -maxrate 8000k".split(" "),
  ..."-bufsize 8000k -c:a aac -b:a 128k -shortest".split(" "),
  clip,
]);

const plain: number[] = [];
const ours: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  plain.push(await timed(() => encodePlainly(join(folder.dir, `plain-${round}`))));
  ours.push(await timed(() => makeLadder(join(folder.dir, `ours-${round}`))));
}
report({ name: "the clip", value: statSync(clip).size / 1_000_000, unit: "MB" });
report({
  name: "ladder of a 1080p clip of 20 s: sound, poster, 144p, 240p, 480p",
  value: median(ours),
  unit: "s",
  peer: { "one plain ffmpeg with the same rungs": median(plain) },
  ratio: median(ours) / median(plain),
});

async function timed(work: () => void | Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

/** The same codings and sizes, as one would type them. */
function encodePlainly(dir: string): void {
  mkdirSync(dir);
  const film = (lines: number, rate: number, bits: number, sound: number, quality: number) =>
    `-map 0:v -map 0:a -vf scale=-2:${lines} -r ${rate} -c:v libx264 -profile:v baseline -level 3.0 -pix_fmt yuv420p -preset fast -crf ${quality} -maxrate ${bits}k -bufsize ${bits * 2}k -g ${rate * 10} -c:a aac -ac 1 -ar 44100 -b:a ${sound}k -movflags +faststart ${dir}/${lines}.mp4`.split(
      " ",
    );
  execFileSync("ffmpeg", [
    ...`-v error -i ${clip} -map 0:a -c:a libopus -b:a 24k -ac 1 ${dir}/sound.ogg`.split(" "),
    ...film(144, 15, 90, 24, 30),
    ...film(240, 25, 220, 32, 29),
    ...film(480, 25, 700, 64, 27),
  ]);
  rmSync(dir, { recursive: true });
}

async function makeLadder(dir: string): Promise<void> {
  mkdirSync(dir);
  const store = openSqlite(join(dir, "log.sqlite"));
  const db: Db = new Kysely({ dialect: store.dialect });
  await migrateLog(db, store);
  const privately = await openPrivate(db, privateParts);
  const media = openMedia(join(dir, "media"));
  const { media: name } = await media.put(clip);
  const work = ladderWork({
    media,
    work: join(dir, "work"),
    private: privately,
    touch: async () => undefined,
  });
  const nothing = { progress: async () => undefined, signal: new AbortController().signal };
  await work({ media: name, has: [] }, nothing);
  const { rungs } = (await privately("ladders.of", name)) as { rungs: unknown[] };
  if (rungs.length !== 5) throw new Error(`Expected 5 rungs, got ${rungs.length}.`);
  await db.destroy();
  rmSync(dir, { recursive: true });
}

/** What is kept of files (README.md): real pictures, real recordings. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import sharp from "sharp";
import { noisyPhoto } from "../../../tests/noisy-photo.ts";
import { smallDisk } from "../../../tests/small-disk.ts";
import { temporary } from "../../../tools/program.ts";
import type { Privately } from "../../platform/private/part.ts";
import type { Upload } from "./private/uploads.ts";
import { dataPaths } from "../../platform/process/data-folder.ts";
import { lookAt } from "./check-file.ts";
import { openUploads } from "./store.ts";

test("T6 of a photo and of a recording nothing is kept of where, when and with what it was made", async () => {
  using folder = temporary();
  const photo = join(folder.dir, "photo");
  writeFileSync(
    photo,
    await sharp({ create: { width: 64, height: 48, channels: 3, background: "#c2350a" } })
      .withExif({
        IFD0: { Make: "SECRET-DEVICE" },
        IFD3: { GPSLatitudeRef: "N", GPSLatitude: "51/1 30/1 0/1" },
      })
      .jpeg()
      .toBuffer(),
  );
  assert.ok(readFileSync(photo).includes("SECRET-DEVICE"));
  const looked = await lookAt(photo, "photo", { to: photo, work: join(folder.dir, "work") });
  assert.ok(
    "kind" in looked && looked.kind === "jpg" && looked.note?.includes("place"),
    JSON.stringify(looked),
  );
  assert.equal((await sharp(photo).metadata()).exif, undefined);

  const voice = join(folder.dir, "voice");
  const told = ["-metadata", "title=SECRET-TITLE", "-metadata", "location=+51.5-000.1/"];
  const sound = ["-f", "lavfi", "-i", "sine=d=1", "-c:a", "aac", ...told, "-f", "mp4", voice];
  execFileSync("ffmpeg", ["-v", "error", ...sound]);
  assert.ok(readFileSync(voice).includes("SECRET-TITLE"));
  const heard = await lookAt(voice, "voice", { to: voice, work: join(folder.dir, "work") });
  assert.ok("kind" in heard, JSON.stringify(heard));
  assert.ok(!/SECRET|\+51\.5/.test(readFileSync(voice, "latin1")));
});

test("T7 a file whose senders all left is looked at no more, and is whole when one of them comes again", async () => {
  using folder = temporary();
  const settled: Upload[] = [];
  const ask = (async (_operation: string, upload: Upload) => settled.push(upload)) as Privately;
  const store = openUploads(folder.dir, ask, Date.now);
  const id = "a".repeat(22);
  const sound = ["-f", "lavfi", "-i", "anoisesrc=d=240", "-f", "wav", `${store.path(id)}.part`];
  execFileSync("ffmpeg", ["-v", "error", ...sound]);
  const before = readFileSync(`${store.path(id)}.part`).length;
  const upload = { id, what: "voice", state: "coming", size: before } as Upload;
  const [first, second] = [new AbortController(), new AbortController()];
  const looked = [
    store.finish(upload, { by: "x", leaving: first.signal }),
    store.finish(upload, { by: "x", leaving: second.signal }),
  ];
  const gone = looked.map((one) => assert.rejects(one, /second/));
  first.abort(new Error("first"));
  const third = store.finish(upload, { by: "x", leaving: second.signal });
  await new Promise((done) => setTimeout(done, 500));
  second.abort(new Error("second"));
  const again = store.finish(upload); // comes while the other is let go of
  await Promise.all([...gone, assert.rejects(third, /second/)]);
  assert.deepEqual(settled, []);
  const found = await again;
  assert.equal(found.state, "here");
  assert.ok(found.kept! < before, "it was whole, and is kept as MP3");
  assert.deepEqual(readdirSync(dataPaths(folder.dir).uploads), [id]);
  assert.equal(settled.length, 1);
});

test("T15 bug: a picture that came while the disk was full was refused as damaged", async (t) => {
  using folder = temporary();
  using disk = smallDisk(folder.dir, "16k");
  if (!disk) return t.skip("only root may mount a disk of a few kilobytes");
  const photo = join(folder.dir, "photo");
  writeFileSync(photo, await noisyPhoto(400));
  const to = join(disk.dir, "kept");
  await assert.rejects(lookAt(photo, "photo", { to, work: disk.dir }), { code: "ENOSPC" });
});

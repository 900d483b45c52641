/** What is kept of files (README.md): real pictures, real recordings. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import sharp from "sharp";
import { temporary } from "../../../tools/program.ts";
import { lookAt } from "./look.ts";

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
  const looked = await lookAt(photo, "photo", join(folder.dir, "work"));
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
  const heard = await lookAt(voice, "voice", join(folder.dir, "work"));
  assert.ok("kind" in heard, JSON.stringify(heard));
  assert.ok(!/SECRET|\+51\.5/.test(readFileSync(voice, "latin1")));
});

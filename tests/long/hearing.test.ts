/**
 * How often the detector is right (docs/listening-model.md), over the folder that `CND_SOUNDS` names: the classes of ESC-10 by their
 * names, `noise` (rain, wind, stream, waves), `unheard` (birds, summer-night, storm, fireplace, city, train, coffee-shop) and
 * `apart` (boat). The project has no such folder: 50 MB of recordings. Without one this says so, and measures nothing.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { program } from "../../tools/program.ts";

const SOUNDS = process.env["CND_SOUNDS"];
const dir = mkdtempSync(join(tmpdir(), "cnd-hearing-"));
after(() => rmSync(dir, { recursive: true }));

test(
  "the detector that comes with the program is what its sounds and its seed give, and as good as its page says",
  { skip: SOUNDS === undefined && "CND_SOUNDS names no folder of recordings" },
  (t) => {
    const out = join(dir, "detector-1.ts");
    const asked = ["--hours", "48", "--name", "motor-1", "--out", out];
    const args = [program(), "listen", "measure", SOUNDS!, ...asked]; // a quarter of an hour, on one core
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    assert.equal(status, 0, stderr);
    const lines = stdout.trim().split("\n");
    for (const line of lines) t.diagnostic(line);
    const all = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    const one = (begin: string, level?: number) => {
      const found = all.find(
        (line) =>
          String(line["what"]).startsWith(begin) &&
          (level === undefined || line["level"] === level),
      );
      assert.ok(found, begin);
      return found as Readonly<Record<string, number>>;
    };
    assert.equal(
      readFileSync(out, "utf8"),
      readFileSync("src/engines/hearing/detector-1.ts", "utf8"),
    );
    const clips = one("recordings of a few seconds");
    assert.ok(clips["auc"]! >= 0.97 && clips["takenForMotors"]! <= 8, JSON.stringify(clips));
    for (const [begin, level, least] of [
      ["motors of 20 s, one threshold", 6, 0.85],
      ["motors of 20 s, one threshold", 0, 0.65],
      ["motors of 20 s, a threshold of each", 6, 0.95],
      ["motors of 20 s, a threshold of each", 0, 0.9],
    ] as const)
      assert.ok(one(begin, level)["recall"]! >= least, `${begin}, ${level} dB`);
    const noise = one("alarms without a motor");
    assert.ok(noise["minutes"]! > 32 && noise["alarms"]! <= 1, JSON.stringify(noise));
    assert.ok(one("SYNTHETIC hours")["alarmsWithoutMotor"]! <= 1);
  },
);

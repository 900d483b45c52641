/** Whatever lies on a stick (src/engines/hearing/README.md): what cannot be read, and names that mean harm. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { picture } from "../src/commands/listen/picture.ts";
import { toldAsCsv, toldAsText } from "../src/commands/listen/said.ts";
import { tableOf, type Listened } from "../src/commands/listen/table.ts";
import { shownName } from "../src/commands/listen/walk.ts";
import { cnd } from "../tools/program.ts";
import { wav } from "./recordings.ts";
import { calm, loud, listen, sticks } from "./sticks.ts";

const { folder } = sticks();

test("LF6 what cannot be read is named in words and the exit code says so; all else is judged", () => {
  const whole = wav(loud);
  const stick = folder({
    "20260601_040000.WAV": whole,
    "bits-float.wav": wav(loud, { isFloat: true }),
    "channels-8.wav": wav(loud, { channels: 8 }),
    "cut.wav": whole.subarray(0, whole.length / 2),
    "four-gigabytes.wav": wav(loud, { size: 0xf0_00_00_00 }),
    "empty.wav": new Uint8Array(0),
    "head.wav": whole.subarray(0, 44),
    "half-a-head.wav": whole.subarray(0, 30),
    "rate-0.wav": wav(calm, { rate: 0 }),
    "rate-1.wav": wav(calm, { rate: 1 }),
    "rate-4-billion.wav": wav(calm, { rate: 4_000_000_000 }),
    "channels-none.wav": wav(calm.subarray(0, 10), { channels: 0 }),
    "text.wav": Buffer.from("This is no sound at all."),
    "text.ogg": Buffer.from("OggS this is no sound at all."),
  });
  execFileSync("mkfifo", [join(stick, "pipe.wav")]);
  symlinkSync("/etc/passwd", join(stick, "link.wav"));
  symlinkSync(stick, join(stick, "round"));
  const { code, err, heard } = listen(stick, join(stick, "nowhere.wav"), join(stick, "pipe.wav"));
  assert.equal(code, 1);
  assert.equal(heard.alarms, 5, JSON.stringify(heard.heard));
  const why = Object.fromEntries(
    heard.unread.map(({ path, why: words }) => [path.slice(stick.length + 1), words]),
  );
  const expected: Readonly<Record<string, RegExp>> = {
    "empty.wav": /found an empty file/,
    "head.wav": /expected samples, found a head alone/,
    "half-a-head.wav": /found none/,
    "rate-0.wav": /samples a second, found 0/,
    "rate-1.wav": /samples a second, found 1/,
    "rate-4-billion.wav": /samples a second, found 4000000000/,
    "channels-none.wav": /channels, found 0/,
    "text.wav": /expected WAV, Ogg, FLAC, MP3 or M4A, found other bytes/,
    "text.ogg": /expected a sound\. ffmpeg says/,
    "pipe.wav": /found a pipe or a device/,
    "nowhere.wav": /is not there/,
  };
  assert.deepEqual(Object.keys(why).toSorted(), Object.keys(expected).toSorted());
  for (const [name, words] of Object.entries(expected)) {
    assert.match(why[name]!, words, name);
    assert.ok(err.includes(name), name);
  }
  assert.match(err, /11 could not be read/);
  assert.match(err, /2 ended before their heads said: judged as far as they went/);
  assert.match(err, /1 are links, which are not followed: .*link\.wav/);
  assert.doesNotMatch(err, /root:/);
  const none = cnd(["listen", folder({ "notes.txt": new Uint8Array(1) })]);
  assert.deepEqual([none.code, none.out], [1, ""]);
  assert.match(none.err, /Expected sounds .* found none/);
  for (const [args, words] of [
    [["--zone", "Mars/Olympus"], /--zone: expected a zone/],
    [["--from", "2026-02-30"], /--from: expected a day/],
    [["--threshold", "2"], /--threshold: expected a score between 0 and 1/],
    [["--csv", "--json"], /found both/],
    [["--detector", join(stick, "cut.wav")], /expected a detector/],
  ] as const)
    assert.match(cnd(["listen", stick, ...args]).err, words);
});

test("LF8 a name is one line that nobody can turn around, in text, CSV and picture", () => {
  const trick = "evil\n\u202egnp.wav\u0007\u2028=cmd()<b>";
  const at = (recorder: string): Listened => ({
    path: trick,
    recorder,
    start: Date.UTC(2026, 5, 1),
    judged: { seconds: 60, alarms: [{ from: 1, to: 20, score: 0.9 }] },
  });
  const table = tableOf([at(trick), at("=1+1")], "UTC");
  const told = { table, zone: "UTC", detector: "x\u202e", score: 0.5 };
  const text = toldAsText(told);
  for (const sign of "\u202e\u2028\u0007") assert.ok(!text.includes(sign));
  assert.ok(text.includes(String.raw`evil\u{a}\u{202e}gnp.wav\u{7}\u{2028}=cmd()<b>`));
  assert.ok(toldAsCsv(told).includes(",'=1+1,"));
  const drawn = picture({ ...told, detector: "<script>\0" });
  assert.ok(!drawn.includes("<script") && !drawn.includes("\0"));
  assert.equal(shownName("a".repeat(1000)).length, 301);
  const stick = folder({ "new\nline.wav": Buffer.from("no"), "20260601_040000.WAV": wav(calm) });
  const { err, heard } = listen(stick);
  assert.match(err, /new\\u\{a\}line\.wav: expected WAV/);
  assert.equal(heard.unread.length, 1);
});

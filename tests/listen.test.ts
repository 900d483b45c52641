/** `cnd listen` (src/engines/hearing/README.md): a detector is trained and judged, from files as recorders and phones make them. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { RATE } from "../src/engines/hearing/windows.ts";
import { chanceFrom } from "../src/engines/hearing/random.ts";
import { synthetic } from "../src/engines/hearing/synthetic.ts";
import { cnd } from "../tools/program.ts";
import { foldersIn, motor, wav } from "./recordings.ts";

const dir = mkdtempSync(join(tmpdir(), "cnd-listen-"));
after(() => rmSync(dir, { recursive: true }));

const sounds = foldersIn(join(dir, "sounds"));
const out = join(dir, "detector.json");
const train = () =>
  cnd(["listen", "train", sounds, "--minutes", "2", "--out", out, "--name", "test-1"]);
const judge = (...files: string[]) => {
  const { code, out: stdout, err: stderr } = cnd(["listen", "judge", ...files, "--detector", out]);
  const lines = stdout.trim() === "" ? [] : stdout.trim().split("\n");
  return { code, stderr, heard: lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
};

test("HE10 a detector is trained on folders of sounds, the same bytes from the same files, and says how it did on folds that it did not hear", () => {
  const { code, out: stdout, err: stderr } = train();
  assert.equal(code, 0, stderr);
  const { detector, motors, others, auc } = JSON.parse(stdout) as Record<string, unknown>;
  assert.deepEqual({ detector, motors, others }, { detector: "test-1", motors: 2, others: 8 });
  assert.ok((auc as number) > 0.9, String(auc));
  const before = readFileSync(out);
  assert.ok(before.length <= 60_000, `${before.length} bytes`);
  train();
  assert.ok(readFileSync(out).equals(before));
  const odd = cnd(["listen", "train", join(sounds, "rain"), "--out", join(dir, "none.json")]);
  assert.notEqual(odd.code, 0);
  assert.match(odd.err, /Expected motors in/);
});

test("HE11 the detector that comes with the program hears a saw in a recording, and no rain", () => {
  const { code, out: stdout, err } = cnd(["listen", "judge", "tests/data/sounds"]);
  assert.equal(code, 0, err);
  const lines = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const [rain, saw] = lines.map(({ alarms }) => alarms as { from: number; score: number }[]);
  assert.deepEqual(rain, []);
  assert.ok(saw!.length === 1 && saw![0]!.score > 0.9, JSON.stringify(saw));
});

test("HE11 a motor in the rain is one alarm with its begin and its end; rain alone is none; through ffmpeg the same", () => {
  const rain = synthetic("rain", 60 * RATE, chanceFrom(77)).map((one) => one / 4);
  const both = rain.slice();
  for (const [i, one] of motor(20, 99).entries())
    both[20 * RATE + i] = both[20 * RATE + i]! + 4 * one;
  const files = {
    rain: join(dir, "rain.wav"),
    both: join(dir, "both.wav"),
    flac: join(dir, "both.flac"),
  };
  writeFileSync(files.rain, wav(rain));
  writeFileSync(files.both, wav(both.map((one) => Math.max(-1, Math.min(1, one)))));
  execFileSync("ffmpeg", ["-v", "error", "-y", "-i", files.both, files.flac]);
  const { heard, code, stderr } = judge(files.rain, files.both, files.flac);
  assert.equal(code, 0, stderr);
  const [none, one, same] = heard.map(({ alarms }) => alarms as { from: number; to: number }[]);
  assert.deepEqual(none, []);
  assert.equal(one!.length, 1, JSON.stringify(heard));
  assert.ok(
    one![0]!.from >= 14 && one![0]!.from <= 28 && one![0]!.to >= 36 && one![0]!.to <= 50,
    JSON.stringify(one),
  );
  assert.deepEqual(same, one);
});

test("HE12 what is no sound, is cut short, or lies about itself is read as far as it goes or refused in words", () => {
  const samples = synthetic("wind", 5 * RATE, chanceFrom(5));
  const write = (name: string, bytes: Uint8Array) => {
    writeFileSync(join(dir, name), bytes);
    return join(dir, name);
  };
  const whole = wav(samples);
  const cutShort = judge(write("cut.wav", whole.subarray(0, whole.length / 2)));
  assert.deepEqual([cutShort.heard[0]!["seconds"], cutShort.heard[0]!["windows"]], [2.5, 1]);
  const endless = judge(write("endless.wav", wav(samples, { size: 0xff_ff_ff_ff })));
  assert.equal(endless.heard[0]!["windows"], 4);
  for (const [name, bytes, why] of [
    ["empty.wav", new Uint8Array(0), /Expected a WAV file, found none/],
    ["head.wav", whole.subarray(0, 44), /Expected samples, found a head alone/],
    ["text.wav", Buffer.from("This is no sound at all, but a text."), /Expected RIFF and WAVE/],
    ["rate.wav", wav(samples, { rate: 3 }), /Expected 4,000 to 768,000 samples a second, found 3/],
    ["text.ogg", Buffer.from("This is no sound at all."), /expected a sound/],
  ] as const) {
    const { code, stderr } = judge(write(name, bytes));
    assert.notEqual(code, 0, name);
    assert.match(stderr, why);
  }
  assert.match(judge(join(dir, "nowhere.wav")).stderr, /expected a file or a folder/);
  const good = write("good.wav", whole);
  const one = judge(join(dir, "empty.wav"), good, join(dir, "text.wav"));
  assert.deepEqual(
    [one.code, one.heard.map(({ file }) => file)],
    [1, [good]],
    "the rest is judged",
  );
  assert.match(one.stderr, /text\.wav: Expected RIFF(?:.|\n)*2 of 3 sounds could not be judged/);
  execFileSync("mkfifo", [join(dir, "pipe.wav")]);
  assert.match(judge(join(dir, "pipe.wav")).stderr, /found a pipe or a device/);
  const broken = write("detector-broken.json", Buffer.from("{}"));
  assert.match(
    cnd(["listen", "judge", join(dir, "cut.wav"), "--detector", broken]).err,
    /expected a detector/,
  );
});

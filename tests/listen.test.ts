/** `cnd listen` (src/engines/hearing/README.md): a detector is trained and judged, from files as recorders and phones make them. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { RATE } from "../src/engines/hearing/windows.ts";
import { chanceFrom } from "../src/engines/hearing/random.ts";
import { synthetic } from "../src/engines/hearing/synthetic.ts";
import { cnd } from "../tools/program.ts";

const dir = mkdtempSync(join(tmpdir(), "cnd-listen-"));
after(() => rmSync(dir, { recursive: true }));

/** Of 16 bits, one channel. */
function wav(samples: Float32Array, { rate = RATE, size = 2 * samples.length } = {}): Buffer {
  const bytes = Buffer.alloc(44 + 2 * samples.length);
  bytes.write("RIFF", 0, "latin1");
  bytes.writeUInt32LE(36 + 2 * samples.length, 4);
  bytes.write("WAVEfmt ", 8, "latin1");
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(rate, 24);
  bytes.writeUInt32LE(2 * rate, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write("data", 36, "latin1");
  bytes.writeUInt32LE(size, 40);
  for (const [i, one] of samples.entries())
    bytes.writeInt16LE(Math.round(32_767 * one), 44 + 2 * i);
  return bytes;
}

/** A motor as nobody recorded one: harmonics of a pitch that wanders a little, in a hiss. */
function motor(seconds: number, seed: number): Float32Array {
  const chance = chanceFrom(seed);
  const hz = 80 + 100 * chance.next();
  let phase = 0;
  return Float32Array.from({ length: seconds * RATE }, (_, i) => {
    phase += (2 * Math.PI * hz * (1 + 0.01 * Math.sin(i / 9000))) / RATE;
    let sum = 0.3 * chance.normal();
    for (let h = 1; h <= 16; h++) sum += Math.sin(h * phase + h * h) / Math.sqrt(h);
    return sum / 30;
  });
}

const sounds = join(dir, "sounds");
for (const kind of ["motor", "rain", "wind"] as const) {
  mkdirSync(join(sounds, kind), { recursive: true });
  for (const fold of [1, 2])
    for (let n = 0; n < (kind === "motor" ? 1 : 2); n++) {
      const seed = 10 * fold + n;
      const samples =
        kind === "motor" ? motor(3, seed) : synthetic(kind, 3 * RATE, chanceFrom(seed));
      writeFileSync(join(sounds, kind, `${fold}-${n}.wav`), wav(samples));
    }
}
const out = join(dir, "detector.json");
const train = () => cnd(["listen", "train", sounds, "--out", out, "--name", "test-1"]);
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
  const broken = write("detector-broken.json", Buffer.from("{}"));
  assert.match(
    cnd(["listen", "judge", join(dir, "cut.wav"), "--detector", broken]).err,
    /expected a detector/,
  );
});

/**
 * Makes the campaign's first film from measured heights and our own words: `node tools/film.ts`.
 *
 * Reads campaign/terrain/pyrenees.hgt.gz and the captions campaign/media/the-line*.vtt; writes the-line-480.mp4,
 * -240.mp4, -144.mp4, -sound.ogg and -described.ogg beside them. Needs ffmpeg and espeak-ng.
 * `node tools/film.ts --still SECOND FILE` draws one picture of it.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import sharp from "sharp";
import { eyeAt, type Moment } from "../src/engines/flight/course.ts";
import { drawFlight, type Flight, type Frame } from "../src/engines/flight/flight.ts";
import { heightAt, sees, type Ground, type Point } from "../src/engines/flight/ground.ts";
import { lightOf } from "../src/engines/relief/light.ts";
import { sampleMetres } from "../src/engines/relief/elevation.ts";
import { fillVoids } from "../src/engines/relief/voids.ts";
import { codeDrawn, keepDrawn } from "../src/platform/media/drawn.ts";
import { readCues, type Cue } from "../src/platform/media/webvtt.ts";

const MEDIA = join(import.meta.dirname, "../campaign/media");
const TERRAIN = join(import.meta.dirname, "../campaign/terrain/pyrenees.hgt.gz");
const [COLUMNS, ROWS] = [965, 341]; // campaign/terrain/CREDITS.md

const SECONDS = 45;
const RATE = 15; // pictures a second
const DRAWN = { width: 1280, height: 720, degrees: 62, exaggeration: 1.35 };
const TONES = {
  paper: [244, 244, 238],
  lit: [255, 253, 246],
  ink: [20, 34, 30],
  signal: [194, 53, 10],
} as const; // the look's paper, ink and signal by day

const ground = readGround();
const valley = on(545, 281, 10);
const next = on(639, 259, 10);
const ridge = on(609, 270, 15);
requireTrue();

const above = ({ x, y }: Point, east: number, south: number, z: number): Point => ({
  x: x + east,
  y: y + south,
  z,
});
const COURSE: readonly Moment[] = [
  { at: 0, eye: above(valley, -2600, 5200, 3500), to: above(valley, 600, -600, 1400) },
  { at: 6, eye: above(valley, -1800, 4200, 2900), to: above(valley, 300, -100, 1400) },
  { at: 11.5, eye: above(valley, 200, 3300, 2500), to: above(valley, 900, -100, 1450) },
  { at: 17, eye: above(valley, 900, 3000, 2450), to: above(valley, 1300, -200, 1500) },
  { at: 23, eye: above(valley, 2000, 3600, 3400), to: above(ridge, -500, 0, 1800) },
  { at: 29, eye: above(ridge, 900, 3300, 3300), to: above(ridge, 700, -100, 1750) },
  { at: 36, eye: above(next, 2300, 2500, 3500), to: above(ridge, 300, -200, 1700) },
  { at: SECONDS, eye: above(next, 2600, 4600, 5600), to: above(ridge, -500, 0, 1500) },
];

async function still(at: number, to: string): Promise<void> {
  const { pixels, width, height } = frameAt(at);
  await sharp(pixels, { raw: { width, height, channels: 3 } })
    .png()
    .toFile(to);
}

async function film(): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), "film-"));
  try {
    const said = cuesOf("the-line.en.vtt");
    const voice = speak(said, work);
    const sound = mix(voice, said, join(work, "voice.wav"));
    describe(work);
    const pictures = join(work, "pictures.mkv");
    await keepDrawn({ ...DRAWN, rate: RATE, pictures: drawnPictures() }, 480, pictures);
    await encode(pictures, sound);
  } finally {
    rmSync(work, { recursive: true });
  }
}

/** The film says it, so it has to hold on this ground. */
function requireTrue(): void {
  if (sees(ground, valley, next)) throw new Error("Expected a mountain between the valleys.");
  if (!sees(ground, valley, ridge) || !sees(ground, ridge, next))
    throw new Error("Expected both valleys to be seen from the ridge.");
}

function readGround(): Ground {
  const bytes = gunzipSync(readFileSync(TERRAIN));
  if (bytes.length !== COLUMNS * ROWS * 2)
    throw new RangeError(`Expected ${COLUMNS * ROWS * 2} bytes of heights, got ${bytes.length}.`);
  const aligned = Buffer.alloc(bytes.length);
  bytes.copy(aligned);
  aligned.swap16();
  const raw = new Int16Array(aligned.buffer, aligned.byteOffset, COLUMNS * ROWS);
  const grid = { heights: raw, width: COLUMNS, height: ROWS, arcSeconds: 3, latitude: 42.64 };
  const metres = sampleMetres(grid);
  const heights = Float32Array.from(fillVoids(raw, COLUMNS).heights);
  const light = lightOf(heights, COLUMNS, { x: metres.x / 1.5, y: metres.y / 1.5 });
  return { heights, light, width: COLUMNS, height: ROWS, metres };
}

/** A place by its sample, so many metres above the ground. */
function on(column: number, row: number, up: number): Point {
  const [x, y] = [column * ground.metres.x, row * ground.metres.y];
  return { x, y, z: (heightAt(ground, x, y) ?? 0) + up };
}

function frameAt(at: number): Frame {
  const flight: Flight = { ...DRAWN, tones: TONES, ...lineAt(at) };
  return drawFlight(ground, eyeAt(COURSE, at, ground, 250), flight);
}

/** First straight at the mountain and back, then over the ridge. */
function lineAt(at: number): Pick<Flight, "line" | "pins"> {
  const over = (from: number, to: number) => Math.min(Math.max((at - from) / (to - from), 0), 1);
  const pins = at < 6.5 ? [] : [valley];
  if (at < 18.5) {
    const reach = (over(12, 15) - over(17.2, 18.4)) * hit();
    return { pins, line: reach > 0 ? [valley, towards(valley, next, reach)] : [] };
  }
  const [up, down] = [over(18.8, 22.5), over(23, 27)];
  return {
    pins: [...pins, ...(up === 1 ? [ridge] : []), ...(down === 1 ? [next] : [])],
    line: [valley, towards(valley, ridge, up), ...(down > 0 ? [towards(ridge, next, down)] : [])],
  };
}

const towards = (a: Point, b: Point, t: number): Point => ({
  x: a.x + (b.x - a.x) * t,
  y: a.y + (b.y - a.y) * t,
  z: a.z + (b.z - a.z) * t,
});

/** How far the straight line comes before it is in the mountain. */
function hit(): number {
  for (let t = 0.01; t < 1; t += 0.005) {
    const { x, y, z } = towards(valley, next, t);
    if ((heightAt(ground, x, y) ?? 0) > z) return t;
  }
  return 1;
}

function* drawnPictures(): Iterable<Uint8Array> {
  for (let i = 0; i < SECONDS * RATE; i++) yield frameAt(i / RATE).pixels;
}

function cuesOf(name: string): Cue[] {
  const cues = readCues(readFileSync(join(MEDIA, name), "utf8"));
  if (!cues) throw new Error(`Expected WebVTT in ${name}.`);
  return cues;
}

/** A computer voice reads each cue into a file of its own. */
function speak(cues: readonly Cue[], work: string, name = "said"): string[] {
  return cues.map(({ text }, i) => {
    const wav = join(work, `${name}-${i}.wav`);
    execFileSync("espeak-ng", [
      "-v",
      "en-gb",
      "-s",
      "172",
      "-g",
      "1",
      "-w",
      wav,
      text.replaceAll("\n", " "),
    ]);
    return wav;
  });
}

/** Each at its own time; one that lasts longer than its cue is an error, because the next would speak over it. */
function mix(voice: readonly string[], cues: readonly Cue[], to: string): string {
  for (const [i, wav] of voice.entries()) {
    const room = (cues[i + 1]?.start ?? SECONDS * 1000) - cues[i]!.start;
    const lasts = (statSync(wav).size - 44) / 2 / 22.05; // 16 bits at 22,050 a second, mono
    if (lasts > room)
      throw new Error(`Cue ${i + 1} takes ${Math.round(lasts)} ms and has ${room}.`);
  }
  const delayed = cues.map(({ start }, i) => `[${i}]adelay=${start}[d${i}]`);
  const all = `${delayed.join(";")};${cues.map((_, i) => `[d${i}]`).join("")}amix=inputs=${cues.length}:normalize=0,apad=whole_dur=${SECONDS}`;
  execFileSync("ffmpeg", [
    ..."-v error -y".split(" "),
    ...voice.flatMap((wav) => ["-i", wav]),
    ..."-filter_complex".split(" "),
    all,
    to,
  ]);
  return to;
}

interface Size {
  readonly lines: number;
  readonly quality: number;
  readonly most: number;
  readonly sound: number;
}
const SIZES: readonly Size[] = [
  { lines: 480, quality: 29, most: 260, sound: 32 },
  { lines: 240, quality: 30, most: 95, sound: 24 },
  { lines: 144, quality: 32, most: 42, sound: 20 },
];

/** As the ladder's rungs are coded, smaller: drawings bear it. */
async function encode(pictures: string, sound: string): Promise<void> {
  for (const { sound: bits, ...size } of SIZES) {
    const name = `the-line-${size.lines}.mp4`;
    const coding = { ...size, seconds: SECONDS, sound: { file: sound, bits } };
    console.log(`${name}: ${await codeDrawn(pictures, coding, join(MEDIA, name))} bytes`);
  }
  ffmpeg(`-i ${sound} -t ${SECONDS} ${OPUS}`, "the-line-sound.ogg");
}

const OPUS =
  "-c:a libopus -b:a 20k -ac 1 -application voip -map_metadata -1 -fflags +bitexact -flags:a +bitexact -f ogg";

/** What is seen and what is said, one after the other, for those who listen alone. */
function describe(work: string): void {
  const all = [...cuesOf("the-line.seen.en.vtt"), ...cuesOf("the-line.en.vtt")].toSorted(
    (a, b) => a.start - b.start,
  );
  const voice = speak(all, work, "seen");
  const joined = `${all.map((_, i) => `[${i}]apad=pad_dur=0.5[p${i}]`).join(";")};${all.map((_, i) => `[p${i}]`).join("")}concat=n=${all.length}:v=0:a=1`;
  const to = join(work, "seen.wav");
  execFileSync("ffmpeg", [
    "-v",
    "error",
    "-y",
    ...voice.flatMap((wav) => ["-i", wav]),
    "-filter_complex",
    joined,
    to,
  ]);
  ffmpeg(`-i ${to} ${OPUS}`, "the-line-described.ogg");
}

function ffmpeg(args: string, name: string): void {
  const to = join(MEDIA, name);
  execFileSync("ffmpeg", ["-v", "error", "-y", ...args.split(" "), to]);
  console.log(`${name}: ${statSync(to).size} bytes`);
}

const [flag, second, file] = process.argv.slice(2);
if (flag === "--still" && second !== undefined && file !== undefined)
  await still(Number(second), file);
else await film();

/**
 * What one picture that is sent to be checked for a badge takes of a processor in all: in this process with its threads, and in the
 * processes for pictures, their start with it. Honest photos, and pictures that are drawn to cost. Three of each, one after the other.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { codeOf } from "../src/features/badges/code/code.ts";
import { badge, pictureOf } from "../src/features/badges/checking/badge.test.kit.ts";
import { codeInPicture } from "../src/features/badges/checking/code-in-picture.ts";
import { temporary } from "../tools/program.ts";
import { report } from "./report.ts";

const TIMES = 3;
const HERTZ = 100; // ticks a second of the kernel's clock for processes, on every Linux of today
const BOUND = 0.5; // seconds of a processor

using folder = temporary();
const code = codeOf((await badge()).token)!;
const plain = await pictureOf(code, "png", 8);

type Draw = (x: number, y: number) => number;
const drawn = (side: number, draw: Draw) =>
  sharp(
    Uint8Array.from({ length: side * side }, (_, i) => draw(i % side, Math.floor(i / side))),
    { raw: { width: side, height: side, channels: 1 } },
  );
/** The mark in three corners of each code, wherever one looks. */
const marks =
  (module: number): Draw =>
  (x, y) => {
    const [a, b] = [x, y].map((at) => Math.floor((at % (9 * module)) / module) - 4);
    const ring = Math.max(Math.abs(a!), Math.abs(b!));
    return ring === 2 || ring === 4 ? 255 : 0;
  };
const LINE = [0, 255, 0, 0, 0, 255, 0, 255];
const noise: Draw = (x, y) => ((x * 7919) ^ (y * 104_729) ^ (x * y * 31)) & 255;
const even = (side: number) =>
  sharp({ create: { width: side, height: side, channels: 3, background: "#888" } });
const paper = { width: 4000, height: 3000, channels: 3, background: "#c0c0c0" } as const;
const photo = (angle: number) =>
  sharp(plain).resize(1600).rotate(angle, { background: "#c0c0c0" }).png().toBuffer();
const small = await pictureOf("1", "png", 2);
const tiles = Array.from({ length: 400 }, (_, i) => ({
  input: small,
  left: (i % 20) * 80,
  top: Math.floor(i / 20) * 80,
}));

const HONEST: Readonly<Record<string, Promise<Buffer>>> = {
  "a photo of 12 million points": photo(15).then((input) =>
    sharp({ create: paper }).composite([{ input }]).jpeg().toBuffer(),
  ),
  "the code itself": Promise.resolve(plain),
};
const HOSTILE: Readonly<Record<string, Promise<Buffer>>> = {
  "marks of codes": drawn(1600, marks(1)).png().toBuffer(),
  "larger marks of codes": drawn(1600, marks(3)).png().toBuffer(),
  "crossed lines": drawn(1600, (x, y) => Math.max(LINE[x % 8]!, LINE[y % 8]!))
    .png()
    .toBuffer(),
  "a checkerboard": drawn(1600, (x, y) => ((x + y) % 2) * 255)
    .png()
    .toBuffer(),
  noise: drawn(3000, noise).png().toBuffer(),
  "noise as WebP": drawn(3000, noise).webp({ lossless: true, effort: 0 }).toBuffer(),
  "60 million points, PNG": even(7700).png().toBuffer(),
  "60 million points, JPEG": even(7700).jpeg({ progressive: true }).toBuffer(),
  "60 million points, WebP": even(7700).webp({ effort: 0 }).toBuffer(),
  "16 million points, AVIF": even(4000).avif({ effort: 0 }).toBuffer(),
  "many small codes": sharp({ create: { ...paper, width: 1600, height: 1600 } })
    .composite(tiles)
    .png()
    .toBuffer(),
};

const sent = async (picture: Buffer) => {
  const path = join(folder.dir, "sent");
  writeFileSync(path, picture);
  return codeInPicture(path, { work: folder.dir }).catch(() => undefined);
};
await sent(plain); // what the program loads once is no picture's
for (const [kind, pictures] of Object.entries({ honest: HONEST, hostile: HOSTILE }))
  for (const [what, picture] of Object.entries(pictures)) {
    const bytes = await picture;
    const before = taken();
    let read: string | undefined;
    for (let time = 0; time < TIMES; time++) read = await sent(bytes);
    const value = (taken() - before) / TIMES;
    report({ name: `badge check: ${what}`, value, unit: "s of a processor", ratio: value / BOUND });
    if (kind === "honest" && read !== code) throw new Error(`${what}: the code was not read`);
  }
process.exit();

/** Seconds of a processor: of this process, of those that it waited for, and of those that it started and that run. */
function taken(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6 + ticks(process.pid, [15, 16]) + running(process.pid);
}
function running(pid: number): number {
  const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    startedBy(`/proc/${pid}/task/${task}/children`),
  );
  return children
    .map((child) => ticks(Number(child), [13, 14, 15, 16]) + running(Number(child)))
    .reduce((sum, one) => sum + one, 0);
}
/** @param fields of its line in /proc, from 0 */
function ticks(pid: number, fields: readonly number[]): number {
  const line = readFileSync(`/proc/${pid}/stat`, "utf8");
  const rest = line.slice(line.lastIndexOf(")") + 2).split(" "); // from field 2 on
  return fields.reduce((sum, field) => sum + Number(rest[field - 2]) / HERTZ, 0);
}

/** A thread that reads a picture may have ended since it was listed. */
function startedBy(children: string): string[] {
  try {
    return readFileSync(children, "utf8").split(" ").filter(Boolean);
  } catch {
    return [];
  }
}

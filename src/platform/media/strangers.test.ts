/** Files that somebody made to cost: what each of them may take, and who gives it back. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import { secondKind } from "./ends.ts";
import { takeFile } from "./intake.ts";
import { limited, PICTURES } from "./limits.ts";
import { MediaError, type MediaCode } from "./media-error.ts";
import { openPlaces } from "./places.ts";
import { askFor } from "./pictures/crew.ts";
import { seePicture } from "./pictures/pictures.ts";
import { readCues } from "./webvtt.ts";

const root = mkdtempSync(join(tmpdir(), "strangers-"));
const work = join(root, "work");
after(() => rmSync(root, { recursive: true }));

const file = (name: string, ...parts: Uint8Array[]): string => {
  const path = join(root, name);
  writeFileSync(path, Buffer.concat(parts));
  return path;
};
const take = (path: string, signal?: AbortSignal) =>
  takeFile(path, { what: ["picture", "sound", "film"], work, signal });
const refused = (promise: Promise<unknown>, code: MediaCode, words: RegExp) =>
  assert.rejects(promise, (error: MediaError) => {
    assert.equal(error.code, code, error.message);
    assert.match(error.message, words);
    return true;
  });
const photo = (side = 60) =>
  sharp({ create: { width: side, height: side, channels: 3, background: "#c2350a" } })
    .jpeg()
    .toBuffer();

function ffmpegMade(name: string, args: string): string {
  const path = join(root, name);
  execFileSync("ffmpeg", ["-v", "error", "-y", "-f", "lavfi", ...args.split(" "), path]);
  return path;
}

/** Processes that we started and that run still, by the program's name. */
function running(program: string): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
        const [state, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
        const isOurs = Number(parent) === process.pid && state !== "Z";
        const line = readFileSync(`/proc/${pid}/cmdline`, "latin1");
        return isOurs && line.includes(program) ? [Number(pid)] : [];
      } catch {
        return []; // it has ended meanwhile
      }
    });
}
async function until(isSo: () => boolean): Promise<void> {
  for (let i = 0; i < 4000; i++) {
    if (isSo()) return; // asked once: between two programs of one process its command line is empty
    await wait(25);
  }
  assert.fail(`Expected within 100 s: ${String(isSo)}`);
}

const chunk = (name: string, data = Buffer.alloc(0)) => {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
};
const many = (one: Buffer, times: number) => Buffer.alloc(one.length * times, one);
function png(between: Buffer, rows: Buffer): Buffer {
  const head = Buffer.from([0, 0, 0, 8, 0, 0, 0, 8, 8, 0, 0, 0, 0]);
  const mark = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  return Buffer.concat([mark, chunk("IHDR", head), between, rows, chunk("IEND")]);
}
const rows = deflateSync(Buffer.alloc(72));

test("M18 a picture of more than 10,000 pieces is refused before anything decodes it, in a fifth of a second of processor", async () => {
  const riff = Buffer.from("RIFF\0\0\0\0WEBP", "latin1");
  riff.writeUInt32LE(8 * 3_000_000 + 4, 4);
  const hostile = [
    file("empty.png", png(many(chunk("teSt"), 100_000), chunk("IDAT", rows))),
    file("large.png", png(many(chunk("teSt"), 3_000_000), chunk("IDAT", rows))),
    file("data.png", png(many(chunk("IDAT"), 100_000), chunk("IDAT", rows))),
    file("empty.jpg", Buffer.from([0xff, 0xd8]), many(Buffer.from([0xff, 0xfe, 0, 2]), 3_000_000)),
    file("fill.jpg", Buffer.from([0xff, 0xd8]), Buffer.alloc(12_000_000, 0xff)),
    file("empty.webp", riff, many(Buffer.from("teSt\0\0\0\0", "latin1"), 3_000_000)),
  ];
  for (const path of hostile) {
    const before = process.cpuUsage();
    await refused(take(path), "unreadable", /more than 10000 pieces/);
    const { user, system } = process.cpuUsage(before);
    assert.ok(user + system < 200_000, `${path}: ${(user + system) / 1000} ms`);
  }
  assert.deepEqual(running("process.ts"), [], "nothing was started for them");
});

test("M18 a picture is walked without being held in memory, and one of as many pieces as programs write is taken", async () => {
  const pieces = Array.from(rows, (byte) => chunk("IDAT", Buffer.from([byte])));
  const fine = file("fine.png", png(many(chunk("teSt"), 5000), Buffer.concat(pieces)));
  await using taken = await take(fine);
  assert.equal(taken.width, 8);
  const scan = Buffer.from([0xff, 0xd8, 0xff, 0xda, 0, 2]);
  const coded = many(Buffer.from([0xff, 0, 0xff, 0xd3, 7]), 7_000_000);
  const end = Buffer.from([0xff, 0xd9]);
  const behind = Buffer.from("\n<html><script>alert(1)</script>");
  const path = file("coded.jpg", scan, coded, end, behind);
  const { external } = process.memoryUsage();
  assert.equal(await secondKind(path, "jpg"), "a web page");
  assert.ok(process.memoryUsage().external - external < 5_000_000, "35 MB were walked in blocks");
});

test("M19 a recording whose header says less than is true is refused, and what is written has an end", async () => {
  const long = readFileSync(
    ffmpegMade("long.m4a", "-i anullsrc=r=8000:cl=mono -t 3800 -c:a aac -b:a 8k"),
  );
  for (const [box, scale, length] of [
    ["mvhd", 16, 20],
    ["mdhd", 16, 20],
  ] as const) {
    const at = long.indexOf(box);
    long.writeUInt32BE(10 * long.readUInt32BE(at + scale), at + length);
  }
  long.write("free", long.indexOf("elst"), "latin1");
  const lie = file("lie.m4a", long);
  const said = execFileSync(
    "ffprobe",
    ["-v", "error", "-of", "csv=p=0", "-show_entries", "format=duration", lie],
    { encoding: "utf8" },
  );
  assert.equal(Math.round(Number(said)), 10);
  await refused(take(lie), "too-long", /lasts 60 minutes/);
  assert.deepEqual(readdirSync(work), []);
});

test("M19 a film of which the same bytes are told many times is refused, for more comes out than came in", async () => {
  const film = readFileSync(ffmpegMade("film.mp4", "-i testsrc2=s=640x480:r=25:d=1 -g 1 -crf 5"));
  const times = 2000;
  const at = film.indexOf("stco");
  const offsets = Buffer.alloc(8 + 4 * times);
  offsets.writeUInt32BE(times, 4);
  for (let i = 0; i < times; i++) offsets.writeUInt32BE(film.readUInt32BE(at + 12), 8 + 4 * i);
  const table = Buffer.concat([Buffer.alloc(4), Buffer.from("stco"), offsets]);
  table.writeUInt32BE(table.length);
  const end = at - 4 + film.readUInt32BE(at - 4);
  film.write("free", at, "latin1");
  film.write("free", film.indexOf("elst"), "latin1");
  const samples = film.readUInt32BE(film.indexOf("stsz") + 12);
  film.writeUInt32BE(1, film.indexOf("stsc") + 8); // one run of chunks, of one sample each
  film.writeUInt32BE(1, film.indexOf("stsc") + 16);
  const sizes = film.indexOf("stsz");
  const first = film.readUInt32BE(sizes + 16);
  film.writeUInt32BE(first, sizes + 8);
  film.writeUInt32BE(times, sizes + 12);
  film.writeUInt32BE(times, film.indexOf("stts") + 12);
  for (const box of ["moov", "trak", "mdia", "minf", "stbl"]) {
    const size = film.indexOf(box) - 4;
    film.writeUInt32BE(film.readUInt32BE(size) + table.length, size);
  }
  const again = file("again.mp4", film.subarray(0, end), table, film.subarray(end));
  assert.ok(first * times > 10 * film.length && samples > 1, `${first} bytes, ${film.length}`);
  await refused(take(again), "too-large", /longer or larger than it says/);
  film.writeUInt32BE(0xffffff, at + 12);
  film.write("stco", at, "latin1"); // begins behind the end of the file
  await refused(take(file("nothing.mp4", film)), "unreadable", /cannot be read/);
  assert.deepEqual(readdirSync(work), []);
});

test("M20 two files are looked at at once, who waits is bounded, and who leaves gives the place back", async () => {
  const places = openPlaces({ atOnce: 2, waiting: 2 }, () => new MediaError("busy", "full"));
  const [one, two] = [await places.take(), await places.take()];
  const left = new AbortController();
  const third = places.take(left.signal);
  const fourth = places.take(undefined, 2);
  await refused(places.take(), "busy", /full/);
  left.abort(new Error("left"));
  await assert.rejects(third, /left/);
  assert.equal(places.waiting, 1);
  one[Symbol.dispose]();
  one[Symbol.dispose]();
  assert.equal(places.waiting, 1, "given back twice, it is one place");
  two[Symbol.dispose]();
  (await fourth)[Symbol.dispose]();
  assert.equal(places.waiting, 0);
});

test("M20 when the sender leaves, what was started for the file ends, and the places are free", async () => {
  const voice = ffmpegMade("voice.wav", "-i anoisesrc=r=44100:d=900");
  const reason = new Error("the sender left");
  for (let i = 0; i < 4; i++) {
    const left = new AbortController();
    const taken = take(voice, left.signal);
    const failed = assert.rejects(taken, reason);
    await until(() => running("libmp3lame").length === 1);
    for (const pid of running("libmp3lame")) process.kill(pid, "SIGSTOP"); // it never ends by itself
    left.abort(reason);
    await failed;
    await until(() => running("ffmpeg").length === 0);
  }
  const large = file("large.jpg", await photo(5000));
  const left = new AbortController();
  const failed = assert.rejects(take(large, left.signal), reason);
  await until(() => running("process.ts").length === 1);
  left.abort(reason);
  await failed;
  assert.deepEqual(readdirSync(work), []);
  await using taken = await take(file("small.jpg", await photo()));
  assert.equal(taken.width, 60);
});

test("M21 what ends the process for pictures is a refusal of that picture, and the next one is taken", async () => {
  const small = file("small.jpg", await photo());
  await seePicture(small);
  const [pid] = running("process.ts");
  assert.ok(pid);
  const limits = readFileSync(`/proc/${pid}/limits`, "utf8");
  assert.match(limits, /Max data size +1?\d{9} /);
  assert.match(limits, /Max cpu time +240 /);
  assert.match(limits, /Max core file size +0 /);
  process.kill(pid, "SIGSTOP");
  const dying = refused(seePicture(small), "too-large", /more work than one picture may/);
  await wait(50); // the job is on its way
  process.kill(pid, "SIGKILL"); // as the kernel does
  await dying;
  await using taken = await take(small);
  assert.equal(taken.width, 60);
});

test("M21 a table that asks for gigabytes ends what reads it, by a limit of the kernel", async () => {
  const voice = readFileSync(ffmpegMade("voice.m4a", "-i sine=d=1 -c:a aac"));
  const stsz = voice.indexOf("stsz");
  voice.writeUInt32BE(1, stsz + 8); // every sample has one byte, and there are so many
  voice.writeUInt32BE(100_000_000, stsz + 12);
  voice.writeUInt32BE(100_000_000, voice.indexOf("stts") + 12);
  voice.writeUInt32BE(100_000_000, voice.indexOf("stsc") + 16);
  await assert.rejects(take(file("table.m4a", voice)), MediaError);
  const greedy = "const a = []; for (let i = 0; i < 60; i++) a.push(Buffer.alloc(10_000_000, 1));";
  const [program, args] = limited({ memory: 900_000_000, cpu: 200, file: 0 }, process.execPath, [
    "-e",
    greedy,
  ]);
  assert.throws(() => execFileSync(program, args, { stdio: "ignore" }));
  const writing = "require('node:fs').writeFileSync(process.argv[1], Buffer.alloc(50_000_000))";
  const to = join(root, "written");
  const [sh, given] = limited({ memory: 2_000_000_000, cpu: 20, file: 0 }, process.execPath, [
    "-e",
    writing,
    to,
  ]);
  assert.throws(() => execFileSync(sh, given, { stdio: "ignore" }));
  assert.ok(readFileSync(to).length < 30_000_000);
});

test("M22 a process for pictures ends when there is nothing to do, and keeps no command from ending", async () => {
  const small = file("small.jpg", await photo());
  const script = `import { seePicture } from ${JSON.stringify(new URL("./pictures/pictures.ts", import.meta.url))};
    console.log((await seePicture(${JSON.stringify(small)})).width);
    const done = performance.now();
    process.on("exit", () => console.log(performance.now() - done < ${PICTURES.idle - 500}));`;
  const said = execFileSync(process.execPath, ["--input-type=module", "-e", script]);
  assert.equal(String(said), "60\ntrue\n", "it ended without waiting for the process to rest");
  await seePicture(small);
  assert.equal(running("process.ts").length, 1);
  await until(() => running("process.ts").length === 0);
});

test("M21 a job that asks for nothing that is there is refused, and the process goes on", async () => {
  await refused(seePicture(join(root, "nothing.jpg")), "unreadable", /cannot be read/);
  await refused(
    askFor({
      do: "print",
      from: Buffer.from("GIF89a\x01\0\x01\0\0\0\0;"),
      print: { format: "jpg", qualities: [60] },
    }),
    "unreadable",
    /cannot be read/,
  );
});

test("M17 a file of captions of a million signs is read in a moment", () => {
  const before = process.cpuUsage();
  readCues(`WEBVTT\n\n00:01.000 --> 00:02.000\n${"<".repeat(1_000_000)}`);
  readCues(`WEBVTT\n\n00:01.000 --> 00:02.000\n${"<a ".repeat(300_000)}`);
  const { user, system } = process.cpuUsage(before);
  assert.ok(user + system < 500_000, `${(user + system) / 1000} ms`);
});

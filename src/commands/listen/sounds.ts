/** Sounds of files as samples at 8 kHz, piece by piece: WAV as it is, anything else through ffmpeg. Nothing is kept on a disk. */
import { spawn } from "node:child_process";
import { createReadStream, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { RATE } from "../../engines/hearing/windows.ts";
import { resampler } from "../../engines/hearing/resample.ts";
import { WavError, wavStream } from "../../engines/hearing/wav.ts";
import { CommandError } from "../context.ts";

const SOUND = /\.(?:wav|ogg|oga|opus|flac|mp3)$/i;

/** Those of a folder and of the folders in it, in the order of their names; a file as it is. */
export function soundsIn(path: string): string[] {
  const known = statSync(path, { throwIfNoEntry: false });
  const wanted = (found: string) =>
    new CommandError(`${path}: expected a file or a folder of sounds, found ${found}.`);
  if (!known) throw wanted("nothing");
  if (known.isFile()) return [path];
  if (!known.isDirectory()) throw wanted("a pipe or a device"); // which may never say anything
  return readdirSync(path, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const at = join(path, entry.name);
      if (entry.isDirectory()) return soundsIn(at);
      return entry.isFile() && SOUND.test(entry.name) ? [at] : [];
    });
}

/** @throws CommandError naming the file, what was expected and what was found */
export async function* samplesOf(file: string): AsyncGenerator<Float32Array> {
  try {
    yield* fromWav(/\.wav$/i.test(file) ? createReadStream(file) : decoded(file));
  } catch (error) {
    if (error instanceof WavError)
      throw new CommandError(`${file}: ${error.message}.`, { cause: error });
    throw error;
  }
}

/** The samples of a whole file, for what is short. */
export async function allSamples(file: string): Promise<Float32Array> {
  const pieces: Float32Array[] = [];
  for await (const piece of samplesOf(file)) pieces.push(piece);
  return joined(pieces);
}

export function joined(pieces: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

async function* fromWav(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Float32Array> {
  const wav = wavStream();
  let next: ReturnType<typeof resampler> | undefined;
  for await (const piece of bytes) {
    const samples = wav.push(piece);
    const head = wav.head();
    if (!head) continue;
    next ??= resampler(head.rate, RATE);
    if (samples.length > 0) yield next.push(samples);
  }
  wav.end();
}

/** What ffmpeg makes of it: one channel of 16 bits. */
function decoded(file: string): AsyncIterable<Uint8Array> {
  const asked = `-v error -nostdin -protocol_whitelist file,pipe -i`.split(" ");
  const made = "-map 0:a:0 -ac 1 -c:a pcm_s16le -f wav -".split(" ");
  const child = spawn("ffmpeg", [...asked, file, ...made], { stdio: ["ignore", "pipe", "pipe"] });
  return read(
    file,
    child.stdout,
    child.stderr,
    new Promise((done, failed) => {
      child.once("error", (error: NodeJS.ErrnoException) => {
        const isMissing = error.code === "ENOENT";
        failed(
          isMissing
            ? new CommandError(`${file}: ffmpeg reads it, and is not installed here.`)
            : error,
        );
      });
      child.once("close", done);
    }),
    () => child.kill(),
  );
}

async function* read(
  file: string,
  out: Readable,
  words: Readable,
  ended: Promise<number | null>,
  stop: () => void,
): AsyncGenerator<Uint8Array> {
  let said = "";
  words.on("data", (piece: Buffer) => (said = (said + piece.toString("utf8")).slice(-500)));
  try {
    yield* out as AsyncIterable<Uint8Array>;
    if ((await ended) !== 0)
      throw new CommandError(
        `${file}: expected a sound. ffmpeg says: ${said.trim().split("\n").at(-1)}`,
      );
  } finally {
    stop(); // whoever reads no further
    ended.catch(() => undefined);
  }
}

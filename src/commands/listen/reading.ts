/** A recording piece by piece: WAV as it lies, Ogg, FLAC, MP3 and M4A through a pipe from ffmpeg. Nothing of it is written anywhere. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { open, type FileHandle } from "node:fs/promises";
import { wavStream, type WavHead } from "../../engines/hearing/wav.ts";
import { DEMUXERS, missing, readFrom } from "../../platform/media/ffmpeg.ts";
import { limited } from "../../platform/media/limits.ts";
import { CommandError } from "../context.ts";

export interface Piece {
  readonly samples: Float32Array;
  readonly head: WavHead;
}

export interface Recording extends AsyncDisposable {
  readonly size: number;
  /** When it was changed last, ms. */
  readonly changed: number;
  /** SHA-256 of its first bytes: two sticks may hold files of one name, size and time. */
  readonly first: string;
  /** Its head promises more than there is. */
  readonly isCut: boolean;
  /** @throws CommandError, WavError in words */
  readonly pieces: () => AsyncGenerator<Piece>;
}

type Form = "wav" | "ogg" | "flac" | "mp3" | "mov";

const FIRST = 16_384; // bytes that tell one recording from another
const AT_ONCE = 65_536; // bytes

/** @throws CommandError where it is no sound */
export async function openRecording(path: string, signal: AbortSignal): Promise<Recording> {
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK); // a pipe that nobody writes to would be waited for
  try {
    const known = await file.stat();
    if (!known.isFile()) throw new CommandError("expected a file, found a pipe or a device");
    const first = Buffer.alloc(Math.min(FIRST, known.size));
    const { bytesRead } = await file.read(first, 0, first.length, 0);
    const form = formOf(first.subarray(0, bytesRead));
    return {
      size: known.size,
      changed: Math.round(known.mtimeMs),
      first: createHash("sha256").update(first.subarray(0, bytesRead)).digest("hex"),
      isCut: form === "wav" && promised(first) > known.size,
      pieces: () => fromWav(form === "wav" ? bytesOf(file, signal) : decoded(path, form, signal)),
      [Symbol.asyncDispose]: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** Said by the bytes, never by the name. */
function formOf(first: Buffer): Form {
  const word = first.toString("latin1", 0, 4);
  if (first.length === 0) throw new CommandError("expected a sound, found an empty file");
  if (word === "RIFF" || word === "RF64") return "wav";
  if (word === "OggS") return "ogg";
  if (word === "fLaC") return "flac";
  if (first.toString("latin1", 4, 8) === "ftyp") return "mov";
  if (word.startsWith("ID3") || (first[0] === 0xff && (first[1]! & 0xe0) === 0xe0)) return "mp3";
  throw new CommandError("expected WAV, Ogg, FLAC, MP3 or M4A, found other bytes");
}

/** Bytes of the whole file as its head has it; none where it does not know: a recorder that was cut off, and more than 4 GB. */
function promised(first: Buffer): number {
  const size = first.length >= 8 ? first.readUInt32LE(4) : 0;
  return size >= 0xff_ff_ff_00 ? 0 : size + 8;
}

async function* bytesOf(file: FileHandle, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const buffer = Buffer.alloc(AT_ONCE);
  for (let at = 0; ;) {
    signal.throwIfAborted();
    const { bytesRead } = await file.read(buffer, 0, AT_ONCE, at);
    if (bytesRead === 0) return;
    at += bytesRead;
    yield buffer.subarray(0, bytesRead); // read on only when these are done with
  }
}

async function* fromWav(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Piece> {
  const wav = wavStream();
  for await (const some of bytes) {
    const samples = wav.push(some);
    const head = wav.head();
    if (head && samples.length > 0) yield { samples, head };
  }
  wav.end();
}

/** ffmpeg believes a file: what it may take is bounded. An hour of sound takes it some 10 seconds. */
const LIMITS = { memory: 400_000_000, cpu: 6 * 3600, file: 0 } as const;
const NOT_FOUND = 127; // says the shell

async function* decoded(
  path: string,
  form: Exclude<Form, "wav">,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const demuxer = form === "flac" || form === "mov" ? form : DEMUXERS[form]!;
  const made = "-map 0:a:0 -ac 1 -c:a pcm_s16le -f wav pipe:1".split(" ");
  const args = ["-v", "error", "-nostdin", ...readFrom(path, demuxer), ...made];
  const [program, given] = limited(LIMITS, "ffmpeg", args);
  const child = spawn(program, given, { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  child.stderr
    .setEncoding("utf8")
    .on("data", (text: string) => (said = (said + text).slice(-2000)));
  const ended = new Promise<number | null>((done, failed) => {
    child.once("error", failed).once("close", done);
  });
  ended.catch(() => undefined); // it is waited for below, where the sound is read to its end
  const stop = () => child.kill("SIGKILL");
  signal.addEventListener("abort", stop, { once: true });
  try {
    yield* child.stdout as AsyncIterable<Uint8Array>;
    const code = await ended.catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return NOT_FOUND;
      throw error;
    });
    signal.throwIfAborted();
    if (code === NOT_FOUND) throw new CommandError(missing("ffmpeg").message);
    if (code !== 0)
      throw new CommandError(`expected a sound. ffmpeg says: ${lastLine(said, path)}`);
  } finally {
    signal.removeEventListener("abort", stop);
    stop(); // whoever reads no further
  }
}

const lastLine = (said: string, path: string): string =>
  said.replaceAll(`file:${path}`, "the file").trim().split("\n").at(-1)! || "damaged bytes";

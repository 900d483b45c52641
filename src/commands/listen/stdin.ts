/** Sound on standard input: WAV as it comes, or raw samples of 16 bits that get the head of one. */
import { CommandError } from "../context.ts";

/** Samples of 16 bits without a head. */
export interface Raw {
  readonly rate: number;
  readonly channels: number;
}

/** What comes until somebody stops it. */
export async function* untilStopped(
  input: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const stopped = new Promise<undefined>((done) =>
    signal.addEventListener("abort", () => done(undefined), { once: true }),
  );
  const pieces = input[Symbol.asyncIterator]();
  for (;;) {
    const next = await Promise.race([pieces.next(), stopped]);
    if (!next || next.done) return;
    yield next.value;
  }
}

/** Raw samples get the head that they lack; what begins with one of its own goes by that. @throws CommandError where both are missing */
export async function* withHead(
  input: AsyncIterable<Uint8Array>,
  raw: Raw | undefined,
): AsyncGenerator<Uint8Array> {
  let first: Buffer | undefined = Buffer.alloc(0);
  for await (const bytes of input) {
    if (first === undefined) {
      yield bytes;
      continue;
    }
    first = Buffer.concat([first, bytes]);
    if (first.length < 4) continue;
    if (!/^(?:RIFF|RF64)$/.test(first.toString("latin1", 0, 4))) {
      if (!raw)
        throw new CommandError(
          "Standard input: expected WAV, or --rate with raw samples of 16 bits, found other bytes.",
        );
      yield headOf(raw);
    }
    yield first;
    first = undefined;
  }
}

function headOf({ rate, channels }: Raw): Buffer {
  const head = Buffer.alloc(44);
  head.write("RIFF\u00ff\u00ff\u00ff\u00ffWAVEfmt ", 0, "latin1");
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(channels, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(2 * rate * channels, 28);
  head.writeUInt16LE(2 * channels, 32);
  head.writeUInt16LE(16, 34);
  head.write("data\u00ff\u00ff\u00ff\u00ff", 36, "latin1");
  return head;
}

/** A thread that judges sound: a WAV file, or samples as they come. It has the detector in it, and speaks to its page alone. */
import { detector } from "../../../../engines/hearing/detector.ts";
import { openListener, scoreOf, type Listener } from "../../../../engines/hearing/listener.ts";
import { WavError, wavStream } from "../../../../engines/hearing/wav.ts";
import type { FromEars, Heard, ToEars } from "./ears-say.ts";

interface Scope {
  addEventListener(name: "message", work: (event: { readonly data: ToEars }) => void): void;
  postMessage(said: FromEars): void;
}
const scope = globalThis as unknown as Scope;
const PIECE = 65_536; // samples after which the page is told how far it is
const MOST = 120; // seconds

let listener: Listener | undefined;
let rate = 0;
let taken = 0;

scope.addEventListener("message", ({ data }) => {
  if (data.is === "file") void judgeFile(data.file);
  else if (data.is === "begin") begin(data.rate);
  else if (data.is === "samples") push(data.samples);
  else end();
});

function begin(samples: number): void {
  rate = samples;
  taken = 0;
  listener = openListener({ detector: detector(), rate });
}

function push(samples: Float32Array): void {
  for (let at = 0; at < samples.length; at += PIECE) {
    const piece = samples.subarray(at, at + PIECE);
    taken += piece.length;
    const heard = listener!.push(piece).map(told);
    if (heard.length > 0) scope.postMessage({ is: "heard", heard });
  }
}

function end(): void {
  const threshold = scoreOf(detector().threshold);
  scope.postMessage({ is: "end", seconds: rate > 0 ? taken / rate : 0, threshold });
}

const told = ({ at, score, isMotor, drawing, alarm }: Told): Heard => ({
  at,
  score,
  isMotor,
  drawing: [...drawing],
  ...(alarm && { alarm }),
});
type Told = ReturnType<Listener["push"]>[number];

async function judgeFile(file: Blob): Promise<void> {
  const wav = wavStream();
  listener = undefined;
  try {
    for await (const bytes of pieces(file)) {
      const samples = wav.push(bytes);
      const head = wav.head();
      if (!head) continue;
      if (!listener) {
        const length = file.size / (head.rate * head.channels * (head.bits / 8));
        if (length > MOST + 1) return scope.postMessage({ is: "long", seconds: length });
        begin(head.rate);
      }
      push(samples);
    }
    wav.end();
    end();
  } catch (error) {
    if (!(error instanceof WavError)) throw error;
    scope.postMessage({ is: "unreadable" });
  }
}

/** A file never lies in memory whole. */
async function* pieces(file: Blob): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}

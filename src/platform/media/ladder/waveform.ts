/** Loud and quiet of a sound as a drawing of 200 × 24, so that one sees where somebody speaks before one asks for it. */
import { ffmpeg, readFrom } from "../ffmpeg.ts";
import { RUNG } from "../limits.ts";
import type { Source } from "./films.ts";

const RATE = 2000; // samples a second are enough for how loud it is
const BARS = 100;
const MIDDLE = 12;
const MOST_SECONDS = 7200; // a file that says it is shorter than it is ends here

export async function drawWaveform(
  { path, demuxer, probed }: Source,
  signal: AbortSignal,
): Promise<string> {
  const each = Math.max(1, Math.ceil((probed.seconds * RATE) / BARS));
  const loudest = new Float64Array(BARS);
  let seen = 0;
  let half: Buffer = Buffer.alloc(0);
  await ffmpeg(
    [...readFrom(path, demuxer), ...`-map 0:a:0 -ac 1 -ar ${RATE} -f s16le`.split(" ")],
    { file: "pipe:1", seconds: MOST_SECONDS, bytes: MOST_SECONDS * RATE * 2 },
    {
      ...RUNG,
      signal,
      onOutput(chunk) {
        const bytes = half.length > 0 ? Buffer.concat([half, chunk]) : chunk;
        const whole = bytes.length & ~1;
        for (let at = 0; at < whole; at += 2, seen++) {
          const bar = Math.min(BARS - 1, Math.floor(seen / each));
          loudest[bar] = Math.max(loudest[bar]!, Math.abs(bytes.readInt16LE(at)));
        }
        half = bytes.subarray(whole);
      },
    },
  );
  return waveformPath(loudest);
}

/** One upright stroke a bar, the loudest as high as the drawing. */
function waveformPath(loudest: Float64Array): string {
  const most = Math.max(...loudest, 1);
  return [...loudest]
    .map((loud, i) => {
      const reach = Math.max(1, Math.round((loud / most) * (MIDDLE - 1)));
      return `M${i * 2 + 1} ${MIDDLE - reach}v${reach * 2}`;
    })
    .join("");
}

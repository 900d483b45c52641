/**
 * A film for tests that says of each of its frames which one it is: a strip of sixteen squares along its top holds the
 * number in binary, lowest bit first, white for 1. Below it something moves all the time. It is shown nowhere else.
 */
import { execFileSync } from "node:child_process";

export interface TestCard {
  readonly seconds: number;
  /** Pictures a second. */
  readonly rate?: number;
  readonly width?: number;
  readonly height?: number;
  /** A tone that beeps once a second. */
  readonly sound?: boolean;
}

export const BITS = 16; // squares of the strip, each as wide as high

/** Writes it, as H.264 that is decoded from one picture in ten seconds on, so that whoever cuts it has to decode. @param path ends in `.mp4` */
export function testCard(path: string, options: TestCard): void {
  const { seconds, rate = 25, width = 640, height = 480, sound = false } = options;
  const side = Math.floor(width / BITS);
  const squares = [
    `color=black:s=${BITS}x1:r=${rate}:d=${seconds},format=gray`,
    "geq=lum='255*mod(floor(N/pow(2\\,X))\\,2)'",
    `scale=${BITS * side}:${side}:flags=neighbor[strip]`,
  ];
  const card = `testsrc2=s=${width}x${height}:r=${rate}:d=${seconds}[card]`;
  const graph = `${squares.join(",")};${card};[card][strip]overlay=0:0:format=auto,format=yuv420p[out0]`;
  const beep = `sine=frequency=330:beep_factor=4:sample_rate=44100:duration=${seconds}`;
  execFileSync("ffmpeg", [
    ..."-v error -nostdin -y -f lavfi -i".split(" "),
    graph,
    ...(sound ? ["-f", "lavfi", "-i", beep, "-c:a", "aac", "-b:a", "48k", "-ac", "1"] : []),
    ...`-c:v libx264 -preset ultrafast -crf 20 -g ${rate * 10} -movflags +faststart -fflags +bitexact`.split(
      " ",
    ),
    path,
  ]);
}

/** The numbers of all frames of a film that was made of a test card, whatever its size, in their order. */
export function framesOf(path: string): number[] {
  const strip = `crop=iw:floor(iw/${BITS}):0:0,scale=${BITS * 8}:8:flags=area,format=gray`;
  const pixels = execFileSync(
    "ffmpeg",
    [
      "-v",
      "error",
      "-nostdin",
      "-i",
      path,
      "-an",
      "-vf",
      strip,
      "-fps_mode",
      "passthrough",
      "-f",
      "rawvideo",
      "-",
    ],
    { maxBuffer: 100_000_000 },
  );
  const [row, size] = [BITS * 8, BITS * 8 * 8];
  return Array.from({ length: pixels.length / size }, (_, frame) => {
    const isWhite = (bit: number) => pixels[frame * size + 4 * row + bit * 8 + 4]! > 127;
    return Array.from({ length: BITS }, (__, bit) => (isWhite(bit) ? 2 ** bit : 0)).reduce(
      (all, one) => all + one,
    );
  });
}

/**
 * The number of the frame that a canvas shows. It stands on nothing around it, so that it can be given to a page.
 * @param rgba its pixels, row by row from the top
 * @param width of the canvas, in pixels
 */
export function frameIn(rgba: ArrayLike<number>, width: number): number {
  const side = width / 16;
  let number = 0;
  for (let bit = 0; bit < 16; bit++) {
    const at = Math.floor(side / 2) * width + Math.floor((bit + 0.5) * side);
    if (rgba[at * 4 + 1]! > 127) number += 2 ** bit;
  }
  return number;
}

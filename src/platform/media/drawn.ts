/**
 * Films that are drawn: one picture after the other goes to ffmpeg, is kept nearly without loss, and is coded from there as
 * light as it shall be, in the form that phones of 2012 play.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { stat } from "node:fs/promises";
import { ffmpeg, missing } from "./ffmpeg.ts";
import { RUNG } from "./limits.ts";
import { MediaError } from "./media-error.ts";

interface Drawn {
  readonly width: number;
  readonly height: number;
  /** Pictures a second. */
  readonly rate: number;
  /** Red, green, blue of each pixel, row by row; one is drawn when the one before it is taken. */
  readonly pictures: Iterable<Uint8Array>;
}

/**
 * Keeps a film that is drawn in a file (.mkv) of at most so many lines.
 * @throws MediaError `no-tool` where ffmpeg is not installed, before anything is drawn
 */
export async function keepDrawn(
  { width, height, rate, pictures }: Drawn,
  lines: number,
  to: string,
): Promise<void> {
  const input = `-f rawvideo -pix_fmt rgb24 -s ${width}x${height} -r ${rate} -i pipe:0`;
  const coded = `-vf scale=-2:${lines}:flags=area,setsar=1 -c:v libx264 -qp 4 -preset ultrafast -pix_fmt yuv420p`;
  const args = ["-v", "error", "-y", ...`${input} ${coded}`.split(" "), `file:${to}`];
  const child = spawn("ffmpeg", args, { stdio: ["pipe", "inherit", "inherit"] });
  await once(child, "spawn").catch((error: NodeJS.ErrnoException) => {
    throw error.code === "ENOENT" ? missing("ffmpeg") : error;
  });
  const ended = once(child, "close") as Promise<[code: number | null]>;
  child.stdin.on("error", () => undefined); // it has ended, and its code says so
  for (const picture of pictures) {
    if (child.exitCode !== null || child.signalCode !== null) break;
    if (!child.stdin.write(picture)) await Promise.race([once(child.stdin, "drain"), ended]);
  }
  child.stdin.end();
  const [code] = await ended;
  if (code !== 0) throw new MediaError("unreadable", "ffmpeg ended before the film did.");
}

interface Coding {
  readonly lines: number;
  readonly seconds: number;
  /** x264's constant rate factor: more is lighter. */
  readonly quality: number;
  /** kbit a second of the picture, at most. */
  readonly most: number;
  /** A file of sound, and kbit a second for it. */
  readonly sound?: { readonly file: string; readonly bits: number };
}

/** @returns its bytes */
export async function codeDrawn(
  from: string,
  { lines, seconds, quality, most, sound }: Coding,
  to: string,
): Promise<number> {
  const picture = `-vf scale=-2:${lines}:flags=area,setsar=1 -c:v libx264 -profile:v baseline -level 3.0 -pix_fmt yuv420p -preset veryslow -crf ${quality} -maxrate ${most}k -bufsize ${most * 4}k -g 150`;
  const heard = sound
    ? `-map 1:a -c:a aac -ac 1 -ar 22050 -b:a ${sound.bits}k -flags:a +bitexact`
    : "";
  const bare = "-map_metadata -1 -fflags +bitexact -flags:v +bitexact -movflags +faststart";
  const files = [from, ...(sound ? [sound.file] : [])].flatMap((file) => ["-i", `file:${file}`]);
  await ffmpeg(
    [...files, ...`-map 0:v ${picture} ${heard} ${bare} -f mp4`.split(" ").filter(Boolean)],
    { file: `file:${to}`, seconds, bytes: RUNG.most },
    RUNG,
  );
  return (await stat(to)).size;
}

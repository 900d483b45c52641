/** The rungs of films and sounds, one ffmpeg each: what is finished when a crash comes stays finished. */
import { access, open, rename } from "node:fs/promises";
import { join } from "node:path";
import { ffmpeg, readFrom, type Probed } from "../ffmpeg.ts";
import { RUNG } from "../limits.ts";
import { SOUND, type FilmRung } from "./rules.ts";

export interface Source {
  readonly path: string;
  readonly demuxer: string;
  readonly probed: Probed;
}

/** How each rung is written: H.264 that phones of 2012 play, begun before it is whole. */
const CODED =
  "-c:v libx264 -profile:v baseline -level 3.0 -pix_fmt yuv420p -preset fast -c:a aac -ac 1 -ar 44100".split(
    " ",
  );
const PROGRESS = ["-progress", "pipe:1", "-nostats"];
const BARE = "-map_metadata -1 -map_chapters -1 -fflags +bitexact".split(" ");

/**
 * A film larger than its largest rung, made that small nearly without loss, so that each rung need not read all of the
 * film: decoding 1080p three times costs more than the rungs. One that an earlier try finished in `to` is taken as it is.
 */
export async function makeSmall(
  { path, demuxer, probed }: Source,
  { height }: Pick<FilmRung, "height">,
  to: string,
  signal: AbortSignal,
  onSeconds: (seconds: number) => void,
): Promise<Source> {
  const file = join(to, "small.mkv");
  const small = { path: file, demuxer: "matroska", probed };
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  if (isThere) return small;
  const coded = "-c:v libx264 -preset ultrafast -crf 18 -pix_fmt yuv420p -c:a copy -f matroska";
  await ffmpeg(
    [
      ...PROGRESS,
      ...readFrom(path, demuxer),
      ..."-map 0:V:0 -map 0:a:0? -vf".split(" "),
      smaller(height, probed),
      ...coded.split(" "),
      ...BARE,
    ],
    ending(`${file}.new`),
    { ...RUNG, signal, onOutput: (bytes) => progressIn(bytes.toString(), onSeconds) },
  );
  await using written = await open(`${file}.new`, "r+");
  await written.sync();
  await rename(`${file}.new`, file);
  return small;
}

/** One rung. @returns its file, in the folder `to`; `onSeconds` hears how far it is */
export async function makeFilm(
  { path, demuxer, probed }: Source,
  rung: FilmRung,
  to: string,
  signal: AbortSignal,
  onSeconds: (seconds: number) => void,
): Promise<string> {
  const file = join(to, `${rung.rung}.mp4`);
  const { picture, quality, rate, sound } = rung;
  const rates = `-crf ${quality} -maxrate ${picture} -bufsize ${picture * 2} -g ${rate * 10}`;
  await ffmpeg(
    [
      ...PROGRESS,
      ...readFrom(path, demuxer),
      ..."-map 0:V:0 -vf".split(" "),
      filter(rung, probed),
      ...(probed.sound === undefined ? [] : ["-map", "0:a:0", "-b:a", String(sound)]),
      ...CODED,
      ...rates.split(" "),
      ...BARE,
      ..."-movflags +faststart -f mp4".split(" "),
    ],
    ending(file),
    { ...RUNG, signal, onOutput: (bytes) => progressIn(bytes.toString(), onSeconds) },
  );
  return file;
}

const ending = (file: string) => ({
  file: `file:${file}`,
  seconds: RUNG.seconds,
  bytes: RUNG.most,
});

function filter({ height, rate }: FilmRung, probed: Probed): string {
  const slower = probed.picture && probed.picture.rate > rate ? `fps=${rate},` : "";
  return `${slower}${smaller(height, probed)}`; // fps first: what is dropped need not be scaled
}

const smaller = (side: number, { picture }: Probed): string => {
  const upright = picture !== undefined && picture.height > picture.width;
  return `scale=${upright ? `${side}:-2` : `-2:${side}`}:flags=bicubic,setsar=1`;
};

/** A part of a film, from the frame that is shown at one moment up to the one that is shown at another. */
export interface Clip extends FilmRung {
  /** Seconds from the beginning of the film. */
  readonly from: number;
  readonly until: number;
}

/**
 * A clip, exact to the frame: it is decoded anew from a keyframe before it, and is one group of pictures. A moment that
 * was rounded to milliseconds is that of the nearest frame. @returns its file, in the folder `to`
 */
export async function makeClip(
  { path, demuxer, probed }: Source,
  clip: Clip,
  to: string,
  signal: AbortSignal,
): Promise<string> {
  const file = join(to, `${clip.rung}.mp4`);
  const half = 0.5 / (probed.picture?.rate ?? 25);
  const seek = Math.max(0, clip.from - EARLIER);
  const [start, end] = [clip.from, clip.until].map((at) => (at - seek - half).toFixed(6));
  const { picture, quality, sound } = clip;
  const cut = (kind: "" | "a") =>
    `${kind}trim=start=${start}:end=${end},${kind}setpts=PTS-STARTPTS`;
  const rates = `-crf ${quality} -maxrate ${picture} -bufsize ${picture / 2} -g 9999`;
  // Else the last frame lasts no time, and players leave it out.
  const lasting = `setts=duration=max(DURATION\\,${(1 / clip.rate).toFixed(6)}/TB)`;
  await ffmpeg(
    [
      "-ss",
      seek.toFixed(6),
      ...readFrom(path, demuxer),
      ..."-map 0:V:0 -vf".split(" "),
      `${cut("")},${filter(clip, probed)}`,
      ...(probed.sound === undefined
        ? []
        : ["-map", "0:a:0", "-af", cut("a"), "-b:a", String(sound)]),
      ...CODED,
      ...rates.split(" "),
      "-bsf:v",
      lasting,
      ...BARE,
      ..."-movflags +faststart -f mp4".split(" "),
    ],
    ending(file),
    { ...RUNG, signal },
  );
  return file;
}
const EARLIER = 1; // s: a frame before the cut is thrown away, whatever its time was rounded to

/** Voices at 24 kbit/s: a minute is 180 kB. */
export async function makeSound(
  { path, demuxer }: Source,
  to: string,
  signal: AbortSignal,
): Promise<string> {
  const file = join(to, "sound.ogg");
  const coded = `-map 0:a:0 -c:a libopus -b:a ${SOUND.bits} -ac 1 -application voip -f ogg`;
  const args = [...readFrom(path, demuxer), ...coded.split(" "), ...BARE];
  await ffmpeg(args, ending(file), { ...RUNG, signal });
  return file;
}

/** A picture from the first third, where a film has begun to show what it is about. */
export async function makePoster(
  { path, demuxer, probed }: Source,
  to: string,
  signal: AbortSignal,
): Promise<string> {
  const file = join(to, "poster.jpg");
  const at = ["-ss", String(Math.max(0, probed.seconds / 3))];
  const still =
    "-map 0:V:0 -frames:v 1 -vf scale=640:-2:force_original_aspect_ratio=decrease -q:v 4 -f image2 -update 1";
  const args = [...at, ...readFrom(path, demuxer), ...still.split(" "), ...BARE];
  await ffmpeg(args, ending(file), { ...RUNG, signal });
  return file;
}

function progressIn(text: string, onSeconds: (seconds: number) => void): void {
  const at = [...text.matchAll(/^out_time_us=(\d+)$/gm)].at(-1)?.[1];
  if (at !== undefined) onSeconds(Number(at) / 1_000_000);
}

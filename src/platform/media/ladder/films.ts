/** The rungs of films and sounds. A film is read once, and all its rungs are written beside one another. */
import { join } from "node:path";
import { ffmpeg, readFrom, type Probed } from "../ffmpeg.ts";
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
const BARE = "-map_metadata -1 -map_chapters -1 -fflags +bitexact".split(" ");

/** @returns the file of each rung, in the folder `to`; `onSeconds` hears how far it is */
export async function makeFilms(
  { path, demuxer, probed }: Source,
  rungs: readonly FilmRung[],
  to: string,
  signal: AbortSignal,
  onSeconds: (seconds: number) => void,
): Promise<ReadonlyMap<string, string>> {
  const files = new Map(rungs.map(({ rung }) => [rung, join(to, `${rung}.mp4`)]));
  await ffmpeg(
    [
      "-progress",
      "pipe:1",
      ...readFrom(path, demuxer),
      "-filter_complex",
      filters(rungs, probed),
      ...rungs.flatMap((rung, i) => output(rung, i, probed, files.get(rung.rung)!)),
    ],
    { signal, onOutput: (bytes) => progressIn(bytes.toString(), onSeconds) },
  );
  return files;
}

/** Each rung from the next larger one, so that the large picture is made smaller once. */
function filters(rungs: readonly FilmRung[], { picture }: Probed): string {
  const upright = picture !== undefined && picture.height > picture.width;
  const size = (side: number) => (upright ? `${side}:-2` : `-2:${side}`);
  const steps: string[] = [];
  let from = "0:V:0";
  for (let i = rungs.length - 1; i >= 0; i--) {
    const { height, rate } = rungs[i]!;
    const slower = picture && picture.rate > rate ? `,fps=${rate}` : "";
    const next = i > 0 ? `,split[o${i}][n${i}]` : `[o${i}]`;
    steps.push(`[${from}]scale=${size(height)}:flags=bicubic,setsar=1${slower}${next}`);
    from = `n${i}`;
  }
  return steps.join(";");
}

function output(rung: FilmRung, i: number, { sound }: Probed, file: string): string[] {
  const { picture, quality } = rung;
  const rates = `-crf ${quality} -maxrate ${picture} -bufsize ${picture * 2} -g ${rung.rate * 10}`;
  return [
    "-map",
    `[o${i}]`,
    ...(sound === undefined ? [] : ["-map", "0:a:0", "-b:a", String(rung.sound)]),
    ...CODED,
    ...rates.split(" "),
    ...BARE,
    ..."-movflags +faststart -f mp4".split(" "),
    `file:${file}`,
  ];
}

/** Voices at 24 kbit/s: a minute is 180 kB. */
export async function makeSound(
  { path, demuxer }: Source,
  to: string,
  signal: AbortSignal,
): Promise<string> {
  const file = join(to, "sound.ogg");
  const coded = `-map 0:a:0 -c:a libopus -b:a ${SOUND.bits} -ac 1 -application voip -f ogg`;
  await ffmpeg([...readFrom(path, demuxer), ...coded.split(" "), ...BARE, `file:${file}`], {
    signal,
  });
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
  await ffmpeg([...at, ...readFrom(path, demuxer), ...still.split(" "), ...BARE, `file:${file}`], {
    signal,
  });
  return file;
}

function progressIn(text: string, onSeconds: (seconds: number) => void): void {
  const at = [...text.matchAll(/^out_time_us=(\d+)$/gm)].at(-1)?.[1];
  if (at !== undefined) onSeconds(Number(at) / 1_000_000);
}

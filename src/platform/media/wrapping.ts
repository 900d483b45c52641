/** In what sound and films of the outside are written anew (intake.ts). */
import type { MediaKind } from "./kind.ts";
import { TAKING } from "./limits.ts";

/** Of the outside: two more kinds than we serve, which phones and recorders make. */
export type RawKind = MediaKind | "wav" | "mov";

const MP3_BITS = 96_000; // a second
export const HOUR_OF_MP3 = ((TAKING.seconds + 30) * MP3_BITS) / 8; // bytes

interface Wrapping {
  readonly args: readonly string[];
  /** How what comes out is read. */
  readonly to: string;
  /** Nothing is coded anew, so that as many bytes come out as went in. */
  readonly isCopy: boolean;
}

/** Films stay as they are coded; sound that few browsers play becomes MP3. */
export function wrapping(
  kind: RawKind,
  sound: string | undefined,
  what: "sound" | "film",
): Wrapping {
  const copy = { isCopy: true } as const;
  if (what === "film")
    return kind === "webm"
      ? { ...copy, to: "matroska", args: ["-c", "copy", "-f", "webm"] }
      : { ...copy, to: "mov", args: "-c copy -movflags +faststart -f mp4".split(" ") };
  if (sound === "opus" || sound === "vorbis")
    return { ...copy, to: "ogg", args: ["-c", "copy", "-f", "ogg"] };
  const mp3 = ["-f", "mp3", "-id3v2_version", "0"];
  if (sound === "mp3") return { ...copy, to: "mp3", args: ["-c", "copy", ...mp3] };
  const coded = ["-c:a", "libmp3lame", "-b:a", String(MP3_BITS)];
  return { isCopy: false, to: "mp3", args: [...coded, ...mp3] };
}

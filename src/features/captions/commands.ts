/** Lines under a film are published: the file first, then the record that names it. */
import type { Serving } from "../../platform/feature.ts";
import { lastTimeAbout } from "../../platform/log/reading.ts";
import { say } from "../../platform/sent/speaker.ts";
import { recordings, withLines, type LineKind, type Recording } from "./recordings.ts";
import { askCaptions } from "./private.ts";

interface Lines {
  readonly recording: Recording;
  readonly kind: LineKind;
  readonly language: string;
  /** WebVTT. */
  readonly text: string;
}

/** The file is durable before the record that names it is said, and the draft goes when it is. */
export async function publishLines(
  { instance, speaker }: Pick<Serving, "instance" | "speaker">,
  { recording, kind, language, text }: Lines,
): Promise<void> {
  const { subject, says, media: film } = recording;
  const stored = await instance.media.put(Buffer.from(text));
  const seen = kind === "descriptions" ? "seen." : "";
  const name = `media/${film.slice(0, 8)}.${seen}${language}.vtt`;
  // What names the film may have been worded anew since the form came: it is read with the time of what says so.
  const { all, last } = await instance.snapshot(async (db) => ({
    all: await recordings(db),
    last: await lastTimeAbout(db, subject),
  }));
  const now = all.find((one) => one.subject === subject && one.media === film) ?? recording;
  const body = withLines(now, { kind, language, file: { ...stored, name } });
  await say(speaker, [{ kind: says, subject, body }], last);
  await askCaptions(instance.log.private).drop({ media: film, kind, language });
}

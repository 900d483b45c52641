/**
 * A voice note or a video in sign language in place of words, or beside them. Until it is shown its file lies with the
 * files that people send, where the desk alone hears it; with the record it becomes a file of the instance, and taken
 * back it is deleted in both places. What is refused lies there for an appeal, for a time. Rule CO14.
 */
import { rm } from "node:fs/promises";
import { A_DAY, dayAt } from "../../engines/calendar/day.ts";
import type { Serving } from "../../platform/feature.ts";
import type { Media } from "../../platform/media/media.ts";
import type { Privately } from "../../platform/private/part.ts";
import type { Remark } from "./private/remark.ts";
import { askRemarks } from "./private/remarks.ts";
import { uploadPath, askUploads } from "../contributions/api.ts";
import { KEPT_REFUSED } from "./bounds.ts";
import type { Comment } from "./records.ts";

export const RECORDINGS = ["voice", "sign"] as const;
export type RecordingKind = (typeof RECORDINGS)[number];

/** As a remark keeps it until it is shown. */
export interface Waiting {
  readonly kind: RecordingKind;
  /** Of the file among those that were sent. */
  readonly upload: string;
  readonly bytes: number;
}

/** Where files lie. */
export interface Files {
  readonly media: Media;
  readonly dir: string;
}

export const waitingIn = ({ more }: Pick<Remark, "more">): Waiting | undefined =>
  (JSON.parse(more) as { readonly recording?: Waiting }).recording;

/** The last one that came with this form and can be played; undefined where none did. */
export async function recordingOf(ask: Privately, owner: string): Promise<Waiting | undefined> {
  const all = await askUploads(ask).of(owner);
  const last = all.findLast(({ state, what }) => state === "here" && isRecording(what));
  if (!last) return undefined;
  return { kind: last.what as RecordingKind, upload: last.id, bytes: last.kept ?? last.size };
}

const isRecording = (what: string): boolean => RECORDINGS.some((one) => one === what);

/** For everybody: the file is there before the record names it. */
export async function publish(
  { media, dir }: Files,
  { kind, upload }: Waiting,
): Promise<NonNullable<Comment["recording"]>> {
  const file = await media.put(uploadPath(dir, upload));
  return { kind, file: { ...file, name: `media/${file.media}` } };
}

/** It goes with what was said; others that came with the form before are deleted. */
export async function keepRecording(
  ask: Privately,
  dir: string,
  owner: string,
  { upload }: Waiting,
): Promise<void> {
  for (const id of await askUploads(ask).send({ owner, ids: [upload] }))
    await rm(uploadPath(dir, id), { force: true });
}

/** What lies with the files that were sent. */
export async function forgetUploads(ask: Privately, dir: string, owner: string): Promise<void> {
  for (const id of await askUploads(ask).forget([owner]))
    await rm(uploadPath(dir, id), { force: true });
}

/** The last day on which the recording of what was refused is here. */
export const keptUntil = ({ decided, received }: Pick<Remark, "decided" | "received">): string =>
  dayAt(Date.parse(decided ?? received) + KEPT_REFUSED * A_DAY);

/** Delete what nobody can need any more. */
export async function deleteOver({ instance, now }: Pick<Serving, "instance" | "now">) {
  const before = dayAt(now() - KEPT_REFUSED * A_DAY);
  for (const id of await askRemarks(instance.log.private).recordingsOver(before))
    await rm(uploadPath(instance.folder.dir, id), { force: true });
}

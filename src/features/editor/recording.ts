/**
 * A film, a sound, a sign video or a description track that is added to a draft: read as it comes, never whole in memory,
 * told by its bytes, wrapped anew without what the recorder wrote into it. Rule W13.
 */
import { readFile } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import * as v from "valibot";
import { line } from "../../platform/folder/fields.ts";
import { languageTyped } from "../../platform/web/languages.ts";
import type { What } from "../../platform/media/intake.ts";
import type { MediaError } from "../../platform/media/media-error.ts";
import { MAX_MEDIA } from "../../platform/media/media.ts";
import { readCues } from "../../platform/media/webvtt.ts";
import type { DraftFile } from "../stories/model.ts";
import { readParts } from "../../platform/media/form.ts";
import type { Typed } from "./typed.ts";
import { draftFile, type Keeping } from "./uploads.ts";

const MOST = MAX_MEDIA + 2_000_000; // bytes; captions and words beside the film
const FILES = { file: ["film", "sound"], captions: ["captions"] } as const satisfies Readonly<
  Record<string, readonly What[]>
>;

/** What it is of the story: its film or sound, somebody who signs it, the same with a voice that says what is seen. */
export const RECORDINGS = ["film", "sign", "described"] as const;
type Recording = (typeof RECORDINGS)[number];

const RECORDING_FIELDS = ["as", "title", "credit", "language"] as const;
type Field = (typeof RECORDING_FIELDS)[number];
export type RecordingTyped = Readonly<Partial<Record<Field, string>>>;

interface Recorded {
  readonly as: Recording;
  /** The tag of a sign language. */
  readonly tongue?: string;
  readonly file: DraftFile;
  readonly captions?: DraftFile;
  readonly typed: RecordingTyped;
}
type RecordingWrong = "size" | "form" | "line" | "sign" | "language" | "captions" | "film";
/** Nothing was kept; the words that came with it are shown again. */
export interface NotRecorded {
  readonly wrong: RecordingWrong | MediaError;
  readonly typed: RecordingTyped;
}

/** @param of.lang of the desk, in which a language is named */
export async function takeRecording(
  req: IncomingMessage,
  { media, work }: Keeping,
  { slug, lang }: { readonly slug: string; readonly lang: string },
): Promise<Recorded | NotRecorded> {
  await using open = new AsyncDisposableStack();
  const parts = { fields: RECORDING_FIELDS, files: FILES, most: MOST };
  const came = await readParts(req, { work }, open, parts);
  if (typeof came === "string") return { wrong: came, typed: {} };
  const { typed, refused } = came;
  const { file, captions } = came.files;
  const as = RECORDINGS.find((one) => one === typed.as);
  const no = (wrong: NotRecorded["wrong"]) => ({ wrong, typed });
  if (refused) return no(refused);
  if (!as || !file) return no("form");
  if ([typed.title, typed.credit].some((one) => one !== undefined && !v.is(line, one)))
    return no("line");
  if (as === "sign" && file.what !== "film") return no("sign");
  const tongue = as === "sign" ? languageTyped(typed.language ?? "", lang) : undefined;
  if (as === "sign" && tongue === undefined) return no("language");
  if (captions && !readCues(await readFile(captions.path, "utf8"))?.length) return no("captions");
  return {
    as,
    typed,
    ...(tongue !== undefined && { tongue }),
    file: draftFile(slug, await media.put(file.path)),
    ...(captions && { captions: draftFile(slug, await media.put(captions.path)) }),
  };
}

/** The fields of the draft with it in them; undefined where a description track has no film to go with. */
export function withRecording(
  typed: Typed,
  film: Readonly<Record<string, unknown>> | undefined,
  { as, tongue, file, captions, typed: { title, credit } }: Recorded,
): Typed | undefined {
  const credited = credit !== undefined && { credit };
  const said = captions && { captions: captions.name };
  if (as === "sign")
    return { ...typed, sign: flow({ file: file.name, language: tongue, ...credited }) };
  if (as === "film") {
    const called = title ?? typed["title"];
    return { ...typed, film: flow({ file: file.name, title: called, ...said, ...credited }) };
  }
  if (film?.["file"] === undefined) return undefined;
  const described = { file: file.name, ...(title !== undefined && { note: title }) };
  return { ...typed, film: flow({ ...film, ...said, described }) };
}

/** JSON is YAML; the form shows it as this program writes YAML. */
const flow = (value: object): string => JSON.stringify(value);

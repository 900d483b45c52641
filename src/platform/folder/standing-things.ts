/** The things that stand in the log, as a campaign folder would say them. */
import * as v from "valibot";
import type { Json, JsonObject } from "../records/jcs.ts";
import { toFields, splitMarkdown } from "./body.ts";
import type { Writable } from "./canonical.ts";
import { language, markdown as markdownField, storedMedia, type StoredMedia } from "./fields.ts";
import { knownThings, type ExportLog, type Known } from "./folder-log.ts";
import type { FolderPart } from "./part.ts";
import { valuesAt } from "./places.ts";
import { fieldName, misfits } from "./problem.ts";

export interface LeftOut {
  readonly space: string;
  readonly slug: string;
  /** "authors: expected …, found …" */
  readonly reason: string;
}

export interface StandingThings {
  readonly things: readonly Writable[];
  /** Each path of the folder's `media/` with the stored file that belongs there. */
  readonly paths: ReadonlyMap<string, string>;
  readonly leftOut: readonly LeftOut[];
}

export async function standingThings(
  log: ExportLog,
  parts: readonly FolderPart[],
): Promise<StandingThings> {
  const standing: { part: FolderPart; slug: string; known: Known; body: JsonObject }[] = [];
  for (const part of parts)
    for (const [slug, known] of await knownThings(log, part))
      if (known.body && !known.isWithdrawn) standing.push({ part, slug, known, body: known.body });

  const names = mediaNames(standing.flatMap(({ part, body }) => mediaOf(part, body)));
  const slugs = new Map<string, string>();
  const things: Writable[] = [];
  const paths = new Map<string, string>();
  const leftOut: LeftOut[] = [];
  for (const { part, slug, known, body } of standing) {
    const leaveOut = (reason: string) => leftOut.push({ space: part.space, slug, reason });
    // A thing that is not exported has no slug here, so what refers to it drops the reference, or follows it.
    const thing = toFields(part, slug, body, {
      slugOf: (space, subject) => slugs.get(`${space}/${subject}`),
      pathOf: (media) => (v.is(storedMedia, media) ? names(media) : ""),
    });
    const reason = misfit(part.schema, thing);
    if (reason !== undefined) {
      leaveOut(reason);
      continue;
    }
    slugs.set(`${part.space}/${known.subject}`, slug);
    for (const media of mediaOf(part, body)) paths.set(names(media), media.media);
    things.push({ part, slug, ...thing, translations: translationsOf(part, known, leaveOut) });
  }
  return { things, paths, leftOut };
}

function translationsOf(
  { translation }: FolderPart,
  { translations }: Known,
  leaveOut: (reason: string) => void,
): Writable["translations"] {
  if (!translation) return [];
  return [...translations].flatMap(([lang, body]) => {
    const text = splitMarkdown(body);
    const reason = v.is(language, lang) ? misfit(translation.schema, text) : "expected a language";
    if (reason === undefined) return [{ lang, ...text }];
    leaveOut(`${lang}: ${reason}`);
    return [];
  });
}

function misfit(
  schema: v.GenericSchema,
  { fields, markdown = "" }: Pick<Writable, "fields" | "markdown">,
): string | undefined {
  const [wrong] = [...misfits(schema, fields), ...misfits(markdownField, markdown)];
  if (!wrong) return undefined;
  return `${fieldName(wrong.path)}: ${wrong.message}`;
}

function mediaOf(part: FolderPart, body: Json): StoredMedia[] {
  return part.media
    .flatMap((pattern) => valuesAt(body, pattern))
    .map(({ value }) => value)
    .filter((value) => v.is(storedMedia, value));
}

/** Two files may have come under one name; the second in the order of hashes then carries its own beginning. */
function mediaNames(all: readonly StoredMedia[]): (media: StoredMedia) => string {
  const owners = new Map<string, string>();
  for (const { name, media } of all.toSorted((a, b) => (a.media < b.media ? -1 : 1))) {
    const key = name.toLowerCase(); // some disks hold only one of A.avif and a.avif
    if (!owners.has(key)) owners.set(key, media);
  }
  return ({ name, media }) =>
    owners.get(name.toLowerCase()) === media
      ? name
      : name.replace(/(\.[^.]*)?$/, `-${media.slice(0, 8)}$1`);
}

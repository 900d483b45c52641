/** From what a file says to what a record says, and back. */
import type { MediaFile } from "../media/media.ts";
import { canonical, type Json, type JsonObject } from "../records/jcs.ts";
import type { StoredMedia } from "./fields.ts";
import type { FolderPart } from "./part.ts";
import { changeAt } from "./places.ts";
import { withMarkdown, type Fields, type Passage } from "./thing.ts";

/** In these files the fields hold the slug, and the record leaves it to the address. */
const holdsSlug = ({ form }: FolderPart): boolean => form === "yaml-list" || form === "geojson";

export interface ToRecord {
  /** The subject at a slug of a space. */
  readonly subjectAt: (space: string, slug: string) => string;
  readonly mediaAt: (path: string) => MediaFile;
}

export function toBody(
  part: FolderPart,
  passage: Passage,
  { subjectAt, mediaAt }: ToRecord,
): JsonObject {
  const { id: _, ...rest } = passage.fields;
  let body: unknown = withMarkdown({ ...passage, fields: holdsSlug(part) ? rest : passage.fields });
  for (const [pattern, space] of Object.entries(part.refs))
    body = changeAt(body, pattern, (slug) => subjectAt(space, String(slug)));
  for (const pattern of part.media)
    body = changeAt(body, pattern, (path) => ({ ...mediaAt(String(path)), name: String(path) }));
  return body as JsonObject;
}

type Added = Readonly<Record<string, readonly JsonObject[]>>;

/** The body with what is said beside it at the end of its lists. */
export function withAdded(body: JsonObject, added: Added): JsonObject {
  const lists = Object.entries(added)
    .filter(([, entries]) => entries.length > 0)
    .map(([list, entries]) => [list, [...listAt(body, list), ...entries]]);
  return { ...body, ...Object.fromEntries(lists) } as JsonObject;
}

/** The body without what is said beside it already; a list that empties goes. */
export function withoutAdded(body: JsonObject, added: Added): JsonObject {
  let left = body;
  for (const [list, entries] of Object.entries(added)) {
    const said = new Set(entries.map((entry) => canonical(entry)));
    const { [list]: whole, ...rest } = left;
    if (whole === undefined) continue;
    const kept = listAt(left, list).filter((entry) => !said.has(canonical(entry)));
    left = kept.length === 0 ? rest : { ...left, [list]: kept };
  }
  return left;
}

const listAt = (body: JsonObject, list: string): readonly Json[] => (body[list] ?? []) as Json[];

export interface ToFile {
  /** The slug of a subject of a space; undefined drops the reference. */
  readonly slugOf: (space: string, subject: string) => string | undefined;
  readonly pathOf: (media: StoredMedia) => string;
}

/** The fields and the Markdown of a thing's file. */
export function toFields(
  part: FolderPart,
  slug: string,
  said: JsonObject,
  { slugOf, pathOf }: ToFile,
): { fields: Fields; markdown?: string } {
  let body: unknown = holdsSlug(part) ? { ...said, id: slug } : said;
  for (const [pattern, space] of Object.entries(part.refs))
    body = changeAt(body, pattern, (subject) => slugOf(space, String(subject)));
  for (const pattern of part.media)
    body = changeAt(body, pattern, (media) => pathOf(media as StoredMedia));
  if (part.form !== "markdown-files") return { fields: body as Fields };
  return splitMarkdown(body as Fields);
}

export function splitMarkdown(body: Fields): { fields: Fields; markdown: string } {
  const { markdown, ...fields } = body;
  return { fields, markdown: typeof markdown === "string" ? markdown : "" };
}

/** One file of a campaign folder against the log: read as an import reads it, said as an import says it, and written again. */
import type { MediaFile } from "../media/media.ts";
import type { Batch } from "../records/batch.ts";
import type { JsonObject } from "../records/jcs.ts";
import {
  splitMarkdown,
  toBody,
  withoutAdded,
  withAdded,
  toFields,
  type ToFile,
  type ToRecord,
} from "./body.ts";
import { canonicalFiles } from "./canonical.ts";
import { withChapters } from "./chapters.ts";
import { checkThing } from "./check.ts";
import type { StoredMedia } from "./fields.ts";
import type { Known } from "./folder-log.ts";
import { parseFile } from "./parse.ts";
import type { FieldProblem, FolderPart } from "./part.ts";
import { valuesAt } from "./places.ts";
import { fieldName, misfits, type FolderProblem } from "./problem.ts";
import { notOwn, tooLong } from "./sentences.ts";
import { openSpeech } from "./speech.ts";
import { problemIn, withMarkdown, type Fields, type Thing } from "./thing.ts";
import { TreeError } from "./tree.ts";

/** What stands around the file. */
export interface Around {
  /** The slugs of each space with their subjects. */
  readonly addresses: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Ids that another file lists, by `campaign topics[].id`. */
  readonly names: ReadonlyMap<string, ReadonlySet<string>>;
  /** The stored file at a path of `media/`. */
  readonly media: ReadonlyMap<string, MediaFile>;
}

interface OneFile {
  readonly part: FolderPart;
  readonly slug: string;
  /** Of a translation. */
  readonly lang?: string;
  readonly text: string;
  /** Of a translation: the text of its original. */
  readonly original?: string;
}

/** The thing that a Markdown file holds, or what is wrong with it; a translation comes with its original. */
export function readOne(
  one: OneFile,
  around: Around,
): { readonly thing?: Thing; readonly problems: readonly FolderProblem[] } {
  const { part, slug, lang, text, original } = one;
  const path = `${part.path}/${slug}`;
  try {
    const parsed = parseFile(part, lang === undefined ? `${path}.md` : `${path}.${lang}.md`, text);
    if (parsed.problems.length > 0) return { problems: parsed.problems };
    const whole = lang === undefined ? parsed : parseFile(part, `${path}.md`, original ?? "");
    const [only] = whole.things;
    if (!only) return { problems: whole.problems };
    const thing = { ...only, translations: parsed.translations };
    const slugs = new Map(
      [...around.addresses].map(([space, of]) => [space, new Set(of.keys())] as const),
    );
    const problems = [
      ...checkThing(thing, { slugs, names: around.names }),
      ...lostMedia(thing, around),
    ];
    return { thing, problems };
  } catch (error) {
    if (!(error instanceof TreeError)) throw error;
    return { problems: [{ file: path, line: error.line, field: "", message: error.message }] };
  }
}

/**
 * The same of a thing of any part, by its fields: they are written as its file writes them, and read as an import reads
 * that. A problem has its place among the fields: `sources.0.url`.
 */
export function readFields(
  part: FolderPart,
  one: { readonly slug: string; readonly fields: Fields; readonly markdown?: string },
  around: Around,
): { readonly thing?: Thing; readonly problems: readonly FieldProblem[] } {
  const misfit = misfits(part.schema, one.fields);
  if (misfit.length > 0)
    return { problems: misfit.map(({ path, message }) => ({ at: path.join("."), message })) };
  const files = canonicalFiles([{ part, translations: [], ...one }]);
  const parsed = [...files].map(([path, text]) => parseFile(part, path, text));
  const unread = parsed.flatMap(({ problems }) => problems);
  const [thing] = withChapters(
    part,
    { things: parsed.flatMap(({ things }) => things), translations: [] },
    parsed.flatMap(({ chapters = [] }) => chapters),
  ).things;
  if (!thing) return { problems: unread.map((problem) => ({ at: "", message: problem.message })) };
  const slugs = new Map(
    [...around.addresses].map(([space, of]) => [space, new Set(of.keys())] as const),
  );
  const problems = [
    ...checkThing(thing, { slugs, names: around.names }),
    ...lostMedia(thing, around),
  ];
  const base = fieldName(thing.base);
  return {
    thing,
    problems: problems.map(({ field, message }) => ({
      at: field
        .slice(base.length)
        .replace(/^\./, "")
        .replaceAll(/\[(\d+)\]/g, ".$1"),
      message,
    })),
  };
}

function lostMedia(thing: Thing, { media }: Around): FolderProblem[] {
  return thing.part.media
    .flatMap((pattern) => valuesAt(thing.fields, pattern))
    .filter(({ value }) => !media.has(String(value)))
    .map(({ value, path }) =>
      problemIn(thing, path, `expected a file that was added here, found ${String(value)}`),
    );
}

/** The record's body as the thing's file says it. */
export const bodyOf = (thing: Thing, around: Around): JsonObject =>
  toBody(thing.part, thing, toRecord(around));

const toRecord = ({ addresses, media }: Around): ToRecord => ({
  subjectAt: (space, slug) => addresses.get(space)!.get(slug)!,
  mediaAt: (path) => media.get(path)!,
});

/**
 * Adds the records by which the log comes to say what the file says; none where it says so already.
 * @returns what is too long; then none is added
 */
export function sayOne(
  batch: Batch,
  thing: Thing,
  around: Around,
  before: Known | undefined,
): readonly FolderProblem[] {
  const whole = bodyOf(thing, around);
  const body = withoutAdded(whole, before?.added ?? {});
  const odd = before ? notOwn(thing, before, { whole, body }) : [];
  if (odd.length > 0) return odd;
  const texts = thing.translations.map((one) => [one, withMarkdown(one) as JsonObject] as const);
  const problems = [...tooLong(thing, body), ...texts.flatMap(([one, text]) => tooLong(one, text))];
  if (problems.length > 0) return problems;
  const speech = openSpeech(batch);
  const { subject } = speech.thing(thing, body, before);
  for (const [{ lang }, text] of texts) speech.translation(thing, subject, { lang, text, before });
  return [];
}

/** The files of a thing as an export writes them, by language; `""` is the thing itself. */
export function filesOfOne(
  part: FolderPart,
  slug: string,
  known: Known,
  slugOf: ToFile["slugOf"],
): ReadonlyMap<string, string> {
  if (!known.body) return new Map();
  const own = toFields(part, slug, known.body, { slugOf, pathOf: ({ name }: StoredMedia) => name });
  const translations = [...known.translations].map(([lang, body]) => ({
    lang,
    ...splitMarkdown(body),
  }));
  const files = canonicalFiles([{ part, slug, ...own, translations }]);
  const lang = (path: string) => path.slice(`${part.path}/${slug}`.length, -".md".length).slice(1);
  return new Map([...files].map(([path, text]) => [lang(path), text]));
}

/** The fields of a thing as its file has them, with what others said beside it; undefined where nothing stands. */
export function fieldsOfOne(
  part: FolderPart,
  slug: string,
  { body, added }: Pick<Known, "body" | "added">,
  slugOf: ToFile["slugOf"],
): { readonly fields: Fields; readonly markdown?: string } | undefined {
  if (!body) return undefined;
  const pathOf = ({ name }: StoredMedia) => name;
  return toFields(part, slug, withAdded(body, added), { slugOf, pathOf });
}

/** The things that stand in the log, as a campaign folder would say them. */
import * as v from "valibot";
import type { Media } from "../media/media.ts";
import type { Json, JsonObject } from "../records/jcs.ts";
import { toFields, splitMarkdown, withAdded } from "./body.ts";
import { stemOf, type Writable } from "./canonical.ts";
import { rulesOf } from "./check.ts";
import { language, markdown as markdownField, storedMedia, type StoredMedia } from "./fields.ts";
import { knownThings, type ExportLog, type Known } from "./folder-log.ts";
import { namedFirst, withoutCircles } from "./naming.ts";
import type { Path } from "./form.ts";
import { Gone } from "./gone.ts";
import type { FolderPart } from "./part.ts";
import { ownReference, valuesAt } from "./places.ts";
import { fieldName, misfits } from "./problem.ts";

export interface LeftOut {
  readonly space: string;
  readonly slug: string;
  /** "its pledger names partners/itu, which was withdrawn on 2026-12-01 …", else "authors: expected …, found …" */
  readonly reason: string;
}

interface StandingThings {
  readonly things: readonly Writable[];
  /** Each path of the folder's `media/` with the stored file that belongs there. */
  readonly paths: ReadonlyMap<string, string>;
  readonly leftOut: readonly LeftOut[];
  /** Of what was withdrawn or forgotten, where its file would lie: "stories/two-hills", without ending. */
  readonly withdrawn: ReadonlySet<string>;
}

export async function standingThings(
  log: ExportLog,
  parts: readonly FolderPart[],
  media: Pick<Media, "path" | "has">,
): Promise<StandingThings> {
  const standing: Standing[] = [];
  const withdrawn = new Set<string>();
  const gone = new Gone();
  for (const part of parts) {
    const known = await knownThings(log, part);
    standing.push(...inOrder(part, known));
    for (const [slug, { isWithdrawn, body }] of known)
      if (isWithdrawn || !body) withdrawn.add(stemOf(part, slug));
    for (const [slug, one] of known) gone.add(part, slug, one);
  }

  const names = mediaNames(standing.flatMap(({ part, body }) => mediaOf(part, body)));
  const slugs = new Map<string, string>();
  const things: Writable[] = [];
  const paths = new Map<string, string>();
  const leftOut: LeftOut[] = [];
  for (const { part, slug, known, body, namesOwn } of standing) {
    const leaveOut = (reason: string) => leftOut.push({ space: part.space, slug, reason });
    const fieldsOf = (said: JsonObject) =>
      toFields(part, slug, said, {
        // A thing that is not exported has no slug here, so what refers to it drops the reference, or follows it.
        slugOf: (space, subject) =>
          space === part.space && !namesOwn ? undefined : slugs.get(`${space}/${subject}`),
        pathOf: (file) => (v.is(storedMedia, file) ? names(file) : ""),
      });
    const own = fieldsOf(body);
    const odd = misfit(part.schema, own);
    if (odd) {
      leaveOut(gone.why(part, body, odd.path) ?? odd.said);
      gone.leftOut(part, slug, known);
      continue;
    }
    const whole = fieldsOf(withAdded(body, known.added));
    const tooMuch = misfit(part.schema, whole); // more entries than a file may hold
    if (tooMuch) leaveOut(`${tooMuch.said}; the file holds only what the thing says itself`);
    const thing = tooMuch ? own : whole;
    const files = new Map(mediaOf(part, body).map((file) => [names(file), file.media]));
    const translations = translationsOf(part, known, leaveOut);
    const broken = brokenRules({ part, slug, ...thing, translations });
    const unfit =
      broken.get("") ?? (await misfitOfFiles({ part, ...thing }, { files, media, things }));
    if (unfit !== undefined) {
      leaveOut(gone.why(part, body) ?? unfit);
      gone.leftOut(part, slug, known);
      continue;
    }
    const fit = translations.filter(({ lang }) => {
      const wrong = broken.get(lang);
      if (wrong !== undefined) leaveOut(`${lang}: ${wrong}`);
      return wrong === undefined;
    });
    slugs.set(`${part.space}/${known.subject}`, slug);
    for (const [path, file] of files) paths.set(path, file);
    things.push({ part, slug, ...thing, translations: fit });
  }
  return { things, paths, leftOut, withdrawn };
}

interface Standing {
  readonly part: FolderPart;
  readonly slug: string;
  readonly known: Known;
  readonly body: JsonObject;
  /** Whether its reference to its own space is written: in a circle, which no import takes, it is not. */
  readonly namesOwn: boolean;
}

/** What stands, each after the one that it names of its own space. */
function inOrder(part: FolderPart, all: ReadonlyMap<string, Known>): Standing[] {
  const here = [...all].flatMap(([slug, known]) =>
    known.body && !known.isWithdrawn ? [{ part, slug, known, body: known.body }] : [],
  );
  const naming = withoutCircles(
    new Map(
      here.flatMap(({ known, body }) => {
        const named = ownReference(part, body);
        return named ? [[known.subject, named.name] as const] : [];
      }),
    ),
  );
  return namedFirst(here, ({ known }) => known.subject, naming).map((thing) => ({
    ...thing,
    namesOwn: naming.has(thing.known.subject),
  }));
}

/**
 * The first rule that an import would find broken, of the thing under "", of a translation under its language: what a text refers to
 * may have been withdrawn since. Without its campaign no folder is one, so that is written as it stands.
 */
function brokenRules(thing: Writable): ReadonlyMap<string, string> {
  if (thing.part.form === "yaml") return new Map();
  const passage = { base: [], lineOf: () => 0 };
  const translations = thing.translations.map((one) => ({ ...passage, file: one.lang, ...one }));
  const broken = rulesOf({ ...passage, file: "", ...thing, translations });
  return new Map(
    broken.toReversed().map(({ file, field, message }) => [file, `${field}: ${message}`]),
  );
}

type Said = Pick<Writable, "part" | "fields">;

/** What an import would say of the files that it names, beside what it is about: that may have been said anew since. */
async function misfitOfFiles(
  { part, fields }: Said,
  {
    files,
    media,
    things,
  }: {
    readonly files: ReadonlyMap<string, string>;
    readonly media: Pick<Media, "path" | "has">;
    readonly things: readonly Writable[];
  },
): Promise<string | undefined> {
  if (!part.checkFiles || part.restsOn === undefined) return undefined;
  const here = await Promise.all([...files.values()].map((file) => media.has(file)));
  if (here.includes(false)) return undefined; // what is missing is said of all files
  const wrong: string[] = [];
  await part.checkFiles(
    fields,
    (path) => media.path(files.get(path)!),
    (field, message) => wrong.push(`${field}: ${message}`),
    (space, slug, lang) => {
      const one = things.find((each) => each.part.space === space && each.slug === slug);
      return lang === undefined
        ? one?.fields
        : one?.translations.find((text) => text.lang === lang)?.fields;
    },
  );
  return wrong[0];
}

function translationsOf(
  { translation }: FolderPart,
  { translations }: Known,
  leaveOut: (reason: string) => void,
): Writable["translations"] {
  if (!translation) return [];
  return [...translations].flatMap(([lang, body]) => {
    const text = splitMarkdown(body);
    const reason = v.is(language, lang)
      ? misfit(translation.schema, text)?.said
      : "expected a language";
    if (reason === undefined) return [{ lang, ...text }];
    leaveOut(`${lang}: ${reason}`);
    return [];
  });
}

function misfit(
  schema: v.GenericSchema,
  { fields, markdown = "" }: Pick<Writable, "fields" | "markdown">,
): { readonly path: Path; readonly said: string } | undefined {
  const [wrong] = [...misfits(schema, fields), ...misfits(markdownField, markdown)];
  if (!wrong) return undefined;
  return { path: wrong.path, said: `${fieldName(wrong.path)}: ${wrong.message}` };
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

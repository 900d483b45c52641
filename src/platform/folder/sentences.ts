/** The records by which the log comes to say what a campaign folder says. */
import { openBatch } from "../records/batch.ts";
import type { Clock } from "../records/clock.ts";
import { canonicalBytes, type JsonObject } from "../records/jcs.ts";
import type { Key } from "../records/keys.ts";
import { MAX_BODY } from "../records/record.ts";
import { toBody, withoutAdded, type ToRecord } from "./body.ts";
import type { Known } from "./folder-log.ts";
import { namedFirst } from "./naming.ts";
import type { FolderPart } from "./part.ts";
import { ownReference } from "./places.ts";
import type { FolderProblem } from "./problem.ts";
import type { Folder } from "./read.ts";
import { openSince } from "./since.ts";
import { openSpeech } from "./speech.ts";
import { problemIn, withMarkdown, type Passage, type Thing } from "./thing.ts";

export interface ImportCounts {
  /** Things that are new. A thing of which only a translation differs counts as edited. */
  readonly added: number;
  readonly edited: number;
  /** Withdrawn or erased before, and said again because the file is there. */
  readonly restored: number;
  readonly unchanged: number;
  /** The file is as it was at its last import; what was changed or withdrawn here since is left so. */
  readonly left: number;
  /** Of those edited or brought back: changed here too since the last import. */
  readonly both: number;
  readonly withdrawn: number;
  /** In the log, but not in the folder, and left as it is. */
  readonly withoutFile: number;
  /** Of all these: no record says them before their day. */
  readonly waiting: number;
  readonly records: number;
}

interface Speaking {
  readonly parts: readonly FolderPart[];
  readonly key: Key;
  readonly clock: Clock;
  readonly prune?: boolean;
  /** What the files said when they were imported last. */
  readonly memory: ReadonlyMap<string, string>;
  /** What has its day to come, and is not said now. */
  readonly waits: ReadonlySet<Thing>;
}
type AllKnown = ReadonlyMap<FolderPart, ReadonlyMap<string, Known>>;

export function sentences(
  folder: Folder,
  known: AllKnown,
  { parts, key, clock, memory, waits, prune = false }: Speaking,
) {
  const counts = { ...NOTHING };
  const since = openSince(memory);
  const problems: FolderProblem[] = [];
  const subjects = subjectsOf(known);
  const speech = openSpeech(openBatch({ key, clock }), mostRecords(folder, known, prune));
  const gone = new Set([...erasedIn(known), ...(folder.leftOut ?? []).map(keyOf)]);
  const toRecord: ToRecord = {
    subjectAt: (space, slug) => subjects.get(`${space}/${slug}`) ?? outOfOrder(space, slug),
    mediaAt: (path) => folder.media.get(path)!,
  };

  for (const thing of inOrder(folder.things)) {
    if (waits.has(thing)) continue;
    const before = known.get(thing.part)!.get(thing.slug);
    const others = known.get(thing.part)!;
    if (thing.part.form === "yaml" && !before && others.size > 0)
      problems.push(otherCampaign(thing, [...others.keys()]));
    const whole = toBody(thing.part, thing, toRecord);
    const body = withoutErased(thing, withoutAdded(whole, before?.added ?? {}), gone);
    problems.push(...tooLong(thing, body));
    const own = before ? since.ask(before.subject, "", body, before) : "alike";
    if (before && own !== "here") problems.push(...notOwn(thing, before, { whole, body }));
    const { subject, change } =
      before && own === "here"
        ? { subject: before.subject, change: "left" as const }
        : speech.thing(thing, body, before);
    if (!before) since.ask(subject, "", body, before);
    subjects.set(`${thing.part.space}/${thing.slug}`, subject);
    const translated = thing.translations.map((translation) => {
      const { lang } = translation;
      const text = withMarkdown(translation) as JsonObject;
      problems.push(...tooLong(translation, text));
      const side = since.ask(subject, lang, text, before);
      const isSaid = side !== "here" && speech.translation(thing, subject, { lang, text, before });
      return { side, isSaid };
    });
    const sides = translated.map(({ side }) => side);
    if (own === "both" || sides.includes("both")) counts.both++;
    if (change !== "unchanged") counts[change]++;
    else if (translated.some(({ isSaid }) => isSaid)) counts.edited++;
    else counts[sides.includes("here") ? "left" : "unchanged"]++;
  }

  for (const part of parts) {
    const inFiles = [...folder.things, ...(folder.leftOut ?? [])];
    const files = new Set(inFiles.filter((t) => t.part === part).map((t) => t.slug));
    for (const [slug, thing] of known.get(part)!) {
      if (files.has(slug) || thing.isWithdrawn || !thing.body) continue;
      if (prune) {
        speech.withdraw(part, thing);
        since.withdrawn(thing.subject);
      }
      counts[prune ? "withdrawn" : "withoutFile"]++;
    }
  }
  const records = speech.close();
  return {
    problems,
    records,
    remember: since.next,
    counts: { ...counts, records: records.length } satisfies ImportCounts,
  };
}

const NOTHING = {
  added: 0,
  edited: 0,
  restored: 0,
  unchanged: 0,
  left: 0,
  both: 0,
  withdrawn: 0,
  withoutFile: 0,
  waiting: 0,
};

/** An upper bound, which must be known before the first record is said. */
function mostRecords({ things }: Folder, known: AllKnown, prune: boolean): number {
  const said = things.reduce((sum, { translations }) => sum + 2 + translations.length, 0);
  if (!prune) return said;
  return [...known.values()].reduce((sum, of) => sum + of.size, said);
}

/**
 * The log belongs to whoever opens the campaign, so that record comes before all others. What a thing names of its own
 * space comes before it, because a name becomes the id of the record.
 */
function inOrder(things: readonly Thing[]): Thing[] {
  const rest = things.filter((thing) => !isCampaign(thing));
  const ordered = [...Map.groupBy(rest, (thing) => thing.part)].flatMap(([part, mine]) => {
    const naming = new Map(
      mine.map(({ slug, fields }) => [slug, ownReference(part, fields)?.name ?? ""]),
    );
    return namedFirst(mine, ({ slug }) => slug, naming);
  });
  return [...things.filter(isCampaign), ...ordered];
}

const isCampaign = ({ part }: Thing): boolean => part.form === "yaml";

function subjectsOf(known: AllKnown): Map<string, string> {
  const subjects = new Map<string, string>();
  for (const [{ space }, things] of known)
    for (const [slug, { subject }] of things) subjects.set(`${space}/${slug}`, subject);
  return subjects;
}

function outOfOrder(space: string, slug: string): never {
  throw new Error(
    `Expected the part ${space} before those that refer to it (${slug}), got it later.`,
  );
}

const MAX_SAY = MAX_BODY - 100; // bytes; the rest of a body is its salt

export function tooLong(passage: Passage, body: JsonObject): FolderProblem[] {
  const bytes = canonicalBytes(body).length;
  if (bytes <= MAX_SAY) return [];
  return [problemIn(passage, [], `expected at most ${MAX_SAY} bytes in all, found ${bytes}`)];
}

/** What of the thing is others' to take back, and may not come into its own words. */
export function notOwn(
  thing: Thing,
  { body: before = {}, beside: said, erased }: Known,
  now: { readonly whole: JsonObject; readonly body: JsonObject },
): FolderProblem[] {
  const odd = thing.part.beside?.notOwn?.({ ...now, before, said, erased }) ?? [];
  return odd.map(({ path, message }) => problemIn(thing, path, message));
}

const keyOf = ({ part, slug }: Thing): string => `${part.space}.${slug}`;

/** The things of which all was erased, as keys of texts begin: `stories.hill`. */
const erasedIn = (known: AllKnown): ReadonlySet<string> =>
  new Set(
    [...known].flatMap(([{ space }, things]) =>
      [...things].flatMap(([slug, { erased, body }]) =>
        erased.size > 0 && !body ? [`${space}.${slug}`] : [],
      ),
    ),
  );

/** A language's file may still say what others erased of theirs: it brings none of it back. */
function withoutErased(thing: Thing, body: JsonObject, gone: ReadonlySet<string>): JsonObject {
  if (thing.part.form !== "po-files") return body;
  const messages = body["messages"] as readonly { readonly key: string }[];
  const left = messages.filter(({ key }) => !gone.has(key.split(".", 2).join(".")));
  return { ...body, messages: left };
}

function otherCampaign(thing: Thing, ids: readonly string[]): FolderProblem {
  return problemIn(
    thing,
    ["id"],
    `expected ${ids.join(" or ")}, the campaign of this log, found ${thing.slug}`,
  );
}

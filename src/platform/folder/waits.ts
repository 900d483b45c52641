/**
 * Things of a folder whose day is still to come. No record says them before: an import hands them over to wait in
 * private; an export writes them as if they had been said (with-waiting.ts).
 */
import type { JsonObject } from "../records/jcs.ts";
import { sha256 } from "../records/record.ts";
import { canonicalFiles } from "./canonical.ts";
import type { ImportMemory, Known, Remembered } from "./folder-log.ts";
import type { FolderPart } from "./part.ts";
import { valuesAt } from "./places.ts";
import type { Folder } from "./read.ts";
import { comparable } from "./speech.ts";
import { withMarkdown, type Thing } from "./thing.ts";
import type { ToWait, WaitingFile, WaitingRoom } from "./waiting-room.ts";

export interface Waits {
  /** They are not said now. */
  readonly things: ReadonlySet<Thing>;
  /** How many of them wait once the import is done: one that was cancelled here since does not. */
  readonly waiting: number;
  readonly toTake: readonly { readonly part: FolderPart; readonly file: ToWait }[];
  readonly toLeave: readonly { readonly part: FolderPart; readonly file: WaitingFile }[];
  readonly remember: readonly Remembered[];
  readonly counts: Readonly<Record<"added" | "edited" | "unchanged" | "left", number>>;
}

type AllKnown = ReadonlyMap<FolderPart, ReadonlyMap<string, Known>>;

export async function whatWaits(
  folder: Folder,
  known: AllKnown,
  { room, memory }: { room: WaitingRoom; memory: Awaited<ReturnType<ImportMemory["read"]>> },
): Promise<Waits> {
  const things = new Set<Thing>();
  const toTake: { part: FolderPart; file: ToWait }[] = [];
  const toLeave: { part: FolderPart; file: WaitingFile }[] = [];
  const remember: Remembered[] = [];
  let waits = 0;
  const counts = { added: 0, edited: 0, unchanged: 0, left: 0 };
  for (const [part, ofPart] of known) {
    if (!part.dayOf) continue;
    const rows = await room.read(part);
    const mine = folder.things.filter((thing) => thing.part === part);
    for (const thing of mine) {
      const before = ofPart.get(thing.slug);
      const waiting = rows.filter(({ slug }) => slug === thing.slug);
      if (!isToWait(part, thing, { before, waiting, now: room.now })) continue;
      things.add(thing);
      const day = part.dayOf(thing.fields)!;
      let is: keyof typeof counts = "unchanged";
      for (const file of filesOf(thing, folder)) {
        const row = waiting.find(({ lang }) => lang === file.lang);
        const subject = `${part.space}/${thing.slug}`;
        const said = sha256(file.text);
        const last = memory.get(`${subject} ${file.lang}`);
        if (last !== said) remember.push({ subject, lang: file.lang, said });
        if (row?.text === file.text || isSaid(file.lang, thing, before)) continue;
        if (last === said) {
          if (is === "unchanged") is = "left";
          continue;
        }
        toTake.push({ part, file: { ...file, day } });
        is = waiting.length > 0 || before ? "edited" : "added";
      }
      counts[is]++;
      if (is === "added" || is === "edited" || waiting.length > 0) waits++;
    }
    const leftOut = (folder.leftOut ?? []).filter((thing) => thing.part === part);
    const slugs = new Set([...mine, ...leftOut].map(({ slug }) => slug));
    for (const file of rows.filter(({ slug }) => !slugs.has(slug))) toLeave.push({ part, file });
  }
  return { things, waiting: waits, toTake, toLeave, remember, counts };
}

/**
 * What waits already goes on by the same way whatever its day is now: two ways could say it twice. What was said before
 * its day is held back, and so is what is said of it.
 */
function isToWait(
  { dayOf }: FolderPart,
  { fields }: Thing,
  at: {
    readonly before: Known | undefined;
    readonly waiting: readonly WaitingFile[];
    readonly now: string;
  },
): boolean {
  if (at.waiting.some(({ lang }) => lang === "")) return true;
  const isAhead = (of: Thing["fields"] | undefined) => (of ? (dayOf!(of) ?? "") : "") > at.now;
  const stands = at.before?.isWithdrawn ? undefined : at.before?.body;
  return isAhead(fields) && !isAhead(stands);
}

/** A translation that the log has in these words needs not wait. */
function isSaid(lang: string, { translations }: Thing, before: Known | undefined): boolean {
  const said = before?.translations.get(lang);
  const own = translations.find((one) => one.lang === lang);
  return (
    said !== undefined &&
    own !== undefined &&
    comparable(said) === comparable(withMarkdown(own) as JsonObject)
  );
}

function filesOf(thing: Thing, { media }: Folder): WaitingFile[] {
  const { part, slug } = thing;
  const shown = part.media
    .flatMap((pattern) => valuesAt(thing.fields, pattern))
    .map(({ value }) => ({ ...media.get(String(value))!, name: String(value) }));
  const path = `${part.path}/${slug}`;
  return [...canonicalFiles([thing])].map(([file, text]) => {
    const lang = file.slice(path.length, -".md".length).slice(1);
    return { slug, lang, text, files: lang === "" ? shown : [] };
  });
}

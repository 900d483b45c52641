/** What reading and writing a campaign folder ask of the log. */
import type { JsonObject } from "../records/jcs.ts";
import type { LogRecord, SignedRecord } from "../records/record.ts";
import type { FolderPart } from "./part.ts";
import type { WaitingRoom } from "./waiting-room.ts";

/** Every thing of a space by its slug, with its standing records of some kinds in reading order. */
export type Standing = ReadonlyMap<
  string,
  {
    readonly subject: string;
    readonly records: readonly LogRecord[];
    /** The kinds of which something about it was erased, where that is known. */
    readonly erased?: ReadonlySet<string>;
  }
>;

export interface ExportLog {
  things(space: string, kinds: readonly string[]): Promise<Standing>;
}

export interface ImportLog extends ExportLog {
  /** Everything in one go: visible whole or not at all. */
  append(
    records: readonly SignedRecord[],
    progress?: (done: number, total: number) => void,
  ): Promise<unknown>;
  readonly memory: ImportMemory;
  /** Where what has its day to come waits. */
  readonly waiting: WaitingRoom;
  /** Of each whether it was erased here under this name, whatever its address is. */
  readonly isErased?: (of: readonly Named[]) => Promise<readonly boolean[]>;
}

/** What `staysErased` of a part names: the sort, and what stands in the field. */
export interface Named {
  readonly sort: string;
  readonly by: readonly string[];
}

/** What a file said when it was imported last. */
export interface Remembered {
  readonly subject: string;
  /** Of a translation; empty for the thing itself. */
  readonly lang: string;
  /** A hash of it; empty where there was no file. */
  readonly said: string;
}

export interface ImportMemory {
  /** By subject and language, with a blank between. */
  read(): Promise<ReadonlyMap<string, string>>;
  keep(rows: readonly Remembered[]): Promise<unknown>;
}

/** A thing as the log has it today. */
export interface Known {
  readonly subject: string;
  /** What was said of it last; undefined where nothing stands (it may have been erased). */
  readonly body: JsonObject | undefined;
  readonly isWithdrawn: boolean;
  /** Its part's records `beside` it, in reading order. */
  readonly beside: readonly LogRecord[];
  /** The kinds of which something about it was erased. */
  readonly erased: ReadonlySet<string>;
  /** What these add to the lists of its file. */
  readonly added: Readonly<Record<string, readonly JsonObject[]>>;
  /** All that was said of it, in reading order, by the language of a translation; `""` is the thing itself. */
  readonly said: ReadonlyMap<string, readonly JsonObject[]>;
  /** By language. */
  readonly translations: ReadonlyMap<string, JsonObject>;
  /** The time of its latest record; a new one must be later. */
  readonly at: string | undefined;
}

/** The things of a part, by slug. */
export async function knownThings(log: ExportLog, part: FolderPart): Promise<Map<string, Known>> {
  const { opening, edit, withdrawal, translation, beside, space } = part;
  const itself = [opening, edit, withdrawal];
  const kinds = [...itself, ...(translation ? [translation.kind] : []), ...(beside?.kinds ?? [])];
  const known = new Map<string, Known>();
  for (const [slug, { subject, records, erased = new Set<string>() }] of await log.things(
    space,
    kinds,
  )) {
    const about = records.filter((record) => itself.includes(record.kind));
    const words = about.filter((record) => record.kind !== withdrawal);
    const own = words.at(-1)?.body as JsonObject | undefined;
    const said = new Map([["", words.map(({ body }) => body as JsonObject)]]);
    const later = records.filter((record) => beside?.kinds.includes(record.kind));
    const translations = new Map<string, JsonObject>();
    for (const { kind, body } of records)
      if (kind === translation?.kind) {
        const { lang, ...text } = body as JsonObject;
        if (typeof lang !== "string") continue;
        translations.set(lang, text);
        said.set(lang, [...(said.get(lang) ?? []), text]);
      }
    known.set(slug, {
      subject,
      body: own,
      isWithdrawn: about.at(-1)?.kind === withdrawal,
      beside: later,
      erased,
      added: beside?.entries(own ?? {}, later) ?? {},
      said,
      translations,
      at: records.at(-1)?.at,
    });
  }
  return known;
}

/** What is held about somebody, as it is found: each place, where in it, and what it says. Rule HD1. */
import type { Db } from "../../platform/db/store.ts";
import type { Stored } from "../../platform/private/part.ts";
import type { PrivatePart, Privately } from "../../platform/private/part.ts";
import type { Key } from "../../platform/records/keys.ts";
import type { JsonObject } from "../../platform/records/jcs.ts";
import type { Hit } from "./matching.ts";

/** Where this instance keeps things. */
export interface Holder {
  readonly snapshot: <T>(work: (db: Db) => Promise<T>) => Promise<T>;
  readonly private: Privately;
  readonly parts: readonly PrivatePart[];
  /** The data folder. */
  readonly dir: string;
  /** By which hashes of contacts are worked out. */
  readonly secrets: Key;
}

interface Somewhere {
  readonly hits: readonly Hit[];
}
/** What a record says. */
export interface FoundRecord extends Somewhere {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly at: string;
  readonly author: string;
  readonly bodyHash: string;
  readonly body: JsonObject;
  /** It waits, and nobody reads it. */
  readonly isWaiting: boolean;
  /** Said about the person, and not about something else in which the person stands. */
  readonly isOwn: boolean;
}
/** A row of a private table. */
export interface FoundRow extends Somewhere {
  readonly table: string;
  /** What it is known by: `class_learner/…`. */
  readonly id: string;
  readonly row: Stored;
  /** It is the person's own, and goes with the person. */
  readonly isTheirs: boolean;
}
/** What is made from records and rows, and is made anew without the person: rows of tables, words of the index. */
export interface FoundMade {
  readonly table: string;
  readonly rows: number;
}
/** A file, or a page that was kept. */
export interface FoundFile {
  readonly sort: "media" | "upload" | "page" | "beside" | "other";
  /** Its path in the data folder, or the address of a page. */
  readonly path: string;
  readonly bytes: number;
}

/** Everything. */
export interface Held {
  readonly records: readonly FoundRecord[];
  readonly rows: readonly FoundRow[];
  readonly made: readonly FoundMade[];
  readonly files: readonly FoundFile[];
  /** Backups that were made here, and until when each is kept at most. */
  readonly backups: readonly FoundBackup[];
  readonly told: Told;
}
export interface FoundBackup {
  readonly file: string;
  /** ISO 8601. */
  readonly made: string;
  /** A day; absent where it stays until somebody deletes it. */
  readonly until?: string;
}
/** Who else was sent something of it. */
export interface Told {
  /** Hosts of servers of the fediverse that were sent a post that names the person, or about what names them. */
  readonly servers: readonly string[];
  /** Mails that went to readers and told of a story that names the person: at most so many, and nobody can call them back. */
  readonly mails: number;
}

/** Everything short in it that is no hash, for whoever decides of whom it speaks. */
export const inShort = (of: Readonly<Record<string, unknown>>): string =>
  Object.entries(of)
    .map(([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)])
    .filter(([, said]) => said !== "null" && said !== "" && !/^[0-9a-f]{32,}$/.test(said ?? ""))
    .map((line) => line.join(": ").slice(0, IN_SHORT))
    .slice(0, 8)
    .join(" · ");
/** Characters of what tells one from the other. */
export const IN_SHORT = 80;

export const isNothing = ({ records, rows, files }: Held): boolean =>
  records.length + rows.length + files.length === 0;

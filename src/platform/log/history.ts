/** Everything that was said about one subject, standing or not, as the log's own pages show it. */
import { SLUG_BOUND } from "../addresses/addresses.ts";
import type { Db } from "../db/store.ts";
import { timeMs } from "../records/clock.ts";
import type { Json } from "../records/jcs.ts";
import type { Kinds } from "../records/kind.ts";
import { ERASURE_MADE, GRANT_GIVEN, GRANT_REVOKED, IMPORT_CLOSED, LOG_CONTINUED } from "./kinds.ts";
import { erasuresOf } from "./proof.ts";
import { standingOf } from "./refold.ts";
import { readStanding } from "./standing.ts";
import type { LogTables } from "./tables.ts";

export interface Said {
  readonly id: string;
  readonly kind: string;
  readonly at: string;
  readonly author: string;
  readonly index: number;
  /** What became of its text. */
  readonly text:
    | { readonly is: "here"; readonly body: Json }
    | { readonly is: "erased"; readonly by: string; readonly at: string }
    /** It is in the log and shows nothing: its import never closed, or its author may not say it any more. */
    | { readonly is: "idle" }
    /** It is for the subject's own page alone. */
    | { readonly is: "personal" };
}

export async function subjectOf(db: Db, id: string): Promise<string | undefined> {
  const row = await db
    .withTables<LogTables>()
    .selectFrom("record")
    .select("subject")
    .where("id", "=", id)
    .where("audience", "=", "public")
    .executeTakeFirst();
  return row?.subject;
}

/** All records of a subject in reading order; empty when the log has none. */
export async function historyOf(db: Db, subject: string, kinds: Kinds): Promise<Said[]> {
  const rows = await db
    .withTables<LogTables>()
    .selectFrom("record")
    .select(["id", "kind", "at", "author", "idx", "body_hash"])
    .select((eb) => eb("document", "is", null).as("gone"))
    .where("subject", "=", subject)
    .where("audience", "=", "public")
    .orderBy("at")
    .orderBy("id")
    .execute();
  const standing = (await standingOf(db, [subject], await readStanding(db))).get(subject) ?? [];
  const bodies = new Map(standing.map(({ id, body }) => [id, body]));
  const personal = rows.some(({ kind }) => kinds[kind]?.personal);
  const erasures = await erasuresOf(db, subject);
  return rows.map(({ id, kind, at, author, idx: index, body_hash: hash, gone }) => {
    const erased = gone ? erasures.get(hash) : undefined;
    const body = bodies.get(id);
    const said = { id, kind, at, author, index };
    if (erased) return { ...said, text: { is: "erased", ...erased } };
    if (body === undefined) return { ...said, text: { is: "idle" } };
    return { ...said, text: personal ? { is: "personal" } : { is: "here", body } };
  });
}

/** The log's own kinds, whose names are for programs. */
const PLAIN: Readonly<Record<string, string>> = {
  [SLUG_BOUND]: "Address given",
  [ERASURE_MADE]: "Text withdrawn",
  [GRANT_GIVEN]: "Right to speak given",
  [GRANT_REVOKED]: "Right to speak ended",
  [IMPORT_CLOSED]: "Import completed",
  [LOG_CONTINUED]: "Continued from an earlier log",
};

/** A kind in words: `pledge.made/1` is "Pledge made". */
export function kindWords(kind: string): string {
  const plain = PLAIN[kind];
  if (plain !== undefined) return plain;
  const words = kind.replace(/\/\d+$/, "").replaceAll(".", " ");
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** `2026-11-24 20:33 UTC` */
export const minuteOf = (at: string): string =>
  `${new Date(timeMs(at)).toISOString().slice(0, 16).replace("T", " ")} UTC`;

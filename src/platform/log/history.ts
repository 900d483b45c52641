/** Everything that was said about one subject, standing or not, as the log's own pages show it. */
import type { Db } from "../db/store.ts";
import { timeDay, timeMs } from "../records/clock.ts";
import type { Json } from "../records/jcs.ts";
import type { Kinds } from "../records/kind.ts";
import { formatDay } from "../web/words.ts";
import { erasuresOf } from "./proof.ts";
import { standingOf } from "./refold.ts";
import { readStanding } from "./standing.ts";
import type { LogTables } from "./tables.ts";
import type { LogWords } from "./words.ts";

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

/** A kind in words: `pledge.made/1` is "Pledge made". */
export function kindWords(kind: string, words: LogWords): string {
  const name = kind.replace(/\/\d+$/, "");
  const [thing = "", act = ""] = name.split(".");
  const {
    plain,
    things,
    acts,
  }: Record<"plain" | "things" | "acts", Record<string, string>> = words;
  return plain[name] ?? words.kind(things[thing] ?? thing, acts[act] ?? act);
}

/** `24 November 2026, 20:33 UTC` */
export const minuteOf = (at: string, lang: string): string =>
  `${formatDay(timeDay(at), lang)}, ${new Date(timeMs(at)).toISOString().slice(11, 16)} UTC`;

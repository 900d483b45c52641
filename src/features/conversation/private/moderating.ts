/**
 * What moderation rests on: what each section allows, the lists that are looked through, threads that are slowed down,
 * what readers reported, and notes.
 */
import { rowsOf } from "../../../platform/private/part.ts";
import { countRows } from "../../../platform/db/all-rows.ts";
import type { Db } from "../../../platform/db/store.ts";
import {
  mine,
  type Brake,
  type ListLine,
  type Note,
  type Report,
  type SectionRule,
  type Setting,
} from "./tables.ts";

const reports = rowsOf<Report>("talk_report");
const MAX_LIST = 2000; // lines of all lists: each is looked for in every text that comes

/** What each section allows, and after how many accepted words somebody is trusted. */
export interface TalkRules {
  /** By the name of a section; `first` where none is set. */
  readonly sections: Readonly<Record<string, SectionRule>>;
  readonly trustedAfter: number;
  readonly lists: readonly ListLine[];
}
const TRUSTED_AFTER = 3;

export async function talkRules(db: Db): Promise<TalkRules> {
  const rows = await mine(db).selectFrom("talk_setting").selectAll().execute();
  const value = new Map(rows.map((row) => [row.name, row.value]));
  return {
    sections: Object.fromEntries(
      rows.flatMap((row) =>
        row.name.startsWith("section ") ? [[row.name.slice("section ".length), row.value]] : [],
      ),
    ) as Record<string, SectionRule>,
    trustedAfter: Number(value.get("trusted after") ?? TRUSTED_AFTER),
    lists: await mine(db).selectFrom("talk_list").selectAll().orderBy("text").execute(),
  };
}

export async function set(tx: Db, { name, value }: Setting): Promise<void> {
  await mine(tx)
    .insertInto("talk_setting")
    .values({ name, value })
    .onConflict((c) => c.column("name").doUpdateSet({ value }))
    .execute();
}

/** @returns whether there was room for it; one with the same id is replaced */
export async function list(tx: Db, line: ListLine): Promise<boolean> {
  if ((await countRows(mine(tx).selectFrom("talk_list"))) >= MAX_LIST) return false;
  await unlist(tx, line.id);
  await mine(tx).insertInto("talk_list").values(line).execute();
  return true;
}

export async function unlist(tx: Db, id: string): Promise<void> {
  await mine(tx).deleteFrom("talk_list").where("id", "=", id).execute();
}

export const brakes = (db: Db): Promise<Brake[]> =>
  mine(db).selectFrom("talk_brake").selectAll().orderBy("since").execute();

export async function brake(tx: Db, { about, since, until }: Brake): Promise<void> {
  await mine(tx)
    .insertInto("talk_brake")
    .values({ about, since, until })
    .onConflict((c) => c.column("about").doUpdateSet({ until }))
    .execute();
}

export async function release(tx: Db, about: string): Promise<void> {
  await mine(tx).deleteFrom("talk_brake").where("about", "=", about).execute();
}

const MAX_REPORTS = 5000; // that nobody has answered; beyond them nobody reads

/** Reports that nobody has answered, the oldest first. */
export function openReports(db: Db): Promise<Report[]> {
  return reports.of(db, { settled: null }).orderBy("n").execute();
}

export function notesOf(db: Db, remarks: readonly string[]): Promise<Note[]> {
  if (remarks.length === 0) return Promise.resolve([]);
  const of = mine(db).selectFrom("talk_note").selectAll();
  return of
    .where("remark", "in", [...remarks])
    .orderBy("n")
    .execute();
}

/** @returns whether it was kept */
export async function report(tx: Db, said: Omit<Report, "n" | "settled">): Promise<boolean> {
  const { last, open } = await mine(tx)
    .selectFrom("talk_report")
    .select((eb) => [
      eb.fn.max("n").as("last"),
      eb.fn.countAll<number>().filterWhere("settled", "is", null).as("open"),
    ])
    .executeTakeFirstOrThrow();
  if (open >= MAX_REPORTS) return false;
  const row: Report = { ...said, n: (last ?? 0) + 1, settled: null };
  await mine(tx).insertInto("talk_report").values(row).execute();
  return true;
}

/** All reports of one thing are answered at once; what they said is forgotten. */
export async function settle(
  tx: Db,
  { about, day }: { readonly about: string; readonly day: string },
) {
  await reports.change(tx, { about, settled: null }, { settled: day, text: "" });
}

export async function note(tx: Db, said: Omit<Note, "n">): Promise<void> {
  const { last } = await mine(tx)
    .selectFrom("talk_note")
    .select((eb) => eb.fn.max("n").as("last"))
    .executeTakeFirstOrThrow();
  await mine(tx)
    .insertInto("talk_note")
    .values({ ...said, n: (last ?? 0) + 1 })
    .execute();
}

/** What moderators and readers wrote about words that are taken back may repeat them. */
export async function forgetAround(tx: Db, remark: string): Promise<void> {
  await mine(tx).deleteFrom("talk_note").where("remark", "=", remark).execute();
  await reports.drop(tx, { about: remark });
}

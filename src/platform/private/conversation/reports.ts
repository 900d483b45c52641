/** What readers reported, and what moderators wrote to each other. */
import type { Db } from "../../db/store.ts";
import { mine, type Note, type Report } from "./tables.ts";

const MAX_REPORTS = 5000; // that nobody has answered; beyond them nobody reads

/** Reports that nobody has answered, the oldest first. */
export function openReports(db: Db): Promise<Report[]> {
  return mine(db)
    .selectFrom("talk_report")
    .selectAll()
    .where("settled", "is", null)
    .orderBy("n")
    .execute();
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
  await mine(tx)
    .updateTable("talk_report")
    .set({ settled: day, text: "" })
    .where("about", "=", about)
    .where("settled", "is", null)
    .execute();
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
  await mine(tx).deleteFrom("talk_report").where("about", "=", remark).execute();
}

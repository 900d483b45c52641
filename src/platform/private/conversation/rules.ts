/** What each section of the conversation allows, the lists that are looked through, and threads that are slowed down. */
import type { Db } from "../../db/store.ts";
import { mine, type Brake, type ListLine, type SectionRule, type Setting } from "./tables.ts";

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
  const { count } = await mine(tx)
    .selectFrom("talk_list")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  if (count >= MAX_LIST) return false;
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

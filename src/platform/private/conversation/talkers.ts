/** How people stand with the desk: by what it decided, and by what became of their words. */
import type { Db } from "../../db/store.ts";
import { mine, type Talker } from "./tables.ts";

export function talkerOf(db: Db, who: string): Promise<Talker | undefined> {
  return mine(db).selectFrom("talker").selectAll().where("who", "=", who).executeTakeFirst();
}

export function talkersOf(db: Db, whos: readonly string[]): Promise<Talker[]> {
  if (whos.length === 0) return Promise.resolve([]);
  return mine(db)
    .selectFrom("talker")
    .selectAll()
    .where("who", "in", [...whos])
    .execute();
}

/** Those about whom the desk has decided. */
export function standings(db: Db): Promise<Talker[]> {
  const of = mine(db).selectFrom("talker").selectAll();
  return of.where("standing", "is not", null).orderBy("who").execute();
}

/** How the desk will have somebody stand from now on. */
export async function stand(tx: Db, talker: Pick<Talker, "who" | "standing" | "by" | "day">) {
  const { standing, by, day } = talker;
  await mine(tx)
    .insertInto("talker")
    .values({ ...talker, accepted: 0, refused: 0 })
    .onConflict((c) => c.column("who").doUpdateSet({ standing, by, day }))
    .execute();
}

/** One more of their words was shown, or was not: a refusal begins the count anew. */
export async function noteWords(tx: Db, who: string, isGood: boolean): Promise<void> {
  const fresh = { who, standing: null, by: null, day: null };
  await mine(tx)
    .insertInto("talker")
    .values({ ...fresh, accepted: isGood ? 1 : 0, refused: isGood ? 0 : 1 })
    .onConflict((c) =>
      c
        .column("who")
        .doUpdateSet((eb) =>
          isGood
            ? { accepted: eb("talker.accepted", "+", 1) }
            : { accepted: 0, refused: eb("talker.refused", "+", 1) },
        ),
    )
    .execute();
}

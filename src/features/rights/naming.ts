/** Where else somebody's name stands in words: stories, pages and things that say it and do not link the person. Rule RI8. */
import { folded, type CalledTables } from "../../platform/addresses/addresses.ts";
import { namesOf } from "../../platform/addresses/called.ts";
import type { Db } from "../../platform/db/store.ts";
import { standingOf } from "../../platform/log/refold.ts";
import { readStanding } from "../../platform/log/standing.ts";

const CHUNK = 500; // subjects read at once
const SHOWN = 200; // places; who stands in more is found at /desk/holdings

export interface SaidIn {
  readonly subject: string;
  readonly name: string;
  readonly space: string;
}

/** Everything that has an address, stands and says this name in any of its words; the person's own is left out. */
export async function saidIn(db: Db, person: string, name: string): Promise<readonly SaidIn[]> {
  const wanted = folded(name);
  const standing = await readStanding(db);
  const rows = await db
    .withTables<CalledTables>()
    .selectFrom("called")
    .select("subject")
    .where("gone", "=", 0)
    .where("subject", "!=", person)
    .orderBy("subject")
    .execute();
  const found: string[] = [];
  for (let i = 0; i < rows.length && found.length < SHOWN; i += CHUNK) {
    const subjects = rows.slice(i, i + CHUNK).map(({ subject }) => subject);
    const records = await standingOf(db, subjects, standing);
    for (const [subject, said] of records)
      if (said.some(({ body }) => folded(JSON.stringify(body)).includes(wanted)))
        found.push(subject);
  }
  const names = await namesOf(db, found);
  return found.flatMap((subject) => {
    const called = names.get(subject);
    return called ? [{ subject, name: called.name, space: called.space }] : [];
  });
}

/** How often pages were read on a day, and from which sites people came. Nothing about a reader: a day, a name, a number. */
import type { Db } from "../../platform/db/store.ts";
import { columns, integer, table, text } from "../../platform/db/table.ts";
import { readState, writeState } from "../../platform/log/state.ts";
import { asking, creating, rowsOf, type PrivatePart } from "../../platform/private/part.ts";
import type { Count } from "../../platform/web/tally.ts";

type Tables = { page_count: Count };

const AT_ONCE = 1000; // rows in one statement
const OFF = "counts:off";
const MAX_NAMES = 5000; // of a day and a kind; a stranger who makes up domains fills no more, and known ones are counted on

const KEPT = 400; // days: this month beside the same one of last year

export const countsPart = {
  name: "counts",
  tables: {
    page_count: {
      returns: "Counts of pages: nobody stands in them.",
      keeps: { what: "counts", ends: [{ days: KEPT, after: "came", day: "day" }] },
    },
  },
  migrations: [
    creating({
      page_count: table(
        { ...columns(text, "day", "kind", "name"), n: integer },
        { key: ["day", "kind", "name"] },
      ),
    }),
  ],
  questions: { since, isOn },
  operations: { add, turn },
} satisfies PrivatePart;

export const askCounts = asking(countsPart);
const counts = rowsOf<Count>("page_count");

/** Nothing where counting is off: what was on its way when it was turned off is forgotten like the rest. */
async function add(tx: Db, counted: readonly Count[]): Promise<void> {
  if (!(await isOn(tx))) return;
  for (const [where, fresh] of Map.groupBy(counted, ({ day, kind }) => `${day} ${kind}`)) {
    const [day, kind] = where.split(" ") as [string, Count["kind"]];
    const rows = await counts.of(tx, { day, kind }).execute();
    const known = new Set(rows.map(({ name }) => name));
    const more = new Map<string, number>();
    for (const { name, n } of fresh) {
      if (!known.has(name) && known.size >= MAX_NAMES) continue;
      known.add(name);
      more.set(name, (more.get(name) ?? 0) + n);
    }
    const written = Array.from(more, ([name, n]) => ({ day, kind, name, n }));
    for (let i = 0; i < written.length; i += AT_ONCE)
      await mine(tx)
        .insertInto("page_count")
        .values(written.slice(i, i + AT_ONCE))
        .onConflict((c) =>
          c
            .columns(["day", "kind", "name"])
            .doUpdateSet((eb) => ({ n: eb("page_count.n", "+", eb.ref("excluded.n")) })),
        )
        .execute();
  }
}

function since(tx: Db, day: string): Promise<Count[]> {
  const rows = counts.of(tx).where("day", ">=", day);
  return rows.orderBy("day").orderBy("n", "desc").orderBy("name").execute();
}

async function isOn(tx: Db): Promise<boolean> {
  return (await readState(tx, OFF)) !== "1";
}

/** Off forgets what was counted, too. */
async function turn(tx: Db, on: boolean): Promise<void> {
  await writeState(tx as Parameters<typeof writeState>[0], { [OFF]: on ? "0" : "1" });
  if (!on) await mine(tx).deleteFrom("page_count").execute();
}

const mine = (db: Db) => db.withTables<Tables>();

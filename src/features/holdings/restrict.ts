/** Somebody is frozen: kept, shown nowhere and worked with by nothing, until it is lifted. Rule HD9. */
import { dayAt } from "../../engines/calendar/day.ts";
import { FREEZE, FROZEN, THAW, type Freezing } from "../../platform/private/freezing.ts";
import type { Desk } from "../../platform/sent/desk.ts";
import { sayAbout } from "../../platform/sent/speaker.ts";
import { holdsOn, PERSON_HELD, PERSON_RELEASED } from "../people/api.ts";
import type { Held } from "./found.ts";
import type { Wanted } from "./who.ts";

interface Restricted {
  /** People of the log. */
  readonly people: number;
  /** What holds them now, in a word each: it need not be this alone (PE16). */
  readonly holds: ReadonlySet<string>;
  /** Private rows that were set aside, or put back. */
  readonly rows: number;
}

/** Rows of others that name the person stay where they are: they are not the person's own. */
export async function restrictHeld(
  { speaker, private: privately }: Pick<Desk, "speaker" | "private">,
  { wanted: { persons }, rows }: Held & { readonly wanted: Wanted },
  { now, isLifted }: { readonly now: number; readonly isLifted: boolean },
): Promise<Restricted> {
  const kind = isLifted ? PERSON_RELEASED : PERSON_HELD;
  for (const subject of persons)
    await sayAbout(speaker, subject, { kind, body: { day: dayAt(now), by: "restriction" } });
  const theirs = rows.filter(({ isTheirs }) => isTheirs);
  const freezing: Freezing = { rows: theirs.map(({ table, row: was }) => ({ table, was })), now };
  const done = await (isLifted ? privately(THAW, batchesOf(theirs)) : privately(FREEZE, freezing));
  const holds = await speaker.snapshot(async (db) => {
    const all = new Set<string>();
    for (const subject of persons) for (const one of await holdsOn(db, subject)) all.add(one);
    return all;
  });
  return { people: persons.length, holds, rows: done as number };
}

/** What was set aside together. */
export const batchesOf = (rows: Held["rows"]): string[] => [
  ...new Set(rows.flatMap(({ table, row }) => (table === FROZEN ? [String(row["batch"])] : []))),
];

/** What those on watch do about an alarm: they go, cannot go, say what was there; and of whom it was told. Rules LW4, LW5 and LW8. */
import type { Db } from "../../../platform/db/store.ts";
import { alarmRows, toldRows, type Alarm, type Told } from "./rows.ts";

/** Somebody goes: nobody else is told from then on. @param by null: who went goes no more @returns as it stands; of two the first goes */
export async function take(
  tx: Db,
  { id, by, at }: { readonly id: string; readonly by: string | null; readonly at: number },
): Promise<Alarm | undefined> {
  const isFree = by === null ? {} : { taken: null };
  const set = { taken_by: by, taken: by === null ? null : at };
  const isSo = await alarmRows.change(tx, { id, outcome_at: null, ...isFree }, set);
  if (by === null && isSo > 0) await tellAnew(tx, id);
  return alarmRows.one(tx, { id });
}

/** Who was told before somebody went thought that it is seen to, and is told again. */
async function tellAnew(tx: Db, alarm: string): Promise<void> {
  for (const { account, sent: at, trouble } of await toldRows.of(tx, { alarm }).execute())
    if (trouble === "late" || (trouble === "" && at !== null))
      await toldRows.change(tx, { alarm, account }, { trouble: "again" });
}

/**
 * What was found; who answers again says another thing in its place. @param seen what its form showed: where somebody said
 * another thing meanwhile nothing is changed @returns the alarm as it stands; undefined where there is none
 */
export async function answer(
  tx: Db,
  {
    id,
    outcome,
    by,
    at,
    seen,
  }: {
    readonly id: string;
    readonly outcome: Alarm["outcome"];
    readonly by: string;
    readonly at: number;
    readonly seen?: Alarm["outcome"];
  },
): Promise<Alarm | undefined> {
  const isSeen = seen === undefined ? {} : { outcome: seen };
  await alarmRows.change(tx, { id, ...isSeen }, { outcome, outcome_by: by, outcome_at: at });
  return alarmRows.one(tx, { id });
}

/**
 * Somebody cannot go: it waits on, and the next in line is told at once. Where they went already they go no more, and what they
 * found is taken back. @param seen what their form showed: where somebody said another thing meanwhile nothing is changed
 * @returns the alarm as it stands, and whether anything was changed; undefined where there is none
 */
export async function cannotGo(
  tx: Db,
  {
    id,
    by,
    at,
    seen,
  }: Record<"id" | "by", string> & Pick<Alarm, "at"> & { seen: Alarm["outcome"] },
): Promise<{ readonly alarm: Alarm; readonly isNew: boolean } | undefined> {
  const alarm = await alarmRows.one(tx, { id });
  if (!alarm || alarm.outcome !== seen) return alarm && { alarm, isNew: false };
  const told = await toldRows.one(tx, { alarm: id, account: by });
  const isFree = alarm.taken === null || alarm.taken_by === by;
  if (told?.trouble === "cannot" && isFree === (alarm.taken === null) && seen === null)
    return { alarm, isNew: false };
  const isNamed = { alarm: id, account: by };
  if (told) await toldRows.change(tx, isNamed, { trouble: "cannot" });
  else await toldRows.add(tx, { ...isNamed, at, sent: null, trouble: "cannot" });
  const open = { outcome: null, outcome_by: null, outcome_at: null };
  const next = isFree ? { taken: null, taken_by: null, told_at: null } : {};
  if (alarm.taken !== null && isFree) await tellAnew(tx, id);
  await alarmRows.change(tx, { id }, { ...open, ...next, told: alarm.told + Number(!told) });
  return { alarm: (await alarmRows.one(tx, { id }))!, isNew: true };
}

/** The next in line is told; not of what somebody has taken or answered meanwhile, and of each alarm once, or once more where who went goes no more. */
export async function tell(
  tx: Db,
  { alarms: of, account, at }: { alarms: readonly string[]; account: string; at: number },
): Promise<void> {
  for (const id of of) {
    const found = await alarmRows.one(tx, { id, taken: null, outcome_at: null, mute: null });
    const before = await toldRows.one(tx, { alarm: id, account });
    if (!found || (before && before.trouble !== "again")) continue;
    await toldRows.drop(tx, { alarm: id, account });
    await toldRows.add(tx, { alarm: id, account, at, sent: null, trouble: "" });
    await alarmRows.change(tx, { id }, { told: found.told + 1, told_at: at });
  }
}

/** What became of letters to an account. */
export async function sent(
  tx: Db,
  {
    alarms: of,
    account,
    ...set
  }: Pick<Told, "account" | "sent" | "trouble"> & {
    readonly alarms: readonly string[];
  },
): Promise<void> {
  for (const id of of) await toldRows.change(tx, { alarm: id, account }, set);
}

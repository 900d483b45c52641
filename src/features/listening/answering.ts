/** Somebody goes, or says what was there: the same at the watch and at the desk. Rules LW4 and LW5. */
import type { Account } from "../../platform/accounts/account.ts";
import type { Serving } from "../../platform/feature.ts";
import { askListening } from "./private/listening.ts";
import { OUTCOMES, type Alarm, type AlarmKind, type Outcome } from "./private/rows.ts";

/** What can be said of a sensor that is silent, deaf, of a wrong clock or nearly out of power. */
const OF_SENSORS: readonly Outcome[] = ["nothing", "our-own", "could-not-go"];

export const outcomesOf = (kind: AlarmKind): readonly Outcome[] =>
  kind === "motor" ? OUTCOMES : OF_SENSORS;

export const isOutcome = (text: string): text is Outcome =>
  (OUTCOMES as readonly string[]).includes(text);

/** How a row of the trail says it: by the address of the desk, whichever way it came. Ids alone stand there. */
export const TRAIL = {
  what: "/desk/listening/alarms/*",
  network: "",
  outcome: "done",
} as const;

interface Answered {
  /** As it stands now. */
  readonly alarm: Alarm;
  /** What was asked stands; else another was quicker. */
  readonly isSo: boolean;
  /** Something was changed by it. */
  readonly isNew: boolean;
}

/** @param asked.does `go` or what was found @param asked.seen the outcome that the form showed; empty for none */
export async function answerAlarm(
  { instance, clock }: Pick<Serving, "instance" | "clock">,
  { id: by }: Pick<Account, "id">,
  asked: { readonly id: string; readonly does: string; readonly seen: string },
): Promise<Answered | "unknown" | undefined> {
  const { id, does, seen } = asked;
  const ask = askListening(instance.log.private);
  const before = await ask.alarm(id);
  if (!before) return undefined;
  const at = clock.aged();
  if (does === "go") {
    const alarm = (await ask.take({ id, by, at })) ?? before;
    const isSo = alarm.taken_by === by;
    return { alarm, isSo, isNew: isSo && before.taken === null };
  }
  if (!isOutcome(does) || !outcomesOf(before.kind).includes(does)) return "unknown";
  const shown = isOutcome(seen) ? seen : null;
  const alarm = (await ask.answer({ id, outcome: does, by, at, seen: shown })) ?? before;
  return { alarm, isSo: alarm.outcome === does, isNew: before.outcome !== alarm.outcome };
}

/** Somebody goes, or says what was there: the same at the watch and at the desk. Rules LW4 and LW5. */
import type { Account } from "../../platform/accounts/account.ts";
import type { Serving } from "../../platform/feature.ts";
import { askListening } from "./private/listening.ts";
import { entryOf, marked, type Entry } from "./entries.ts";
import { waitingIn } from "./house.ts";
import type { Alarm, AlarmKind, Outcome } from "./private/forms.ts";
import { OUTCOMES } from "./private/rows.ts";

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
interface Asked {
  readonly id: string;
  /** `go`, or what was found. */
  readonly does: string;
  /** The outcome that the form showed; empty for none. */
  readonly seen: string;
}
type Answers = Pick<Serving, "instance" | "clock">;

/** @returns `unknown` where this cannot be said of it; undefined where there is no such alarm */
export async function answerAlarm(
  { instance, clock }: Answers,
  { id: by }: Pick<Account, "id">,
  { id, does, seen }: Asked,
): Promise<Answered | "unknown" | undefined> {
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
  if (does === "could-not-go") {
    const done = await ask.cannotGo({ id, by, at, seen: shown });
    return done && { ...done, isSo: done.alarm.outcome === null };
  }
  const alarm = (await ask.answer({ id, outcome: does, by, at, seen: shown })) ?? before;
  return { alarm, isSo: alarm.outcome === does, isNew: before.outcome !== alarm.outcome };
}

/**
 * The same for all sensors that fell silent together. @param asked.of which they were when the form was made: where there are
 * others by now nothing is changed @returns what became of the alarm that was named, and of which others it is so, too
 */
export async function answerEntry(
  serving: Answers,
  account: Pick<Account, "id">,
  asked: Asked & { readonly of: string },
): Promise<(Answered & { readonly with: readonly string[] }) | "unknown" | "others" | undefined> {
  const entry = await entryAt(serving, asked.id);
  if (asked.of !== "" && (!entry || marked(entry) !== asked.of)) return "others";
  const done = await answerAlarm(serving, account, asked);
  if (done === undefined || done === "unknown") return done;
  const others: string[] = [];
  if (asked.of !== "")
    for (const { id } of entry!.alarms.filter((one) => one.id !== asked.id)) {
      const other = await answerAlarm(serving, account, { ...asked, id });
      if (typeof other === "object" && other.isNew) others.push(id);
    }
  return { ...done, with: others };
}

/** What waits together with an alarm; undefined where it does not wait. */
export async function entryAt(
  { instance }: Pick<Answers, "instance">,
  id: string,
): Promise<Entry | undefined> {
  return entryOf(await instance.snapshot(waitingIn), id);
}

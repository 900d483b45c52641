/** Somebody is frozen: kept, shown nowhere, until it is lifted. Rule HD9. */
import { dayAt } from "../../engines/calendar/day.ts";
import { Refusal } from "../../platform/sent/refusal.ts";
import { sayAbout, type Speaker } from "../../platform/sent/speaker.ts";
import { PERSON_HELD, PERSON_RELEASED } from "../people/api.ts";
import type { Wanted } from "./who.ts";

/** @returns how many people of the log; a `Refusal` where no record speaks of the person */
export async function restrictHeld(
  speaker: Speaker,
  { persons }: Wanted,
  { now, isLifted }: { readonly now: number; readonly isLifted: boolean },
): Promise<number | Refusal> {
  if (persons.length === 0)
    return new Refusal(
      "Expected somebody of whom a record speaks, found private rows alone. They are shown to nobody but the desk; take them along, or erase them.",
    );
  const kind = isLifted ? PERSON_RELEASED : PERSON_HELD;
  for (const subject of persons)
    await sayAbout(speaker, subject, { kind, body: { day: dayAt(now), by: "restriction" } });
  return persons.length;
}

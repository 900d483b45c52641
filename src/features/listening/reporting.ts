/** From private tables to a public sentence: every hour the months that are due, each place and month once. Rules LT1 to LT4. */
import { openTurn } from "../../platform/db/in-turn.ts";
import type { Serving } from "../../platform/feature.ts";
import { say } from "../../platform/sent/speaker.ts";
import { askListening } from "./private/listening.ts";
import { reportsIn } from "./queries.ts";
import { LISTENING_REPORTED, type Reported } from "./records.ts";
import { placesOf, reportOf } from "./told/counts.ts";
import { monthsDue, type Month } from "./told/months.ts";

type Reporting = Pick<Serving, "instance" | "speaker">;
const inTurn = openTurn(); // of two at once neither would see what the other is about to say

/** @returns what was said. Said again after a power cut, it says what is missing and nothing twice: what was said stands in the table of reports. */
export function sayReports(reporting: Reporting, now: number): Promise<readonly Reported[]> {
  return inTurn(async () => {
    const said: Reported[] = [];
    for (const month of monthsDue(now))
      for (const one of await reportsOfMonth(reporting, month)) {
        await say(reporting.speaker, [{ kind: LISTENING_REPORTED, body: one }]);
        said.push(one);
      }
    return said;
  });
}

/** Those that are yet to be said, by place. */
async function reportsOfMonth({ instance }: Reporting, month: Month): Promise<Reported[]> {
  const ask = askListening(instance.log.private);
  const days = await ask.daysOf(month.month);
  const said = new Set(await instance.snapshot((db) => reportsIn(db, month.month)));
  const places = placesOf({ days }).filter((place) => !said.has(place));
  if (places.length === 0) return [];
  const sensors = await ask.sensors();
  const alarms = await ask.alarms({ since: month.from });
  return places.flatMap((place) => reportOf(place, { month, sensors, days, alarms }) ?? []);
}

/** Who is on watch now, and who is told next: pure. Rules LW8 and LW9. */
import type { Watcher } from "../private/forms.ts";

const A_DAY = 24 * 3_600_000; // ms

/** Whether somebody is on watch at a moment. A watch over midnight belongs to the day on which it begins. All in UTC. */
export function isOn(
  { days, opens, closes }: Pick<Watcher, "days" | "opens" | "closes">,
  at: number,
): boolean {
  const time = new Date(at).toISOString().slice(11, 16);
  const isDay = (moment: number) => days[(new Date(moment).getUTCDay() + 6) % 7] === "1";
  if (opens === closes) return isDay(at);
  if (opens < closes) return isDay(at) && time >= opens && time < closes;
  return (isDay(at) && time >= opens) || (isDay(at - A_DAY) && time < closes);
}

/** Those who may be told at a moment, in their order: who is on watch; where nobody is, everybody of the line. */
export function lineAt<W extends Watcher>(line: readonly W[], at: number): readonly W[] {
  const on = line.filter((one) => isOn(one, at));
  return on.length > 0 ? on : line;
}

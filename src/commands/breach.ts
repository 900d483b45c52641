/** `cnd breach`: notes when people's data got out, and says until when the authority has to be told. */
import { dayAt } from "../engines/calendar/day.ts";
import { askBreaches, type Breach } from "../platform/private/breaches.ts";
import { timeNow } from "../platform/process/steady-clock.ts";
import { atDesk } from "./at-desk.ts";
import { CommandError, switches, type Noted, type Settings } from "./context.ts";

export const help = `cnd breach note "WHAT" [--at MOMENT]
Note that people's data was read, changed, lost or locked, and when you became aware of it (now, or a time such as
2026-12-01T14:30Z). Prints when the 72 hours end; most laws want the authority told by then. Name nobody in WHAT.

cnd breach list
List the notes, and when the 72 hours of each end. Notes cannot be removed.`;

const HOURS = 72; // GDPR, Article 33
const AN_HOUR = 3_600_000; // ms
const LONGEST = 500; // characters: a line for the list; the rest is on your sheet
const MOMENT = /^(\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:Z|[+-][01]\d:[0-5]\d)$/;

const STEPS = `1. Stop it: close accounts (cnd account close NAME), change the key (cnd key change), withdraw pages.
2. Keep the evidence: /desk/trail as a table, cnd verify. Write down what you see, and when.
3. Whose data, which, how many? Are any of them children or people in danger? Call your safeguarding lead.
4. Two of you decide, in writing: if there is a risk, tell the authority within the 72 hours; if it is high, tell those
   concerned at once. Report what you know; the rest may follow.
docs/host/breach.md has the full steps, with wording for those concerned.`;

/** @throws CommandError where what happened or its moment cannot be taken; nothing is noted then */
export async function run(
  settings: Settings,
  args: readonly string[],
  tell: (noted: Noted) => void,
): Promise<void> {
  const { of, rest } = switches("breach", args, [], ["at"]);
  const [verb, what, ...more] = rest;
  const now = timeNow();
  if (verb === "list" && what === undefined && of.at === undefined)
    return atDesk(settings, async (desk) => {
      const noted = await askBreaches(desk.private).all();
      for (const one of noted) console.log(`${one.n}. ${one.what}\n   ${clockOf(one, now)}`);
      if (noted.length === 0) console.log("No breaches noted.");
    });
  if (verb === "note" && what !== undefined && more.length === 0) {
    const said = { what: lineOf(what), aware: momentOf(of.at, now), noted: inUtc(now) };
    return atDesk(settings, async (desk) => {
      const one = await askBreaches(desk.private).note(said);
      tell({ about: String(one.n) });
      console.log(`Noted as number ${one.n}. ${clockOf(one, now)}\n\n${STEPS}`);
    });
  }
  throw new CommandError(
    'Expected cnd breach note "WHAT" [--at MOMENT], or list. See cnd breach --help',
  );
}

function lineOf(what: string): string {
  const line = what.trim();
  const is = /\p{Cc}/u.test(line) ? "several lines" : `${line.length} characters`;
  if (is === "several lines" || line === "" || line.length > LONGEST)
    throw new CommandError(
      `Expected one line of 1 to ${LONGEST} characters saying what happened, got ${is}.`,
    );
  return line;
}

function momentOf(at: string | undefined, now: number): string {
  if (at === undefined) return inUtc(now);
  const day = MOMENT.exec(at)?.[1];
  if (day === undefined || Number.isNaN(Date.parse(day)) || dayAt(Date.parse(day)) !== day)
    throw new CommandError(
      `Expected a time with its UTC offset, such as 2026-12-01T14:30Z, got "${at}".`,
    );
  if (Date.parse(at) > now)
    throw new CommandError(`Expected a time in the past, got ${at}; it is now ${inUtc(now)}.`);
  return inUtc(Date.parse(at));
}

function clockOf({ aware }: Breach, now: number): string {
  const end = Date.parse(aware) + HOURS * AN_HOUR;
  const hours = Math.floor(Math.abs(end - now) / AN_HOUR);
  const left = end > now ? `${hours} hours are left` : `it passed ${hours} hours ago`;
  return `Aware since ${short(aware)}; the ${HOURS}-hour limit is ${short(inUtc(end))}: ${left}.`;
}

const inUtc = (ms: number): string => new Date(ms).toISOString();
const short = (moment: string): string => `${moment.slice(0, 16).replace("T", " ")} UTC`;

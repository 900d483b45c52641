/** Looks what is new for each account that wants to know, and tells it by mail as often as it chose. Rule D62. */
import { A_DAY } from "../../../engines/calendar/day.ts";
import { shownAt } from "../../../engines/calendar/zone.ts";
import type { Account } from "../../../platform/accounts/account.ts";
import type { Serving } from "../../../platform/feature.ts";
import { redacted } from "../../../platform/mail/redacted.ts";
import { looking } from "../../../platform/process/resting.ts";
import { askNotices, type Choice, type Notice, SORTS, type Sort } from "./private.ts";
import { beside, counted, EACH, RELEASE } from "./signals.ts";
import { wordsIn, type NoticeWords } from "./words.ts";

const LOOK_EVERY = 60_000; // ms
const BETWEEN = 10 * 60_000; // ms between two mails to one account: six an hour at most
const QUARTER = 15 * 60_000; // ms
const RESTLESS = 20 * 60_000; // ms after a mail failed: letters that wait are tried again within ten minutes, and are told of
const DAILY_AT = 6 * 3_600_000; // ms after midnight, by the campaign’s clocks

export type Telling = Pick<
  Serving,
  "accounts" | "waits" | "instance" | "mail" | "jobs" | "now" | "base" | "frame" | "house"
>;

export async function tellNotices(serving: Serving, signal: AbortSignal): Promise<void> {
  const { instance, now } = serving;
  const { writes } = instance.log;
  const failed = (error: Error) =>
    console.error(`Notices of the desk could not be looked for: ${redacted(error)}`);
  let known = await beside(serving).catch(() => "");
  let changed = -Infinity;
  const isStirring = async () => {
    const found = await beside(serving);
    if (found !== known) [known, changed] = [found, now()];
    return now() - changed < RESTLESS;
  };
  const looks = { writes, now, every: () => LOOK_EVERY, failed, stirs: isStirring };
  await looking(looks, signal, () => lookAndTell(serving));
}

/** One look for everybody. @returns when there is something to tell though nothing is written, UTC ms */
export async function lookAndTell(serving: Telling): Promise<number> {
  const { accounts, instance, now } = serving;
  const notices = askNotices(instance.log.private);
  const chosen = await notices.choices();
  if (chosen.length === 0) return Infinity;
  const { language, timeZone } = await instance.snapshot(serving.frame);
  const people = new Map((await accounts.list()).map((one) => [one.id, one]));
  let due = (Math.floor(now() / A_DAY) + 1) * A_DAY; // some of what waits does so for a number of days
  for (const choice of chosen) {
    const account = people.get(choice.account);
    if (!account || account.closed) {
      await notices.forget(choice.account);
      continue;
    }
    const lang = account.lang ?? language;
    const all = await counted(serving, account, lang, sortsOf(choice));
    const isMailed = choice.often !== "never" && account.email !== undefined;
    await notices.look({ account: account.id, now: now(), all, isMailed });
    if (!isMailed) continue;
    if (isTime(choice, now(), timeZone)) await tell(serving, account, lang);
    if ((await notices.untold(account.id)).length > 0)
      due = Math.min(due, timeFor(choice, now(), timeZone));
  }
  return due;
}

export const sortsOf = ({ what }: Pick<Choice, "what">): readonly Sort[] =>
  SORTS.filter((one) => what.split(" ").includes(one));

/** Whether a mail may go out now: by the pause after the last, or on another morning than the last. */
export function isTime(
  { often, mailed }: Pick<Choice, "often" | "mailed">,
  now: number,
  zone = "UTC",
): boolean {
  if (often === "once") return now - mailed >= BETWEEN;
  const morning = (time: number) => shownAt(time - DAILY_AT, zone).slice(0, 10);
  return often === "daily" && morning(now) > morning(mailed);
}

/** The first moment at which it is time: clocks are a number of quarters of an hour apart. */
function timeFor(choice: Pick<Choice, "often" | "mailed">, now: number, zone?: string): number {
  if (choice.often === "once") return choice.mailed + BETWEEN;
  if (isTime(choice, now, zone)) return now; // the mail server took none
  let at = Math.ceil(now / QUARTER) * QUARTER;
  while (!isTime(choice, at, zone) && at < now + 2 * A_DAY) at += QUARTER;
  return at;
}

async function tell(serving: Telling, account: Account, lang: string): Promise<void> {
  const { mail, instance, now, base } = serving;
  const notices = askNotices(instance.log.private);
  const untold = await notices.untold(account.id);
  if (!mail || untold.length === 0 || account.email === undefined) return;
  const words = wordsIn(lang);
  const { name } = await instance.snapshot(serving.frame);
  const lines = linesOf(untold, words);
  try {
    await mail.send({
      to: account.email,
      subject: words.subject(lines.length, name),
      text: words.mailText(
        account.name,
        lines.map((line) => `- ${line}`).join("\n"),
        `${base}/desk`,
        `${base}/desk/me#notices`,
      ),
      headers: { "Auto-Submitted": "auto-generated", "Content-Language": lang },
      isUncounted: true,
    });
  } catch (error) {
    console.error(`A notice of the desk was not sent: ${redacted(error as Error)}`);
    const { responseCode } = error as { readonly responseCode?: number };
    // It stays untold, and goes with the next. An address that is refused is not tried again each minute.
    if (responseCode !== undefined)
      await notices.told({ account: account.id, until: 0, now: now() });
    return;
  }
  await notices.told({ account: account.id, until: untold.at(-1)!.at, now: now() });
}

/** One line for each thing, however often it was noticed. */
export function linesOf(all: readonly Notice[], words: NoticeWords): string[] {
  const called = ({ what, words: said }: Notice) => (what.startsWith(EACH) ? said : what);
  return [...Map.groupBy(all, called).values()].map((same) =>
    lineOf({ ...same.at(-1)!, more: same.reduce((sum, { more }) => sum + more, 0) }, words),
  );
}

export function lineOf(notice: Notice, words: NoticeWords): string {
  const { what, words: said, more, count } = notice;
  if (what === "disk") return words.disk;
  if (what.startsWith(RELEASE)) return said;
  return what.startsWith("waits ") ? words.line(said, more, count) : words.once(said, more);
}

/**
 * Letters to those on watch: to the first in line when an alarm opens, to the next when nobody answered in the time that is
 * set. Who is told is kept first and sent then, so that a letter outlives a process. Rules LW8 to LW11.
 */
import { createHash } from "node:crypto";
import { shownAt } from "../../../engines/calendar/zone.ts";
import type { Account } from "../../../platform/accounts/account.ts";
import { may } from "../../../platform/accounts/roles.ts";
import type { Serving } from "../../../platform/feature.ts";
import { nameInMail } from "../../../platform/mail/names.ts";
import { redacted } from "../../../platform/mail/redacted.ts";
import { looking } from "../../../platform/process/resting.ts";
import { pathIn, type Frame } from "../../../platform/web/frame.ts";
import { entriesOf, type Entry } from "../entries.ts";
import { MINUTES, settingOf, waitingIn, watchedIn, zoneOf, type Watched } from "../house.ts";
import { askListening, listeningPart } from "../private/listening.ts";
import type { Alarm, Told, Watcher } from "../private/forms.ts";
import { lineAt } from "./line.ts";
import { whatOf } from "./page.tsx";
import { wordsIn } from "./words.ts";

const LOOK_EVERY = 5000; // ms
const FIRST_PAUSE = 10_000; // ms after a letter that could not be sent; doubled with each
const LONGEST_PAUSE = 10 * 60_000; // ms
const MINUTE = 60_000; // ms

export type Telling = Pick<Serving, "accounts" | "instance" | "mail" | "clock" | "base" | "frame">;
/** By account: when it is tried again, and after how long then. */
export type Pauses = Map<string, { readonly until: number; readonly pause: number }>;

export async function tellWatch(serving: Telling, signal: AbortSignal): Promise<void> {
  const pauses: Pauses = new Map();
  const pause = serving.mail ? LOOK_EVERY : MINUTE;
  const failed = (error: Error) =>
    console.error(`Letters to those on watch could not be looked for: ${redacted(error)}`);
  const { writes } = serving.instance.log;
  const now = () => serving.clock.aged();
  await looking({ writes, now, every: () => pause, failed }, signal, () =>
    lookAndTell(serving, pauses),
  );
}

/**
 * One look: whoever goes no more is let go; where there is mail, who is to be told is kept, then what is kept and was not sent is
 * sent. @returns when there is something to do though nothing is written, UTC ms
 */
export async function lookAndTell(serving: Telling, pauses: Pauses = new Map()): Promise<number> {
  const { instance, accounts, clock } = serving;
  const { alarms, watchers, settings, letters } = listeningPart.questions;
  await letGo(serving);
  await joinTogether(serving);
  if (!serving.mail) return Infinity;
  const found = await instance.snapshot(async (db) => ({
    waiting: (await alarms(db, {})).filter(({ taken }) => taken === null),
    line: await watchers(db),
    minutes: settingOf(await settings(db), "minutes", MINUTES),
    unsent: await letters(db),
  }));
  if (found.line.length === 0 || found.waiting.length + found.unsent.length === 0) return Infinity;
  const open = (await accounts.list()).filter((one) => one.email !== undefined && mayGo(one));
  const people = new Map(open.map((one) => [one.id, one]));
  const everybody = found.line.filter(({ account }) => people.has(account));
  const { isNew, due } = await choose(serving, { ...found, everybody });
  const unsent = isNew ? await instance.snapshot(letters) : found.unsent;
  for (const [account, own] of Map.groupBy(unsent, (one) => one.account))
    await send(serving, { account, person: people.get(account), own, ...found, pauses });
  return unsent.length > 0 ? clock.aged() : due;
}

const mayGo = ({ closed, role }: Account): boolean => !closed && may(role, "watch");

/** Who said that they go, and has no account any more or another role, goes no more: the alarm waits for the next. */
async function letGo({ instance, accounts }: Telling): Promise<void> {
  const { alarms } = listeningPart.questions;
  const waiting = await instance.snapshot((db) => alarms(db, {}));
  const taken = waiting.filter(({ taken_by }) => taken_by !== null);
  if (taken.length === 0) return;
  const going = new Set((await accounts.list()).filter(mayGo).map(({ id }) => id));
  for (const { id, taken_by } of taken)
    if (!going.has(taken_by!))
      await askListening(instance.log.private).take({ id, by: null, at: 0 });
}

/** Who falls silent with sensors of which somebody was told, or to which somebody goes, waits with them: it is no letter of its own. */
async function joinTogether({ instance }: Telling): Promise<void> {
  const ask = askListening(instance.log.private);
  const entries = await instance.snapshot(waitingIn);
  for (const { alarms } of entries.filter((one) => one.alarms.length > 1)) {
    const before =
      alarms.find(({ taken }) => taken !== null) ?? alarms.find(({ told }) => told > 0);
    if (!before) continue;
    const told = await ask.told(before.id);
    for (const { id } of alarms.filter((one) => one.told === 0 && one.taken === null)) {
      for (const { account, at, ...went } of told) {
        await ask.tell({ account, alarms: [id], at });
        if (went.sent !== null || went.trouble !== "")
          await ask.sent({ account, alarms: [id], sent: went.sent, trouble: went.trouble });
      }
      if (before.taken !== null) await ask.take({ id, by: before.taken_by, at: before.taken });
    }
  }
}

/**
 * For each alarm that waits long enough the next of the line who was not told of it. @returns whether there was one, and when
 * somebody may have to be told: at the next minute, where those who were not told yet are not on watch in this one
 */
async function choose(
  { instance, clock }: Telling,
  found: {
    readonly waiting: readonly Alarm[];
    readonly everybody: readonly Watcher[];
    readonly minutes: number;
  },
): Promise<{ readonly isNew: boolean; readonly due: number }> {
  const { waiting, everybody, minutes } = found;
  const at = clock.aged();
  const line = lineAt(everybody, at);
  const due = waiting.filter(
    ({ told_at }) => told_at === null || Math.abs(at - told_at) >= minutes * MINUTE,
  );
  const later = waiting.filter((one) => !due.includes(one));
  let next = Math.min(Infinity, ...later.map(({ told_at }) => told_at! + minutes * MINUTE));
  const all = await instance.snapshot(async (db) => {
    const chosen: (readonly [account: string, alarm: string])[] = [];
    for (const { id } of due) {
      const told = await listeningPart.questions.told(db, id);
      const before = told.filter(({ trouble }) => trouble !== "again");
      const isUntold = ({ account }: Watcher) => !before.some((row) => row.account === account);
      const one = line.find(isUntold);
      if (one) chosen.push([one.account, id]);
      else if (everybody.some(isUntold))
        next = Math.min(next, (Math.floor(at / MINUTE) + 1) * MINUTE);
    }
    return chosen;
  });
  const ask = askListening(instance.log.private);
  for (const [account, own] of Map.groupBy(all, ([of]) => of))
    await ask.tell({ account, alarms: own.map(([, alarm]) => alarm), at });
  return { isNew: all.length > 0, due: next };
}

/** All that waits for one person is one letter. */
async function send(
  serving: Telling,
  about: {
    readonly account: string;
    readonly person: Account | undefined;
    readonly own: readonly Told[];
    readonly waiting: readonly Alarm[];
    readonly minutes: number;
    readonly pauses: Pauses;
  },
): Promise<void> {
  const { instance, mail, clock } = serving;
  const { account, person, own, pauses, minutes } = about;
  const ask = askListening(instance.log.private);
  const ends = (alarms: readonly string[], sent: number | null, trouble: string) =>
    alarms.length > 0 ? ask.sent({ account, alarms, sent, trouble }) : undefined;
  const isOpen = ({ alarm }: Told) => about.waiting.some(({ id }) => id === alarm);
  const open = own.filter(isOpen).map(({ alarm }) => alarm);
  const late = own.filter((one) => !isOpen(one)).map(({ alarm }) => alarm);
  await ends(late, null, "late"); // somebody goes, or answered: nobody is called out for it
  const paused = pauses.get(account);
  if (!mail || open.length === 0 || (paused && clock.aged() < paused.until)) return;
  if (!person?.email) {
    await ends(open, null, "refused");
    return;
  }
  try {
    const mine = own.filter(isOpen);
    await mail.send(await letterTo(serving, person, { own: mine, minutes }));
  } catch (error) {
    console.error(`A letter to somebody on watch was not sent: ${redacted(error as Error)}`);
    const { responseCode = 0, command } = error as { responseCode?: number; command?: string };
    if (responseCode >= 500 && command === "RCPT TO") {
      // elsewhere it has something against us
      await ends(open, null, "refused");
      return;
    }
    const pause = Math.min(LONGEST_PAUSE, (paused?.pause ?? FIRST_PAUSE / 2) * 2);
    pauses.set(account, { until: clock.aged() + pause, pause });
    return;
  }
  pauses.delete(account);
  await ends(open, clock.aged(), "");
}

/** Motors first; each by its kind, its place by name, its sensor by name and the hour; never where the sensor hangs. */
async function letterTo(
  { instance, base, frame: frameOf }: Telling,
  { id, name, email, lang: owns }: Account,
  { own, minutes }: { readonly own: readonly Told[]; readonly minutes: number },
) {
  const { frame, watched } = await instance.snapshot(async (db) => {
    const one = await frameOf(db);
    return { frame: one, watched: await watchedIn(db, owns ?? one.language) };
  });
  const lang = owns ?? frame.language;
  const { mail: words } = wordsIn(lang);
  const mine = watched.alarms.filter((one) => own.some(({ alarm }) => alarm === one.id));
  const entries = entriesOf(mine, watched.sensors);
  const lines = linesOf(entries, watched, frame, lang).map((line) => `- ${line}`);
  const link = base + pathIn(frame, lang, "/watch");
  return {
    to: email!,
    subject: subjectOf(entries, watched, frame, lang),
    text: words.text(nameInMail(name), lines.join("\n"), link, minutes),
    headers: { "Auto-Submitted": "auto-generated", "Content-Language": lang },
    id: messageId(base, [id, ...own.map(({ alarm, at }) => `${alarm} ${at}`)]),
  };
}

/** Whoever reads no more than this knows of a motor, and where it runs. */
function subjectOf(
  entries: readonly Entry[],
  { sensors, places }: Watched,
  frame: Pick<Frame, "name">,
  lang: string,
): string {
  const { kinds, mail: words } = wordsIn(lang);
  const [first] = entries;
  if (first?.lead.kind !== "motor") return words.subject(entries.length, frame.name);
  const of = sensors.get(first.lead.sensor);
  const place = nameInMail(places.get(of?.place ?? "") ?? of?.name ?? "");
  const more = entries.length - 1;
  return more === 0 ? words.motor(kinds.motor, place) : words.motorMore(more, kinds.motor, place);
}

/** A line for each motor, and one for each thing that is wrong with sensors, however many they are. */
function linesOf(
  entries: readonly Entry[],
  watched: Watched,
  frame: Pick<Frame, "timeZone">,
  lang: string,
): readonly string[] {
  const words = wordsIn(lang);
  const together = Map.groupBy(entries, ({ lead, alarms }) =>
    lead.kind === "motor" || alarms.length > 1 ? lead.id : lead.kind,
  );
  return [...together.values()].map((of) => {
    const alarms = of.flatMap((one) => one.alarms);
    const [first, ...more] = alarms;
    if (more.length === 0) return lineOf(first!, watched, frame, lang);
    const names = alarms.flatMap(({ sensor }) => watched.sensors.get(sensor)?.name ?? []);
    const time = shownAt(Math.min(...alarms.map(({ starts }) => starts)), zoneOf(frame));
    const shown = names.slice(0, MOST_NAMED).map(nameInMail).join(", ");
    return words.mail.lines(
      of.length === 1 ? whatOf(of[0]!, { words }) : words.kinds[first!.kind],
      names.length > MOST_NAMED ? `${shown}, …` : shown,
      time,
    );
  });
}
const MOST_NAMED = 20; // sensors of one line

function lineOf(
  { kind, starts, sensor }: Alarm,
  { sensors, places }: Watched,
  frame: Pick<Frame, "timeZone">,
  lang: string,
): string {
  const { kinds, mail: words } = wordsIn(lang);
  const of = sensors.get(sensor);
  const place = places.get(of?.place ?? "");
  const time = shownAt(starts, zoneOf(frame));
  const name = nameInMail(of?.name ?? "");
  return place === undefined
    ? words.lineBare(kinds[kind], name, time)
    : words.line(kinds[kind], nameInMail(place), name, time);
}

/** The same however often it is tried: a program for mails shows it once. */
function messageId(base: string, of: readonly string[]): string {
  const left = createHash("sha256").update(JSON.stringify(of)).digest("hex").slice(0, 32);
  return `<${left}@${new URL(base).hostname}>`;
}

/** Who is on watch, in which order, on which days and at which hours: the form, read. Pure. Rules LW8 and LW9. */
import type { Watcher } from "../private/forms.ts";
import type { DeskWords } from "./words.ts";

/** How the names of fields begin, each with the id of an account behind it. */
export const ROWS = ["order.", "opens.", "closes.", "day."] as const;
export const DAYS = [0, 1, 2, 3, 4, 5, 6] as const;
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const MOST = 99;

export type Typed = Readonly<Record<string, string>>;

/** As the form shows it. */
export function typedOf(line: readonly Watcher[], accounts: readonly string[]): Typed {
  const ordered = line.filter(({ account }) => accounts.includes(account));
  return Object.fromEntries(
    accounts.flatMap((account) => {
      const at = ordered.findIndex((one) => one.account === account);
      const { days, opens, closes } = ordered[at] ?? NEW;
      return [
        [`order.${account}`, at < 0 ? "" : String(at + 1)],
        [`opens.${account}`, opens],
        [`closes.${account}`, closes],
        ...DAYS.map((day) => [`day.${account}.${day}`, days[day] === "1" ? "yes" : ""] as const),
      ];
    }),
  );
}
const NEW = { days: "1111111", opens: "00:00", closes: "00:00" };

export function readLine(
  typed: Typed,
  accounts: readonly string[],
  { wrong }: DeskWords,
): { readonly line: readonly Watcher[]; readonly problems: Readonly<Record<string, string>> } {
  const problems: Record<string, string> = {};
  const found = accounts.flatMap((account) => {
    const order = typed[`order.${account}`] ?? "";
    if (order === "") return [];
    const opens = timeOf(typed[`opens.${account}`]);
    const closes = timeOf(typed[`closes.${account}`]);
    const days = DAYS.map((day) => (typed[`day.${account}.${day}`] === "yes" ? "1" : "0")).join("");
    if (!/^\d{1,2}$/.test(order) || Number(order) < 1 || Number(order) > MOST)
      problems[`order.${account}`] = wrong.order;
    if (!TIME.test(opens)) problems[`opens.${account}`] = wrong.time;
    if (!TIME.test(closes)) problems[`closes.${account}`] = wrong.time;
    if (!days.includes("1")) problems[`day.${account}`] = wrong.days;
    return [{ account, days, opens, closes, order: Number(order) }];
  });
  const line = found
    .toSorted((a, b) => a.order - b.order)
    .map(({ account, days, opens, closes }, position) => ({
      account,
      position,
      days,
      opens,
      closes,
    }));
  return { line, problems };
}

/** `7:00` is `07:00`. */
export const timeOf = (typed = ""): string => (/^\d:\d\d$/.test(typed) ? `0${typed}` : typed);
export const isTime = (text: string): boolean => TIME.test(text);

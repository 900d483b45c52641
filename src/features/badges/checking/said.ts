/** A verdict in words: the same sentences on a page of the server, on a page without a link and on a command line. */
import { A_DAY } from "../../../engines/calendar/day.ts";
import type { Verdict } from "./judge.ts";
import type { VerdictWords } from "./words.ts";

export interface Said {
  /** Green is a badge that is right, and nothing else. */
  readonly tone: "right" | "open" | "wrong";
  readonly first: string;
  readonly more: readonly string[];
}

/** @param dayIn writes a day such as 2026-11-29 as the reader's language does */
export function saidOf(
  verdict: Verdict,
  words: VerdictWords,
  dayIn: (day: string) => string,
): Said {
  const say = (name: keyof VerdictWords, values: Readonly<Record<string, string>> = {}) =>
    filledIn(words[name], values);
  const keyOf = (since: string | undefined) =>
    since === undefined ? say("given") : say("since", { since: dayIn(since) });
  const { is } = verdict;
  if (is === "nothing") return { tone: "open", first: say("nothing"), more: [] };
  if (is === "address") return { tone: "open", first: say("address"), more: [] };
  if (is === "noBadge") return { tone: "wrong", first: say("noBadge"), more: [say(verdict.why)] };
  if (is === "unknownKey")
    return {
      tone: "open",
      first: say("unknownKey"),
      more: [say("keyAt", { kid: verdict.kid }), say("notTrusted"), say("askSigner")],
    };
  if (is === "altered")
    return {
      tone: "wrong",
      first: say("altered"),
      more: [say("notTrusted"), keyOf(verdict.since)],
    };
  const { signer, what, criteria, asked } = verdict;
  const [day, today, until] = [verdict.day, verdict.today, verdict.until ?? ""].map(dayIn) as [
    string,
    string,
    string,
  ];
  return {
    tone: is === "right" ? "right" : is === "unnamed" || is === "early" ? "open" : "wrong",
    first: say(is, { day, today, until }),
    more: [
      ...(is === "otherName" ? [say("spelling")] : []),
      ...(is === "early" ? [say("clock")] : []),
      say("signer", { signer }),
      say("what", { what }),
      say("criteria", { criteria }),
      say("day", { day }),
      keyOf(verdict.since),
      asked === undefined
        ? say("notAsked")
        : say(is === "withdrawn" ? "askedBack" : "asked", { asked: dayIn(asked) }),
      ...longAgo(asked, verdict.today).map((days) => say("longAgo", { days })),
    ],
  };
}

const LONG = 30; // days after which what was taken back should be asked anew

/** How many days ago it was asked, where these are many. */
function longAgo(asked: string | undefined, today: string): string[] {
  const days = asked === undefined ? 0 : (Date.parse(today) - Date.parse(asked)) / A_DAY;
  return days > LONG ? [String(days)] : [];
}

const [ISOLATE, END] = ["\u2068", "\u2069"]; // a name in another script turns nothing around it

/** The values in the places of their names, each isolated. */
export const filledIn = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
    name in values ? ISOLATE + withoutTricks(values[name]!) + END : whole,
  );

/** Marks that change the direction of what follows stay out of sentences of ours, and so do the ends of isolates. */
const withoutTricks = (text: string): string =>
  text.replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u200e\u200f\ufdd0-\ufdef]/gu, " ");

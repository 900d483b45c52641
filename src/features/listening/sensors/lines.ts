/**
 * What a sensor says as one line of text, for SMS and radio: `S07 MOTOR 0.93 14:32 B3.9`, `S07 ALIVE 14:32 B3.9 L-42`. Pure. A
 * line that was cut anywhere is refused: each part has a form that no beginning of it has. Rules LE9 and LE10.
 */
import { createHash } from "node:crypto";
import { A_DAY, dayAt } from "../../../engines/calendar/day.ts";
import { CLOCK_OFF, LATEST } from "../private/hear.ts";
import { NAME, type Message } from "./message.ts";

export const MOST_LINES = 200;
const LONGEST = 80; // characters
const A_MINUTE = 60_000; // ms

/** Why a line is none. */
export type LineTrouble =
  | "long"
  | "name"
  | "word"
  | "score"
  | "time"
  | "battery"
  | "level"
  | "cut"
  | "more"
  | "tomorrow"
  | "old";
export type Line = { readonly line: string } & (
  | { readonly trouble: LineTrouble }
  /** @param sent when the sensor certainly lived */
  | { readonly message: Message; readonly sent: number }
);

/** Each line by itself, at most 200: one that is none holds no other back. @param now UTC ms */
export function linesIn(text: string, now: number): readonly Line[] {
  return text
    .slice(0, MOST_LINES * (LONGEST + 2))
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .slice(0, MOST_LINES)
    .map((line) => ({ line: line.slice(0, LONGEST), ...lineOf(line, now) }));
}

const SCORE = /^(?:0[.,]\d\d|1[.,]00)$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const BATTERY = /^B(?:\d{1,2}[.,]\d|--)$/;
const LEVEL = /^L(?:-\d{2}|--)$/;
const FORMS = {
  MOTOR: [
    ["score", SCORE],
    ["time", TIME],
    ["battery", BATTERY],
  ],
  ALIVE: [
    ["time", TIME],
    ["battery", BATTERY],
    ["level", LEVEL],
  ],
} as const satisfies Readonly<Record<string, readonly (readonly [LineTrouble, RegExp])[]>>;

function lineOf(
  line: string,
  now: number,
): { trouble: LineTrouble } | { message: Message; sent: number } {
  if (line.length > LONGEST) return { trouble: "long" };
  const [name = "", word, ...rest] = line.toUpperCase().split(/\s+/);
  if (!NAME.test(name)) return { trouble: "name" };
  if (word === undefined) return { trouble: "cut" };
  if (word !== "MOTOR" && word !== "ALIVE") return { trouble: rest.length === 0 ? "cut" : "word" };
  const dayAtPlace = word === "MOTOR" ? 1 : 0;
  const day = DAY.test(rest[dayAtPlace] ?? "") ? rest.splice(dayAtPlace, 1)[0] : undefined;
  const read: Partial<Record<LineTrouble, string>> = {};
  for (const [i, [what, form]] of FORMS[word].entries()) {
    const part = rest[i];
    if (part === undefined) return { trouble: "cut" };
    if (!form.test(part)) return { trouble: rest.length === i + 1 ? "cut" : what };
    read[what] = part.replace(",", ".");
  }
  if (rest.length > FORMS[word].length) return { trouble: "more" };
  const at = timeOf(read.time!, day, now);
  if (Number.isNaN(at)) return { trouble: "time" };
  if (at > now + CLOCK_OFF) return { trouble: "tomorrow" };
  if (at < now - LATEST) return { trouble: "old" };
  return { message: messageOf(name, at, read), sent: Math.min(at, now) };
}

/** Without a day the last time that it was so late. */
function timeOf(time: string, day: string | undefined, now: number): number {
  if (day !== undefined) {
    const at = Date.parse(`${day}T${time}Z`);
    return dayAt(Number.isNaN(at) ? 0 : at) === day ? at : Number.NaN; // there is no 30 February
  }
  const today = Date.parse(`${dayAt(now)}T${time}Z`);
  const next = today + A_DAY; // just after midnight here, not yet there: a clock a little ahead
  if (next <= now + CLOCK_OFF) return next;
  return today > now + CLOCK_OFF ? today - A_DAY : today;
}

/** Pasted twice it has the same id, and is one. */
function messageOf(
  name: string,
  at: number,
  { score, battery, level }: Partial<Record<LineTrouble, string>>,
): Message {
  const parts = [name, new Date(at).toISOString(), score, battery, level].join(" ");
  const numberOf = (part: string | undefined, times: number) => {
    const number = Number(part?.replace(/^[BL]/, ""));
    return Number.isNaN(number) ? null : Math.round(number * times);
  };
  const said = {
    id: `line-${createHash("sha256").update(parts).digest("base64url").slice(0, 30)}`,
    at,
    battery: numberOf(battery, 1000),
  };
  if (score === undefined) {
    const none = { until: null, kind: "", score: null, detector: "" };
    return { sensor: name, said: { ...said, ...none, sort: "alive", level: numberOf(level, 10) } };
  }
  const heard = { kind: "motor", score: numberOf(score, 1000), detector: "line", level: null };
  return { sensor: name, said: { ...said, ...heard, sort: "heard", until: at + A_MINUTE } };
}

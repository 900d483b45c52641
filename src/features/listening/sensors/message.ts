/** What a sensor says, read at the door: docs/protocol/listening.md. Nothing odd gets further. Rule LE3. */
import * as v from "valibot";
import type { Said } from "../private/forms.ts";

/** What a sensor calls itself. */
export const NAME = /^[A-Z][A-Z0-9]{0,7}$/;
/** Minutes within which a sensor says that it is alive: oftener costs its battery, more seldom and nobody misses it. */
export const [MIN_EVERY, MAX_EVERY] = [5, 1440];
const LONGEST = 3_600_000; // ms, of what was heard
const LATER = "a time within an hour after from";

/** Why something is refused: a word for programs, a line for people. */
export interface Refusal {
  readonly code: string;
  readonly why: string;
}
/** The name that a message gives itself, and what is kept of it. */
export interface Message {
  readonly sensor: string;
  readonly said: Omit<Said, "sensor" | "came">;
}

const A_NAME = "a name such as S07";
const name = v.pipe(v.string(A_NAME), v.regex(NAME, A_NAME));
const AN_ID = "1 to 40 letters, digits, - and _, another one for each message";
/** What a message may be called. */
export const ID = /^[A-Za-z0-9_-]{1,40}$/;
const id = v.pipe(v.string(AN_ID), v.regex(ID, AN_ID));
const amount = (least: number, most: number, what: string) =>
  v.pipe(v.number(what), v.finite(what), v.minValue(least, what), v.maxValue(most, what));
const score = amount(0, 1, "a number from 0 to 1");
const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{3})?Z$/;
const MOMENT = "a time in UTC such as 2026-11-29T14:32:00Z";
const moment = v.pipe(
  v.string(MOMENT),
  v.regex(ISO, MOMENT),
  v.check(isOfACalendar, MOMENT),
  v.transform((text) => Date.parse(text)),
);

/** There is no 30 February. */
function isOfACalendar(text: string): boolean {
  const at = Date.parse(text);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text.slice(0, 19));
}

const Alive = v.strictObject({
  sensor: name,
  id,
  say: v.literal("alive"),
  clock: moment,
  battery: v.optional(amount(0, 60, "volts, from 0 to 60")),
  level: v.optional(amount(-120, 0, "decibels below full scale, from -120 to 0")),
  peak: v.optional(score),
});
const A_DETECTOR = "a detector and its version, such as cnd-1";
const Heard = v.pipe(
  v.strictObject({
    sensor: name,
    id,
    say: v.literal("heard"),
    kind: v.literal("motor", '"motor"'),
    from: moment,
    to: moment,
    score,
    detector: v.pipe(
      v.string(A_DETECTOR),
      v.regex(/^[A-Za-z0-9][A-Za-z0-9._ -]{0,39}$/, A_DETECTOR),
    ),
  }),
  v.forward(
    v.check(({ from, to }) => from <= to && to - from <= LONGEST, LATER),
    ["to"],
  ),
);
const Form = v.variant("say", [Alive, Heard], '"alive" or "heard"');

/** Nothing that is longer is read. */
export const MOST_BYTES = 300;

export function readMessage(body: Uint8Array): Message | Refusal {
  if (body.length > MOST_BYTES)
    return { code: "bytes", why: `Expected at most ${MOST_BYTES} bytes, got ${body.length}.` };
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    return { code: "utf8", why: "Expected UTF-8, got other bytes." };
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { code: "json", why: "Expected an object in JSON, which has no NaN and no comments." };
  }
  const parsed = v.safeParse(Form, json);
  if (!parsed.success) return refusalOf(parsed.issues[0]);
  return { sensor: parsed.output.sensor, said: saidOf(parsed.output) };
}

export const isRefusal = (read: object): read is Refusal => "why" in read;

function refusalOf(issue: v.BaseIssue<unknown>): Refusal {
  const field = v.getDotPath(issue) ?? "The message";
  const { message, expected, received } = issue;
  if (issue.type === "strict_object" && expected === "never")
    return { code: "form", why: `${field.slice(0, 40)}: no message has this.` };
  if (issue.type === "strict_object" && field !== "The message")
    return { code: "form", why: `${field}: expected, but it is missing.` };
  const ours = !message.startsWith("Invalid"); // words of this file, not of the library
  const wanted = ours ? message : (expected ?? "another form");
  const got =
    message === LATER ? "another" : received === "undefined" ? "nothing" : received.slice(0, 40);
  return { code: "form", why: `${field}: expected ${wanted}, got ${got}.` };
}

const thousandths = (of1: number): number => Math.round(of1 * 1000);

function saidOf(read: v.InferOutput<typeof Form>): Message["said"] {
  if (read.say === "heard") {
    const { from, to, kind, detector } = read;
    const heard = { at: from, until: to, kind, detector, score: thousandths(read.score) };
    return { id: read.id, sort: "heard", battery: null, level: null, ...heard };
  }
  const { clock, battery, level, peak } = read;
  return {
    id: read.id,
    sort: "alive",
    at: clock,
    until: null,
    kind: "",
    detector: "",
    battery: battery === undefined ? null : Math.round(battery * 1000),
    level: level === undefined ? null : Math.round(level * 10),
    score: peak === undefined ? null : thousandths(peak),
  };
}

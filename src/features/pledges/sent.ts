/** What the form of a pledge asks, from what was typed: what is to be said, or one line for each field that does not fit. */
import * as v from "valibot";
import type { Problems, Typed } from "../../platform/sent/sort.ts";
import { firstDay, lastDay } from "./dates.ts";
import type { Pledge } from "./fold.ts";
import {
  AnswerBody,
  CLAIM_MADE,
  ClaimBody,
  DISPUTE_ANSWERED,
  DISPUTE_FILED,
  DisputeBody,
  EVIDENCE_FILED,
  EvidenceBody,
  oddClaim,
} from "./records.ts";

/** What can be sent, in the order in which it is offered. */
export const WAYS = {
  figure: { name: "A figure", kind: CLAIM_MADE },
  evidence: { name: "Evidence for a figure", kind: EVIDENCE_FILED },
  correction: { name: "A correction of a figure", kind: CLAIM_MADE },
  dispute: { name: "A dispute", kind: DISPUTE_FILED },
  answer: { name: "The pledger’s answer to a dispute", kind: DISPUTE_ANSWERED },
} as const;
export type Way = keyof typeof WAYS;
export const isWay = (text: string | undefined): text is Way =>
  text !== undefined && Object.hasOwn(WAYS, text);

export const FIELDS = [
  "about",
  "claim",
  "dispute",
  "value",
  "unit",
  "text",
  "measure",
  "asOf",
  "saidBy",
  "saidOn",
  "kind",
  "title",
  "url",
  "by",
  "date",
  "sha256",
  "words",
  "name",
  "contact",
  "agree",
] as const;

type Claim = v.InferOutput<typeof ClaimBody>;
type Filed = v.InferOutput<typeof EvidenceBody>;
type Disputed = v.InferOutput<typeof DisputeBody>;
type Answered = v.InferOutput<typeof AnswerBody>;

/** What is kept of a submission: the record that it can become, but for its id and for who the desk finds it to be. */
export interface Sent {
  readonly for: "pledge";
  readonly pledge: string;
  readonly slug: string;
  readonly way: Way;
  readonly body: Claim | Filed | Disputed | Answered;
}

/** Stands in for the id until the submission has one. */
const NO_ID = "sent";
const MAX_WORDS = 2000; // characters; a page of text
const MAX_LINE = 200;

/** The ways that lead somewhere for this pledge: nothing can be corrected where nothing stands. */
export function waysFor({ ledger, disputes }: Pick<Pledge, "ledger" | "disputes">): Way[] {
  return (Object.keys(WAYS) as Way[]).filter((way) =>
    way === "evidence" || way === "correction"
      ? ledger.length > 0
      : way !== "answer" || disputes.length > 0,
  );
}

/** @param today nothing was said after it */
export function readSent(
  typed: Typed,
  pledge: Pledge,
  today: string,
): { way: Way; body: Sent["body"]; contact?: string } | { problems: Problems } {
  const way = waysFor(pledge).find((one) => one === typed["about"]);
  if (!way) return { problems: { about: "Choose what you want to send." } };
  const read = READ[way](typed, today);
  const problems: Partial<Record<string, string>> = {
    ...read.problems,
    ...namesUnknown(way, typed, pledge),
    ...(way === "correction" && tooEarly(typed, pledge)),
  };
  const { contact = "" } = typed;
  if (contact.length > MAX_LINE || contact.includes("\n"))
    problems["contact"] = `Write one line of at most ${MAX_LINE} characters, or leave it empty.`;
  if (typed["agree"] !== "yes")
    problems["agree"] = "Tick it if it may be published; what may not be is of no use here.";
  if (!read.body || Object.keys(problems).length > 0) return { problems };
  return { way, body: read.body, ...(contact !== "" && { contact }) };
}

interface Read {
  readonly body?: Sent["body"];
  readonly problems: Problems;
}

const READ: Readonly<Record<Way, (typed: Typed, today: string) => Read>> = {
  figure: readClaim,
  correction: (typed, today) => readClaim(typed, today, given(typed["claim"])),
  evidence(typed, today) {
    const { claim, kind, title, url, by, date, sha256 = "" } = typed;
    const hash = sha256.toLowerCase();
    const said = { claim, kind, title, url, by, date, sha256: given(hash) };
    const read = parsed(EvidenceBody, said, typed, {});
    return notYet(read, "date", date, today);
  },
  dispute(typed, today) {
    const { claim, words, name } = typed;
    const said = { claim: given(claim), text: words, by: name, date: today, source: cited(typed) };
    return parsed(DisputeBody, { id: NO_ID, ...said }, typed, { text: "words", by: "name" });
  },
  answer(typed, today) {
    const { dispute, words, name, url, title } = typed;
    const source = url === "" && title === "" ? undefined : cited(typed);
    const said = { dispute, text: words, by: name, date: today, source };
    return parsed(AnswerBody, said, typed, { text: "words", by: "name" });
  },
};

function readClaim(typed: Typed, today: string, revises?: string): Read {
  const { unit, text, measure, asOf = "", saidBy, saidOn = "", name = "" } = typed;
  const said = {
    id: NO_ID,
    value: numberIn(typed["value"] ?? ""),
    unit,
    text,
    measure,
    asOf,
    saidOn,
    saidBy,
    by: "other",
    ...(revises !== undefined && { revises }),
    source: cited(typed),
    ...(name !== "" && { note: `Sent in by ${name}.` }),
  };
  const read = parsed(ClaimBody, said, typed, {});
  return notYet(read, "saidOn", saidOn, today);
}

/** The body, or what was expected of each field. @param names the fields that the form calls otherwise */
function parsed(
  schema: v.GenericSchema<unknown, Sent["body"]>,
  said: Readonly<Record<string, unknown>>,
  typed: Typed,
  names: Readonly<Record<string, string>>,
): Read {
  const present = Object.fromEntries(Object.entries(said).filter(([, x]) => x !== undefined));
  const result = v.safeParse(schema, present);
  const problems: Partial<Record<string, string>> = { ...tooLong(typed) };
  for (const { path, message } of result.issues ?? []) {
    const keys = (path ?? []).map(({ key }) => String(key));
    const key = keys.at(-1);
    if (key === undefined) continue;
    const field = (keys.length === 1 ? names[key] : undefined) ?? key;
    problems[field] ??= expected(message, typed[field]);
  }
  const odd = schema === ClaimBody ? oddIn(present) : undefined;
  if (odd) problems[odd.field] ??= sentence(odd.message);
  return { problems, ...(result.success && { body: result.output }) };
}

/** What the fields of a figure say together, as soon as those that it rests on can be read. */
function oddIn(said: Readonly<Record<string, unknown>>): ReturnType<typeof oddClaim> {
  const { value, unit, asOf, saidOn } = ClaimBody.pipe[0].entries;
  const four = v.safeParse(v.object({ value, unit, asOf, saidOn }), said);
  return four.success ? oddClaim(four.output, four.output.unit) : undefined;
}

function tooLong(typed: Typed): Problems {
  const long = Object.entries(typed).filter(
    ([name, text]) => text.length > (MOST[name] ?? MAX_LINE),
  );
  return Object.fromEntries(
    long.map(([name]) => [name, `Expected at most ${MOST[name] ?? MAX_LINE} characters.`]),
  );
}
const MOST: Readonly<Record<string, number>> = {
  words: MAX_WORDS,
  url: 2000,
  text: 500, // what a figure counts, as long as in the ledger
};

/** A figure or a dispute that this pledge does not have. */
function namesUnknown(way: Way, { claim, dispute }: Typed, pledge: Pledge): Problems {
  const hasClaim = pledge.ledger.some(({ id }) => id === claim);
  const isFree = way === "figure" || way === "answer" || (way === "dispute" && claim === "");
  return {
    ...(!isFree && !hasClaim && { claim: "Choose the figure that it is about." }),
    ...(way === "answer" &&
      !pledge.disputes.some(({ id }) => id === dispute) && {
        dispute: "Choose the dispute that it answers.",
      }),
  };
}

/** P3: what was said before the figure that it corrects is no correction of it. */
function tooEarly({ claim, saidOn = "" }: Typed, { ledger }: Pledge): Problems {
  const of = ledger.find(({ id }) => id === claim);
  if (!of || !isDate(saidOn) || lastDay(saidOn) >= lastDay(of.saidOn)) return {};
  return {
    saidOn: `Expected a date not before the figure that it corrects was said (${of.saidOn}), found ${saidOn}.`,
  };
}

/** Nobody has said tomorrow's words. */
function notYet(read: Read, field: string, typed = "", today: string): Read {
  if (!isDate(typed)) return read;
  const wrong =
    firstDay(typed) > today
      ? `Expected a date that has come, found ${typed}.`
      : typed < "1900"
        ? `Expected a date from 1900 on, found ${typed}.`
        : undefined;
  return wrong === undefined ? read : { ...read, problems: { [field]: wrong, ...read.problems } };
}

const isDate = (text: string): boolean => v.is(EvidenceBody.entries.date, text);
const given = (text: string | undefined): string | undefined => (text === "" ? undefined : text);
const cited = ({ title, url }: Typed) => ({ title, url });

/** `1,250,000`, `1 250 000`, `12.5`; anything else stays as it was typed, which is no number. */
function numberIn(typed: string): number | string {
  const plain = /^[+-]?\d{1,3}(?:[ ,\u00a0\u202f]\d{3})+(?:\.\d+)?$/.test(typed)
    ? typed.replaceAll(/[ ,\u00a0\u202f]/g, "")
    : typed;
  return /^[+-]?\d+(?:\.\d+)?(?:e\d+)?$/i.test(plain) ? Number(plain) : typed;
}

function expected(message: string, typed = ""): string {
  const found = typed === "" || typed.length > 60 ? "" : `, found ${typed}`;
  return `Expected ${message}${found}.`;
}

const sentence = (words: string): string => `${words[0]!.toUpperCase()}${words.slice(1)}.`;

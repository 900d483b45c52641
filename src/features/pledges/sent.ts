/** What the form of a pledge asks, from what was typed: what is to be said, or one line for each field that does not fit. */
import * as v from "valibot";
import type { Problems, Typed } from "../../platform/sent/sort.ts";
import { formatNumber } from "../../platform/web/words.ts";
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
  MOST_PEOPLE,
  oddClaim,
} from "./records.ts";
import { sendWordsIn, type SendWords } from "./send-words.ts";
import { numberIn } from "../../platform/web/typed-number.ts";

/** What can be sent, in the order in which it is offered, and the kind of record that it becomes. */
export const WAYS = {
  figure: CLAIM_MADE,
  evidence: EVIDENCE_FILED,
  correction: CLAIM_MADE,
  dispute: DISPUTE_FILED,
  answer: DISPUTE_ANSWERED,
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
  /** It came from the secret address of the pledge itself. */
  readonly fromPledger?: true;
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

/** What is read, and in whose languages. */
interface Reading {
  readonly typed: Typed;
  readonly pledge: Pledge;
  /** Nothing was said after it. */
  readonly today: string;
  /** The language of the form, in which numbers are typed and problems are told. */
  readonly lang: string;
  /** The campaign's language, in which the desk's note stands beside a figure. */
  readonly own: string;
}

export function readSent(
  reading: Reading,
): { way: Way; body: Sent["body"]; contact?: string } | { problems: Problems } {
  const { typed, pledge, lang } = reading;
  const words = sendWordsIn(lang).problems;
  const way = waysFor(pledge).find((one) => one === typed["about"]);
  if (!way) return { problems: { about: words.about } };
  const read = READ[way](reading);
  const problems: Partial<Record<string, string>> = {
    ...read.problems,
    ...namesUnknown(way, typed, pledge, words),
    ...(way === "correction" && tooEarly(typed, pledge, words)),
  };
  const { contact = "" } = typed;
  if (contact.length > MAX_LINE || contact.includes("\n"))
    problems["contact"] = words.contact(formatNumber(MAX_LINE, lang));
  if (typed["agree"] !== "yes") problems["agree"] = words.agree;
  if (!read.body || Object.keys(problems).length > 0) return { problems };
  return { way, body: read.body, ...(contact !== "" && { contact }) };
}

interface Read {
  readonly body?: Sent["body"];
  readonly problems: Problems;
}

const READ: Readonly<Record<Way, (reading: Reading) => Read>> = {
  figure: readClaim,
  correction: (reading) => readClaim(reading, given(reading.typed["claim"])),
  evidence(reading) {
    const { claim, kind, title, url, by, date, sha256 = "" } = reading.typed;
    const hash = sha256.toLowerCase();
    const said = { claim, kind, title, url, by, date, sha256: given(hash) };
    return notYet(parsed(EvidenceBody, said, reading, {}), "date", reading);
  },
  dispute(reading) {
    const { claim, words, name } = reading.typed;
    const said = {
      claim: given(claim),
      text: words,
      by: name,
      date: reading.today,
      source: cited(reading.typed),
    };
    return parsed(DisputeBody, { id: NO_ID, ...said }, reading, { text: "words", by: "name" });
  },
  answer(reading) {
    const { dispute, words, name, url, title } = reading.typed;
    const source = url === "" && title === "" ? undefined : cited(reading.typed);
    const said = { dispute, text: words, by: name, date: reading.today, source };
    return parsed(AnswerBody, said, reading, { text: "words", by: "name" });
  },
};

function readClaim(reading: Reading, revises?: string): Read {
  const { typed, lang, own } = reading;
  const { unit, text, measure, asOf = "", saidBy, saidOn = "", name = "" } = typed;
  const said = {
    id: NO_ID,
    value: numberIn(typed["value"] ?? "", lang),
    unit,
    text,
    measure,
    asOf,
    saidOn,
    saidBy,
    by: "other",
    ...(revises !== undefined && { revises }),
    source: cited(typed),
    ...(name !== "" && { note: sendWordsIn(own).sentInBy(name) }),
  };
  return notYet(parsed(ClaimBody, said, reading, { note: "name" }), "saidOn", reading);
}

/** The body, or what was expected of each field. @param names the fields that the form calls otherwise */
function parsed(
  schema: v.GenericSchema<unknown, Sent["body"]>,
  said: Readonly<Record<string, unknown>>,
  { typed, lang }: Reading,
  names: Readonly<Record<string, string>>,
): Read {
  const words = sendWordsIn(lang).problems;
  const present = Object.fromEntries(Object.entries(said).filter(([, x]) => x !== undefined));
  const result = v.safeParse(schema, present);
  const problems: Partial<Record<string, string>> = { ...tooLong(typed, lang) };
  const most = formatNumber(Number.MAX_SAFE_INTEGER, lang);
  for (const { path } of result.issues ?? []) {
    const keys = (path ?? []).map(({ key }) => String(key));
    const key = keys.at(-1);
    if (key === undefined) continue;
    const field = (keys.length === 1 ? names[key] : undefined) ?? key;
    const what = words.what[EXPECTS[field] ?? "line"];
    problems[field] ??= expected(typeof what === "string" ? what : what(most), words, typed[field]);
  }
  const odd = schema === ClaimBody ? oddIn(present) : undefined;
  if (odd) problems[odd.field] ??= oddWords(odd, typed, lang);
  return { problems, ...(result.success && { body: result.output }) };
}

/** What a field holds; every other one a line. */
const EXPECTS: Readonly<
  Record<string, "number" | "date" | "choice" | "text" | "address" | "hash">
> = {
  value: "number",
  asOf: "date",
  saidOn: "date",
  date: "date",
  measure: "choice",
  kind: "choice",
  words: "text",
  url: "address",
  sha256: "hash",
};

/** What the fields of a figure say together, as soon as those that it rests on can be read. */
function oddIn(said: Readonly<Record<string, unknown>>): ReturnType<typeof oddClaim> {
  const { value, unit, asOf, saidOn } = ClaimBody.pipe[0].entries;
  const four = v.safeParse(v.object({ value, unit, asOf, saidOn }), said);
  return four.success ? oddClaim(four.output, four.output.unit) : undefined;
}

function oddWords(
  { field, is }: NonNullable<ReturnType<typeof oddClaim>>,
  typed: Typed,
  lang: string,
): string {
  const words = sendWordsIn(lang).problems;
  const what = {
    old: words.what.old,
    afterSaid: words.what.afterSaid(typed["saidOn"] ?? ""),
    people: words.what.people(formatNumber(MOST_PEOPLE, lang)),
  }[is];
  return expected(what, words, typed[field]);
}

function tooLong(typed: Typed, lang: string): Problems {
  const { tooLong: say } = sendWordsIn(lang).problems;
  const most = (name: string) => MOST[name] ?? MAX_LINE;
  const long = Object.entries(typed).filter(([name, text]) => text.length > most(name));
  return Object.fromEntries(long.map(([name]) => [name, say(formatNumber(most(name), lang))]));
}
const MOST: Readonly<Record<string, number>> = {
  words: MAX_WORDS,
  url: 2000,
  text: 500, // what a figure counts, as long as in the ledger
};

type ProblemWords = SendWords["problems"];

/** A figure or a dispute that this pledge does not have. */
function namesUnknown(
  way: Way,
  { claim, dispute }: Typed,
  pledge: Pledge,
  words: ProblemWords,
): Problems {
  const hasClaim = pledge.ledger.some(({ id }) => id === claim);
  const isFree = way === "figure" || way === "answer" || (way === "dispute" && claim === "");
  const isAnswer = way === "answer" && !pledge.disputes.some(({ id }) => id === dispute);
  return {
    ...(!isFree && !hasClaim && { claim: words.claim }),
    ...(isAnswer && { dispute: words.dispute }),
  };
}

/** P3: what was said before the figure that it corrects is no correction of it. */
function tooEarly(
  { claim, saidOn = "" }: Typed,
  { ledger }: Pledge,
  words: ProblemWords,
): Problems {
  const of = ledger.find(({ id }) => id === claim);
  if (!of || !isDate(saidOn) || lastDay(saidOn) >= lastDay(of.saidOn)) return {};
  return { saidOn: words.found(words.what.beforeSaid(of.saidOn), saidOn) };
}

/** Nobody has said tomorrow's words. */
function notYet(read: Read, field: string, { typed, today, lang }: Reading): Read {
  const { [field]: date = "" } = typed;
  if (!isDate(date)) return read;
  const words = sendWordsIn(lang).problems;
  const { come, old } = words.what;
  const what = firstDay(date) > today ? come : date < "1900" ? old : undefined;
  if (what === undefined) return read;
  return { ...read, problems: { [field]: words.found(what, date), ...read.problems } };
}

const isDate = (text: string): boolean => v.is(EvidenceBody.entries.date, text);
const given = (text: string | undefined): string | undefined => (text === "" ? undefined : text);
const cited = ({ title, url }: Typed) => ({ title, url });

const expected = (what: string, words: ProblemWords, typed = ""): string =>
  typed === "" || typed.length > 60 ? words.expected(what) : words.found(what, typed);

/** Pledges and the goal as IATI activities. A series promises nothing and is none. */
import { daysAfter } from "../../../engines/calendar/day.ts";
import { firstDay, lastDay, type PledgeLine, silentFrom } from "../../pledges/api.ts";
import type { Partner } from "../../partners/api.ts";
import type { PlaceCard } from "../../places/api.ts";
import type { Campaign } from "../../campaign/api.ts";
import {
  DATE,
  identifierOf,
  ROLE,
  STATUS,
  type Activity,
  type Reporter,
  type Taking,
} from "./activity.ts";
import { documentLink } from "./elements.ts";
import type { Counted } from "./related.ts";
import { goalResult, pledgeResult } from "./results.ts";
import { sectorOf, whereOf } from "./where.ts";

/** What stands in the file: the activity, and what decides what else may count the same. */
export interface Reported {
  readonly activity: Activity;
  /** What it shows beside the campaign: things, and days on which it reads differently. */
  readonly shows: { readonly subjects: readonly string[]; readonly days?: readonly string[] };
  readonly counted: Counted;
  /** First UTC day on which it would read differently without any new record. */
  readonly until?: string | undefined;
}
type Goal = NonNullable<Campaign["goal"]>;

export function pledgeActivity(
  line: PledgeLine,
  page: string,
  by: {
    readonly reporter: Reporter;
    readonly today: string;
    readonly partners: ReadonlyMap<string, Partner>;
    /** Where its figures are. */
    readonly places: readonly PlaceCard[];
    /** The identifier of the goal's activity and its unit. */
    readonly goal?: { readonly identifier: string; readonly unit: string } | undefined;
  },
): Reported {
  const { pledge, status, pledger } = line;
  const { reporter, today, partners, places, goal } = by;
  const identifier = identifierOf(reporter, line.subject);
  const from = firstDay(pledge.from);
  const begun = from <= today;
  const due = dueOf(pledge);
  const parties = [pledger, ...line.with];
  const subjects = [pledge.pledger, ...pledge.with];
  const counts = goal && pledge.goal && !pledge.historical && pledge.unit === goal.unit;
  return {
    activity: {
      identifier,
      page,
      title: pledge.title,
      descriptions: [
        { words: pledge.summary, type: "1" },
        ...pledge.wordings.map(({ text }) => ({ words: `“${text}”`, type: "2" as const })),
        ...(status ? [{ words: `Status: ${status.words}.`, type: "4" as const }] : []),
        ...pledge.disputes.flatMap(disputeWords),
      ],
      organisations: parties.map(({ name }, i): Taking => {
        const partner = partners.get(subjects[i] ?? "");
        return {
          name,
          role: ROLE.accountable,
          type: organisationType(partner?.kind),
          ref: partner?.reference,
        };
      }),
      status: statusOf(line, begun, today),
      dates: datesOf(pledge, today),
      where: [
        ...whereOf(places, {
          language: reporter.frame.language,
          whole: pledge.ledger.every((figure) => figure.places !== undefined),
        }),
        sectorOf(pledge.sector),
      ],
      documents: [
        documentLink({ title: pledge.title, url: page }, "A12"),
        ...pledge.wordings.flatMap(({ said }) =>
          said.map(({ source }) => documentLink(source, "A02")),
        ),
      ],
      result: pledgeResult(line),
      // One level for what may be added up: a part of another pledge stands below it.
      ...(counts && { hierarchy: line.towards ? ("3" as const) : ("2" as const) }),
    },
    shows: {
      subjects: [line.subject, ...subjects, ...places.map((place) => place.subject)],
      days: [from, silentFrom(pledge), ...(due === undefined ? [] : [daysAfter(due, 1)])],
    },
    counted: {
      identifier,
      organisations: subjects,
      units: [...new Set([pledge.unit, ...pledge.ledger.map(({ unit }) => unit)])],
      documents: [
        ...new Set(
          pledge.ledger.flatMap(({ source, joint }) => [
            source.url,
            ...(joint === undefined ? [] : [`joint ${joint}`]),
          ]),
        ),
      ],
      goal: counts ? goal.identifier : undefined,
      towards: line.towards && identifierOf(reporter, line.towards.subject),
    },
    until: [status?.until, begun ? undefined : from]
      .filter((day) => day !== undefined)
      .toSorted()[0],
  };
}

/** The campaign's aim: the one activity that is its own, parent of the pledges that count towards it. */
export function goalActivity(
  goal: Goal,
  subject: string,
  page: string,
  by: {
    readonly reporter: Reporter;
    readonly today: string;
    readonly sector: string | undefined;
  },
): Reported {
  const { reporter, today } = by;
  const identifier = identifierOf(reporter, subject);
  const begun = goal.from <= today;
  const due = lastDay(goal.by);
  return {
    activity: {
      identifier,
      page,
      title: goal.statement,
      descriptions: [{ words: goal.note ?? goal.statement, type: "1" }],
      organisations: [],
      status: !begun ? STATUS.planned : today <= due ? STATUS.underway : STATUS.over,
      dates: datesOf(goal, today),
      where: [
        ...whereOf([], { language: reporter.frame.language, whole: false }),
        sectorOf(by.sector),
      ],
      documents: [documentLink({ title: goal.statement, url: page }, "A12")],
      result: goalResult(goal),
      hierarchy: "1",
    },
    shows: { subjects: [subject], days: [goal.from, daysAfter(due, 1)] },
    counted: { identifier, organisations: [], units: [], documents: [] },
    until: !begun ? goal.from : today <= due ? daysAfter(due, 1) : undefined,
  };
}

/** The last day of what is promised; none where it would be before the first. */
const dueOf = ({ from, by }: Spanned): string | undefined =>
  by === undefined || lastDay(by) < firstDay(from) ? undefined : lastDay(by);

interface Spanned {
  readonly from: string;
  readonly by?: string | undefined;
}

/** What is over ended on the last day of its promise: a later one is nobody's to know. */
function datesOf(promise: Spanned, today: string): Activity["dates"] {
  const { from, by } = promise;
  const [start, due] = [firstDay(from), dueOf(promise)];
  const begins = { type: start <= today ? DATE.start : DATE.plannedStart, day: start };
  return [
    { ...begins, ...known(from) },
    ...(due === undefined ? [] : [{ type: DATE.plannedEnd, day: due, ...known(by!) }]),
    ...(due === undefined || today <= due ? [] : [{ type: DATE.end, day: due, words: ENDED }]),
  ];
}

const ENDED = "The last day of the promise. Whether work went on after it is not said here.";

/** Both sides, each with its day, in the same words for everybody. */
function disputeWords({ by, date, text, answer }: Dispute): Activity["descriptions"] {
  const disputed = { words: `Disputed by ${by} on ${date}: “${text}”`, type: "4" as const };
  if (!answer) return [disputed];
  const words = `Answered by ${answer.by} on ${answer.date}: “${answer.text}”`;
  return [disputed, { words, type: "4" }];
}
type Dispute = PledgeLine["pledge"]["disputes"][number];

/** Past its date a pledge is over; it is closed once a closing figure is filed. */
function statusOf(
  { pledge, status }: PledgeLine,
  begun: boolean,
  today: string,
): Activity["status"] {
  if (!begun) return STATUS.planned;
  const due = dueOf(pledge);
  if (due === undefined || today <= due) return STATUS.underway;
  return status?.closing ? STATUS.closed : STATUS.over;
}

/** Only what a kind says for sure; the standard lets the rest be unsaid. */
export const organisationType = (kind: Partner["kind"] | undefined): string | undefined =>
  kind === "company" ? "70" : undefined; // private sector

/** A month or a year stands at its edge, and says so. */
const known = (date: string): { words?: string } =>
  date.length === 10 ? {} : { words: `Known as ${date}.` };

/** Pledges and the goal as IATI activities. A series promises nothing and is none. */
import { firstDay, lastDay, nextDay, type PledgeLine } from "../../pledges/feature.ts";
import type { Partner } from "../../partners/feature.ts";
import type { Campaign } from "../../campaign/feature.ts";
import {
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

/** What stands in the file: the activity, and what decides what else may count the same. */
export interface Reported {
  readonly activity: Activity;
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
    readonly kinds: ReadonlyMap<string, Partner["kind"]>;
    /** The identifier of the goal's activity and its unit. */
    readonly goal?: { readonly identifier: string; readonly unit: string } | undefined;
  },
): Reported {
  const { pledge, status, pledger } = line;
  const { reporter, today, kinds, goal } = by;
  const identifier = identifierOf(reporter, line.subject);
  const from = firstDay(pledge.from);
  const begun = from <= today;
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
        return {
          name,
          role: ROLE.accountable,
          type: organisationType(kinds.get(subjects[i] ?? "")),
        };
      }),
      status: statusOf(line, begun, today),
      dates: [
        { type: begun ? "2" : "1", day: from, ...known(pledge.from) },
        ...(pledge.by === undefined
          ? []
          : [{ type: "3" as const, day: lastDay(pledge.by), ...known(pledge.by) }]),
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
  reporter: Reporter,
  today: string,
): Reported {
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
      dates: [
        { type: begun ? "2" : "1", day: goal.from },
        { type: "3", day: due, ...known(goal.by) },
      ],
      documents: [documentLink({ title: goal.statement, url: page }, "A12")],
      result: goalResult(goal),
      hierarchy: "1",
    },
    counted: { identifier, organisations: [], units: [], documents: [] },
    until: !begun ? goal.from : today <= due ? nextDay(due) : undefined,
  };
}

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
  if (pledge.by === undefined || today <= lastDay(pledge.by)) return STATUS.underway;
  return status?.closing ? STATUS.closed : STATUS.over;
}

/** Only what a kind says for sure; the standard lets the rest be unsaid. */
export const organisationType = (kind: Partner["kind"] | undefined): string | undefined =>
  kind === "company" ? "70" : undefined; // private sector

/** A month or a year stands at its edge, and says so. */
const known = (date: string): { words?: string } =>
  date.length === 10 ? {} : { words: `Known as ${date}.` };

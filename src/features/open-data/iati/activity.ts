/** One IATI activity, its elements in the order that the standard asks for. Rule OD7. */
import type { Frame } from "../../../platform/web/frame.ts";
import { wordsIn } from "../words.ts";
import { element, narrated, text, type Element } from "./elements.ts";

export interface Reporter {
  /** The start of the campaign's permanent id, so that no activity ever changes its identifier. */
  readonly id: string;
  /** As registers know the campaign, where it is registered. */
  readonly reference?: string | undefined;
  readonly frame: Frame;
}
export interface Taking {
  readonly name: string;
  readonly role: (typeof ROLE)[keyof typeof ROLE];
  /** Of the list of organisation types, where it is known. */
  readonly type?: string | undefined;
  /** As registers know it. */
  readonly ref?: string | undefined;
}
export interface Activity {
  readonly identifier: string;
  readonly page: string;
  readonly title: string;
  readonly descriptions: readonly { readonly words: string; readonly type: "1" | "2" | "4" }[];
  /** Empty for the campaign's own. */
  readonly organisations: readonly Taking[];
  readonly status: (typeof STATUS)[keyof typeof STATUS];
  readonly dates: readonly {
    readonly type: (typeof DATE)[keyof typeof DATE];
    readonly day: string;
    readonly words?: string;
  }[];
  /** After the dates and before the documents: countries or the region, locations, the sector, tags. */
  readonly where: readonly Element[];
  readonly documents: readonly Element[];
  readonly result?: Element | undefined;
  readonly hierarchy?: "1" | "2" | "3";
}

/** Who promised is accountable; who a programme names carries it out. */
export const ROLE = { accountable: "2", implementing: "4" } as const;
export const STATUS = { planned: "1", underway: "2", over: "3", closed: "4" } as const;
/** Of a day that begins or ends an activity. */
export const DATE = { plannedStart: "1", start: "2", plannedEnd: "3", end: "4" } as const;
const OTHER = "90"; // the campaign: of the list of organisation types
const FORMER = "B1"; // an earlier identifier of the organisation that reports

/**
 * A campaign that is registered nowhere is named by its permanent id: no prefix of a register is made up. One that is
 * registered later keeps the identifiers of its activities, and says that they began with the id (`B1`).
 */
export const reporterId = (subject: string): string => subject.slice(0, 16);

export const identifierOf = ({ id }: Reporter, subject: string): string => `${id}-${subject}`;

export function activityElement(
  activity: Activity,
  {
    related,
    updated,
  }: {
    readonly related: readonly Element[];
    /** When what stands here changed last: ISO 8601, UTC. */
    readonly updated: string | undefined;
  },
  { id, reference, frame }: Reporter,
): Element {
  const { organisations, where, dates, documents, result } = activity;
  const own = organisations.length === 0;
  const taking: readonly Taking[] = own
    ? [{ name: frame.name, role: ROLE.accountable, type: OTHER, ref: reference }]
    : organisations;
  const openly = { words: wordsIn(frame.language).iati, type: "4" as const };
  return element(
    "iati-activity",
    {
      "xml:lang": frame.language,
      "last-updated-datetime": updated,
      hierarchy: activity.hierarchy,
      "linked-data-uri": activity.page,
    },
    element("iati-identifier", {}, text(activity.identifier)),
    narrated("reporting-org", frame.name, {
      ref: reference ?? id,
      type: OTHER,
      "secondary-reporter": own ? "0" : "1",
    }),
    narrated("title", activity.title),
    [...activity.descriptions, ...(own ? [] : [openly])].map(({ words, type }) =>
      narrated("description", words, { type }),
    ),
    taking.map(({ name, role, type, ref }) =>
      narrated("participating-org", name, { ref, role, type }),
    ),
    reference === undefined ? undefined : element("other-identifier", { ref: id, type: FORMER }),
    element("activity-status", { code: activity.status }),
    dates.map(({ type, day, words }) =>
      words === undefined
        ? element("activity-date", { type, "iso-date": day })
        : narrated("activity-date", words, { type, "iso-date": day }),
    ),
    where,
    documents,
    related,
    result,
  );
}

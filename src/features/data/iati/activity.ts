/** One IATI activity, its elements in the order that the standard asks for. Rule OD7. */
import type { Frame } from "../../../platform/web/frame.ts";
import { element, narrated, text, type Element } from "./elements.ts";

export interface Reporter {
  /** Made from the campaign's permanent id, so that no activity ever changes its identifier. */
  readonly ref: string;
  readonly frame: Frame;
}
export interface Taking {
  readonly name: string;
  readonly role: (typeof ROLE)[keyof typeof ROLE];
  /** Of the list of organisation types, where it is known. */
  readonly type?: string | undefined;
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
    readonly type: "1" | "2" | "3";
    readonly day: string;
    readonly words?: string;
  }[];
  /** After the dates and before the documents: countries, locations, tags. */
  readonly where?: readonly Element[];
  readonly documents: readonly Element[];
  readonly result?: Element | undefined;
  readonly hierarchy?: "1" | "2" | "3";
}

/** Who promised is accountable; who a programme names carries it out. */
export const ROLE = { accountable: "2", implementing: "4" } as const;
export const STATUS = { planned: "1", underway: "2", over: "3", closed: "4" } as const;
const OTHER = "90"; // the campaign: of the list of organisation types

/**
 * A campaign is not registered with an agency, so its reference is no registered one. It begins with `CND`
 * and is otherwise the start of the campaign's permanent id.
 */
export const reporterRef = (subject: string): string => `CND-${subject.slice(0, 16)}`;

export const identifierOf = ({ ref }: Reporter, subject: string): string => `${ref}-${subject}`;

export function activityElement(
  activity: Activity,
  related: readonly Element[],
  { ref, frame }: Reporter,
): Element {
  const { organisations, where = [], dates, documents, result } = activity;
  const own = organisations.length === 0;
  const taking: readonly Taking[] = own
    ? [{ name: frame.name, role: ROLE.accountable, type: OTHER }]
    : organisations;
  return element(
    "iati-activity",
    {
      "xml:lang": frame.language,
      hierarchy: activity.hierarchy,
      "linked-data-uri": activity.page,
    },
    element("iati-identifier", {}, text(activity.identifier)),
    narrated("reporting-org", frame.name, {
      ref,
      type: OTHER,
      "secondary-reporter": own ? "0" : "1",
    }),
    narrated("title", activity.title),
    activity.descriptions.map(({ words, type }) => narrated("description", words, { type })),
    taking.map(({ name, role, type }) => narrated("participating-org", name, { role, type })),
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

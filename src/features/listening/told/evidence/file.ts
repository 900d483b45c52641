/** What is said under a pledge of the listeners of a place: a figure, and the file behind it, the same bytes whenever it is asked for. Pure. */
import type { Report } from "../../queries.ts";
import { detectorsOf, sum } from "../right-words.tsx";

/** All of a place up to a month, and the name of the claim that says so. */
export interface Chosen {
  readonly id: string;
  /** By its address and its name today. */
  readonly slug: string;
  readonly name: string;
  readonly month: string;
  /** The latest first. */
  readonly reports: readonly Report[];
}

export const claimOf = (slug: string, month: string): string =>
  `listening-${slug.slice(0, 60)}-${month}`;

/** @returns undefined where nothing was said of that place and month */
export function chosenFrom(
  place: Pick<Chosen, "slug" | "name" | "reports">,
  month: string,
): Chosen | undefined {
  const { slug, name, reports } = place;
  if (!reports.some((one) => one.month === month)) return undefined;
  const upTo = reports.filter((one) => one.month <= month);
  return { id: claimOf(slug, month), slug, name, month, reports: upTo };
}

/** In English, as what is signed is: others show it as it stands. */
export function claimText({ name, reports, month }: Chosen): { value: number; text: string } {
  const all = detectorsOf(reports);
  const [alarms, right, wrong, unknown] = (["alarms", "right", "wrong", "unknown"] as const).map(
    (which) => sum(all, (one) => one[which]),
  ) as [number, number, number, number];
  const first = reports.at(-1)!.month;
  const when = first === month ? `in ${month}` : `from ${first} to ${month}`;
  const text = `Alarms of motors at ${name} ${when} that were right, of ${alarms}: ${wrong} were wrong, and of ${unknown} nobody said what was there.`;
  return { value: right, text: text.slice(0, 500) };
}

/** Without an address of this site, which may change: what is signed is named by its record. */
export function fileOf({ reports }: Chosen): string {
  const file = {
    what: "How right the alarms of the listeners at a place were, by month, as it was said and signed. Right, wrong and unknown are what people found who went there.",
    how: "Each report is the body of a signed record. The file at its proof, an address of the same site, shows that the record stands in the log; cnd verify checks it. Precision is right / (right + wrong); its 95 % interval is Wilson's.",
    reports: reports.map(({ subject, ...report }) => ({
      report,
      record: subject,
      proof: `/log/proof/${subject}.json`,
    })),
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

/** The counts of the conversation as everybody may read them: small ones are not given. Pure. Rule MO16. */
import { TALLIED, type TallyLine } from "../conversation/model.ts";

const FEWEST = 5; // below it a number could say who
const MONTHS = 24; // that one page shows

/** A count, or that it is a small one. */
export type Counted = number | "few";
export interface Month {
  readonly month: string;
  /** By where it came from; each with all of `TALLIED`. */
  readonly sources: readonly {
    readonly came: string;
    readonly counts: Readonly<Record<TallyLine["what"], Counted>>;
  }[];
  /** Why something was not shown or taken down, the most frequent first. */
  readonly reasons: readonly { readonly reason: string; readonly count: Counted }[];
}

/** The newest month first. */
export function monthsOf(lines: readonly TallyLine[]): readonly Month[] {
  const months = [...Map.groupBy(lines, ({ month }) => month)].toSorted(([a], [b]) =>
    a < b ? 1 : -1,
  );
  return months.slice(0, MONTHS).map(([month, of]) => ({
    month,
    sources: [...Map.groupBy(of, ({ came }) => came)]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([came, own]) => ({
        came,
        counts: Object.fromEntries(
          TALLIED.map((what) => [what, shown(sum(own.filter((one) => one.what === what)))]),
        ) as Record<TallyLine["what"], Counted>,
      })),
    reasons: reasonsOf(of),
  }));
}

function reasonsOf(lines: readonly TallyLine[]): Month["reasons"] {
  const given = lines.filter(
    ({ what, reason }) => (what === "refused" || what === "taken") && reason !== "",
  );
  return [...Map.groupBy(given, ({ reason }) => reason)]
    .map(([reason, own]) => ({ reason, n: sum(own) }))
    .toSorted((a, b) => (shown(a.n) === "few" && shown(b.n) === "few" ? 0 : b.n - a.n))
    .map(({ reason, n }) => ({ reason, count: shown(n) }));
}

const sum = (lines: readonly TallyLine[]): number =>
  lines.reduce((all, { count }) => all + count, 0);

const shown = (n: number): Counted => (n > 0 && n < FEWEST ? "few" : n);

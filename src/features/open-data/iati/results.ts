/** Dated figures as IATI results. Each figure is an actual value that says who gave it; none is left out. Rule OD9. */
import { daysAfter } from "../../../engines/calendar/day.ts";
import { firstDay, lastDay, type PledgeLine, stateWord } from "../../pledges/api.ts";
import { type Figure, type Pledge } from "../figures.ts";
import { documentLink, element, narrated, type Element } from "./elements.ts";

/** Nothing here may be added up: totals contain what came before, and figures overlap. */
const NOT_ADDED = { "aggregation-status": "0" };
const OUTPUT = "1"; // of the list of result types
const MEASURE = { unit: "1", qualitative: "5" };

const STATED: Readonly<Record<Figure["measure"], string>> = {
  cumulative: "stated as totals",
  "since-pledge": "since the pledge",
  "in-period": "within a period",
  other: "not stated as progress",
};

/** A pledge, and who stands behind each key that attests one of its figures. */
type Said = Pick<PledgeLine, "pledge" | "signers">;

/** One indicator for each unit and way of counting; the promise stands in the one that counts towards it. */
export function pledgeResult({ pledge, signers }: Said): Element | undefined {
  const { metric, unit, ledger, target } = pledge;
  const counting = keyOf({ measure: countingMeasure(pledge), unit });
  const groups = Map.groupBy(ledger, keyOf);
  const keys = new Set([...(target === undefined ? [] : [counting]), ...groups.keys()]);
  if (keys.size === 0) return undefined;
  const indicators = [...keys].map((key) => {
    const [measure, of] = JSON.parse(key) as [Figure["measure"], string];
    const figures = groups.get(key) ?? [];
    const promised = key === counting;
    const name = of === unit ? `${metric} (${of})` : of;
    return element(
      "indicator",
      { measure: MEASURE.unit, ...NOT_ADDED },
      narrated("title", `${name}, ${STATED[measure]}`),
      promised ? undated(pledge) : undefined,
      promised ? baseline(pledge) : undefined,
      promised ? targetPeriod(pledge) : undefined,
      figures.map((figure) => actualPeriod(figure, { pledge, signers })),
    );
  });
  return element("result", { type: OUTPUT, ...NOT_ADDED }, narrated("title", metric), indicators);
}

const keyOf = ({ measure, unit }: Pick<Figure, "measure" | "unit">): string =>
  JSON.stringify([measure, unit]);

/** As the pledge's own ledger counts: totals where any is stated or a baseline is, else what came since. */
function countingMeasure({ ledger, unit, baseline: known }: Pledge): Figure["measure"] {
  const stated = ledger.some((f) => f.measure === "cumulative" && f.unit === unit);
  return stated || known ? "cumulative" : "since-pledge";
}

function baseline({ baseline: known }: Pledge): Element | undefined {
  if (!known) return undefined;
  const { value, asOf, note } = known;
  const day = asOf.length === 10 ? asOf : undefined;
  return element(
    "baseline",
    { year: asOf.slice(0, 4), "iso-date": day, value },
    narrated("comment", note ?? `Known for ${asOf}.`),
  );
}

/** A period ends on a day, so what is promised without one stands in words. */
const undated = ({ target, by, unit }: Pledge): Element | undefined =>
  target === undefined || by !== undefined
    ? undefined
    : narrated("description", `Promised without a date: ${target}. Unit: ${unit}.`);

function targetPeriod({ target, from, by, unit }: Pledge): Element | undefined {
  if (target === undefined || by === undefined) return undefined;
  const words = `Promised by ${by}. Unit: ${unit}.`;
  return period(
    firstDay(from),
    lastDay(by),
    element("target", { value: target }, narrated("comment", words)),
  );
}

function actualPeriod(figure: Figure, { pledge: { from }, signers }: Said): Element {
  const { value, measure, asOf, source, evidence } = figure;
  const since = measure === "since-pledge" && firstDay(from) < lastDay(asOf);
  return period(
    firstDay(since ? from : asOf),
    lastDay(asOf),
    element(
      "actual",
      { value },
      narrated("comment", wordsOf(figure, signers)),
      documentLink(source, "A08"),
      evidence.map((one) => documentLink(one, "A08")),
    ),
  );
}

/** The same sentence for every figure and everybody. */
function wordsOf(figure: Figure, signers: Said["signers"]): string {
  const { text, saidBy, saidOn, asOf, atLeast, revises, revisedBy, note } = figure;
  return [
    `${text}, as of ${asOf}: ${stateWord(figure)}, said by ${saidBy} on ${saidOn}.`,
    ...figure.signed.map(({ key, on }) => `Attested by ${signers.get(key)?.name ?? key} on ${on}.`),
    atLeast ? "Said as over this value." : "",
    revises === undefined ? "" : `Revises figure ${revises}.`,
    revisedBy.length > 0 ? `Revised by figure ${revisedBy.join(", ")}; kept beside it.` : "",
    `Figure ${figure.id}.`,
    note ?? "",
  ]
    .filter(Boolean)
    .join(" ");
}

interface ProgrammeFigure {
  readonly value: string;
  readonly text: string;
  readonly asOf: string;
  readonly saidBy: string;
  readonly state: string;
  readonly source: {
    readonly title: string;
    readonly url: string;
    readonly date?: string | undefined;
  };
}

/** The figures of a programme; one that is no number stands as words. */
export function programmeResult(
  title: string,
  figures: readonly ProgrammeFigure[],
): Element | undefined {
  if (figures.length === 0) return undefined;
  const indicators = figures.map(({ value, text, asOf, saidBy, state, source }) => {
    const number = /^\d{1,3}(?:,?\d{3})*(?:\.\d+)?$/.test(value)
      ? value.replaceAll(",", "")
      : undefined;
    const words = `${value} ${text}, as of ${asOf}: ${state}, said by ${saidBy}.`;
    return element(
      "indicator",
      { measure: number === undefined ? MEASURE.qualitative : MEASURE.unit, ...NOT_ADDED },
      narrated("title", text),
      period(
        firstDay(asOf),
        lastDay(asOf),
        element(
          "actual",
          { value: number },
          narrated("comment", words),
          documentLink(source, "A08"),
        ),
      ),
    );
  });
  return element("result", { type: OUTPUT, ...NOT_ADDED }, narrated("title", title), indicators);
}

/** The goal's own target; what its pledges reached stands in their activities and is not repeated. */
export function goalResult(goal: {
  readonly statement: string;
  readonly metric: string;
  readonly unit: string;
  readonly target: number;
  readonly from: string;
  readonly by: string;
}): Element {
  const { statement, metric, unit, target, from, by } = goal;
  return element(
    "result",
    { type: OUTPUT, ...NOT_ADDED },
    narrated("title", statement),
    element(
      "indicator",
      { measure: MEASURE.unit, ...NOT_ADDED },
      narrated("title", `${metric} (${unit})`),
      period(firstDay(from), lastDay(by), element("target", { value: target })),
    ),
  );
}

/**
 * It ends on the last day of which something is said, after it began: what is known of one day alone, or is promised for a
 * day before its beginning, begins the day before.
 */
function period(start: string, end: string, ...of: readonly Element[]): Element {
  return element(
    "period",
    {},
    element("period-start", { "iso-date": start < end ? start : daysAfter(end, -1) }),
    element("period-end", { "iso-date": end }),
    [...of],
  );
}

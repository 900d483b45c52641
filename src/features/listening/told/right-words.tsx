/** How right the alarms of a place were, in sentences: of one month, or of several together. */
import type { Html } from "../../../platform/web/route.ts";
import { formatDay, formatNumber } from "../../../platform/web/words.ts";
import type { Report } from "../queries.ts";
import { OTHERS } from "../records.ts";
import { wilson, type OfDetector } from "../right.ts";
import type { ListeningWords } from "../words.ts";

/** @param props.reports of one place, the latest first, one at least */
export function RightWords(props: {
  readonly reports: readonly Report[];
  readonly words: ListeningWords;
}): Html {
  return (
    <ul>
      {sentences(props.reports, props.words).map((one) => (
        <li>{one}</li>
      ))}
    </ul>
  );
}

export function sentences(reports: readonly Report[], words: ListeningWords): string[] {
  const [last, ...more] = reports;
  if (!last) return [];
  const day = (month: string) => formatDay(month, words.lang);
  const days = sum(reports, ({ sensorDays }) => sensorDays);
  const first = more.at(-1);
  const detectors = detectorsOf(reports);
  const [alarms, right, wrong, unknown] = (["alarms", "right", "wrong", "unknown"] as const).map(
    (which) => sum(detectors, (one) => one[which]),
  ) as [number, number, number, number];
  const muted = sum(reports, (one) => one.muted);
  const silences = sum(reports, (one) => one.silences);
  const range = rangeOf(right, wrong, words.lang);
  return [
    first
      ? words.atWorkSince(days, day(first.month), day(last.month))
      : words.atWork(days, formatNumber(last.sensors, words.lang), day(last.month)),
    alarms === 0 ? words.noAlarm : words.alarms(alarms),
    ...(range
      ? [
          words.known(
            right + wrong,
            formatNumber(right, words.lang),
            formatNumber(wrong, words.lang),
          ),
          words.share(range.share, range.low, range.high),
        ]
      : []),
    ...(unknown > 0
      ? [words.unknown(formatNumber(alarms, words.lang), formatNumber(unknown, words.lang))]
      : []),
    ...(first === undefined && last.minutes !== undefined
      ? [words.minutes(Math.round(last.minutes))]
      : []),
    ...(muted > 0 ? [words.muted(muted)] : []),
    ...(silences > 0 ? [words.silences(silences)] : []),
    ...(detectors.length > 1 ? detectors.map((one) => ofDetector(one, words)) : []),
  ];
}

/** The names of those that came with this program, `motor-1` and what follows it; readers know no names of versions. */
const OURS = /^motor-\d+$/;

function ofDetector({ detector, right, wrong, unknown }: OfDetector, words: ListeningWords) {
  const name = detector === OTHERS ? words.others : OURS.test(detector) ? words.ours : detector;
  const say = (n: number) => formatNumber(n, words.lang);
  return words.ofDetector(name, say(right), say(wrong), say(unknown));
}

/** The share that was right, and within which bounds, in per cent; undefined where nobody found out. */
export function rangeOf(right: number, wrong: number, lang: string) {
  const found = wilson(right, right + wrong);
  if (!found) return undefined;
  const say = (share: number) => new Intl.NumberFormat(lang, { style: "percent" }).format(share);
  return { share: say(found.share), low: say(found.low), high: say(found.high) };
}

/** In place of a share: nobody went, or there was nothing to go for. */
export const whyNoShare = (
  detectors: readonly Pick<OfDetector, "alarms">[],
  { table }: ListeningWords,
): string => (detectors.some(({ alarms }) => alarms > 0) ? table.noneSeen : table.noAlarm);

/** Each detector over all these months. */
export function detectorsOf(reports: readonly Pick<Report, "detectors">[]): OfDetector[] {
  const all = Map.groupBy(
    reports.flatMap(({ detectors }) => detectors),
    ({ detector }) => detector,
  );
  return [...all].map(([detector, of]) => ({
    detector,
    alarms: sum(of, ({ alarms }) => alarms),
    right: sum(of, ({ right }) => right),
    wrong: sum(of, ({ wrong }) => wrong),
    unknown: sum(of, ({ unknown }) => unknown),
  }));
}

export const sum = <T,>(all: readonly T[], of: (one: T) => number): number =>
  all.reduce((total, one) => total + of(one), 0);

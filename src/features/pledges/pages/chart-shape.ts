/** Where everything on a pledge's chart stands. Linear from 0, every figure to scale, dates as close to their day as all can be seen. */
import { formatNumber } from "../../../platform/web/words.ts";
import { firstDay, lastDay, middleYear } from "../dates.ts";
import type { Pledge } from "../fold.ts";
import type { Entry } from "../ledger.ts";
import { paceOf } from "../pace.ts";
import type { PledgeWords } from "../words.ts";

export const WIDTH = 640;
export const HEIGHT = 384;
const BASE = 340;
const TOP = 30;
const LEFT = 44;
const RIGHT = 632;
const BROAD = 34; // px of a bar, and where dates are close together:
const SLIM = 16;
const MANY = 40; // figures; of more, one stands for each
const STRETCH = 10; // px, so that a bar is broad enough to show its texture
const WIDE = 7.5; // px a letter at 14 px of type
const NARROW = 13.5; // px a letter below 44rem, where type is 25 px

interface Label {
  readonly text: string;
  readonly x: number;
  readonly anchor: "middle" | "end" | "start";
  /** Whether there is room for it on a narrow screen. */
  readonly narrow: boolean;
}
export interface Bar {
  readonly entry: Entry;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Its value; absent where there is no room, since the table has it. */
  readonly label?: Label;
  /** Where the part counted before the pledge ends. */
  readonly before?: number;
}
/** `million`, or nothing where the figures are small. */
type Scale = keyof PledgeWords["chart"]["scales"] | "";
export interface Shape {
  readonly base: number;
  readonly left: number;
  readonly right: number;
  readonly scale: Scale;
  readonly bars: readonly Bar[];
  /** How many figures there are; more than bars where they are too many to be told apart. */
  readonly figures: number;
  readonly ticks: readonly { readonly y: number; readonly text: string }[];
  readonly years: readonly {
    readonly x: number;
    readonly text: string;
    readonly narrow: boolean;
  }[];
  readonly target?: {
    readonly y: number;
    readonly from: number;
    readonly to: number;
    readonly due: boolean;
  };
  /** P28: from the latest figure to the target on the last day: the pace that it asks for. */
  readonly asked?: string;
  /** P28: where the figures lead on the last day; drawn no higher than the chart. */
  readonly led?: { readonly x: number; readonly low: number; readonly high: number };
  /** Where on the target line the promise was worded. */
  readonly said: readonly number[];
}

/** P20: the totals; where none is stated, the other figures in the pledge's own unit. */
export function chartedOf({ ledger, unit }: Pick<Pledge, "ledger" | "unit">): Entry[] {
  const measure = ledger.find((e) => e.counts)?.measure ?? "other";
  return ledger.filter((e) => e.measure === measure && e.unit === unit);
}

/** `undefined` when there is nothing to draw. */
export function shapeOf(pledge: Pledge, lang: string): Shape | undefined {
  const entries = chartedOf(pledge);
  if (entries.length === 0) return undefined;
  const { target, from, by } = pledge;
  const [unit, scale] = scaleOf(Math.max(target ?? 0, ...entries.map((e) => e.value)));
  const step = niceStep(Math.max(target ?? 0, ...entries.map((e) => e.value)) / unit / 3);
  const top = step * 3 * unit;
  const y = (value: number) => round(BASE - ((BASE - TOP) * value) / top);

  const times = [middleYear(firstDay(from)), ...entries.map((e) => middleYear(e.asOf))];
  if (by !== undefined) times.push(middleYear(lastDay(by)));
  const [start, end] = [Math.min(...times), Math.max(...times)];
  const pad = Math.max((end - start) * 0.07, 0.1);
  const span = end - start + 2 * pad;
  const x = (year: number) => round(LEFT + ((RIGHT - LEFT) * (year - start + pad)) / span);

  const ticks = [0, 1, 2, 3].map((i) => ({
    y: y(i * step * unit),
    text: formatNumber(round(i * step, 1000), lang),
  }));
  const slim = entries.length > MANY ? STRETCH - 3 : SLIM;
  const bars = barsOf(shownOf(entries, x), slim, x, y, (value) => formatNumber(value / unit, lang));
  const said = pledge.wordings.flatMap((w) => w.said.map((s) => s.date));
  return {
    base: BASE,
    left: LEFT,
    right: RIGHT,
    scale,
    bars,
    figures: entries.length,
    ticks,
    years: yearsOf(Math.ceil(start - pad), Math.floor(end + pad), x),
    ...(target !== undefined && {
      target: {
        y: y(target),
        from: x(middleYear(firstDay(from))),
        to: by === undefined ? RIGHT : x(middleYear(lastDay(by))),
        due: by !== undefined,
      },
    }),
    ...paceShape(pledge, x, (value) => y(Math.min(value, top))),
    said:
      target === undefined
        ? []
        : [...new Set(said)]
            .filter(
              (date) =>
                lastDay(date) >= firstDay(from) &&
                (by === undefined || firstDay(date) <= lastDay(by)),
            )
            .map((date) => Math.max(x(middleYear(date)), x(middleYear(firstDay(from))))),
  };
}

function paceShape(
  pledge: Pledge,
  x: (year: number) => number,
  y: (value: number) => number,
): Pick<Shape, "asked" | "led"> {
  const { target, by } = pledge;
  const last = pledge.ledger.findLast((e) => e.counts);
  if (!last || by === undefined) return {};
  const { required, projected } = paceOf(pledge);
  const end = x(middleYear(lastDay(by)));
  const from = `${x(middleYear(last.asOf))} ${y(last.value)}`;
  return {
    ...(required !== undefined && { asked: `M${from}L${end} ${y(target!)}` }),
    ...(projected && { led: { x: end, low: y(projected.low), high: y(projected.high) } }),
  };
}

/** All of them; of many the latest of each stretch of time, so that textures can be told apart. */
function shownOf(entries: readonly Entry[], x: (year: number) => number): readonly Entry[] {
  if (entries.length <= MANY) return entries;
  const latest = new Map<number, Entry>();
  for (const entry of entries) latest.set(Math.floor(x(middleYear(entry.asOf)) / STRETCH), entry);
  return [...latest.values()];
}

function barsOf(
  entries: readonly Entry[],
  slim: number,
  x: (year: number) => number,
  y: (value: number) => number,
  text: (value: number) => string,
): Bar[] {
  const dates = entries.map((e) => x(middleYear(e.asOf)));
  const isCrowded = dates.some((d, i) => i > 0 && d - dates[i - 1]! < BROAD + 3);
  const room = Math.floor((RIGHT - LEFT) / entries.length) - 3;
  const width = Math.max(4, Math.min(isCrowded ? slim : BROAD, room));
  const middles = sideBySide(dates, width + 3);
  const labels = labelsOf(
    entries.map((e, i) => ({
      middle: middles[i]!,
      width,
      y: y(e.value),
      text: labelText(e, text),
    })),
  );
  return entries.map((entry, i) => {
    const label = labels[i];
    return {
      entry,
      x: round(middles[i]! - width / 2),
      y: y(entry.value),
      width,
      ...(label && { label }),
      ...(entry.split && entry.split.since > 0 && { before: y(entry.split.before) }),
    };
  });
}

/** Points at least `apart` from one another, each run of crowded ones around the middle of its true places. */
function sideBySide(points: readonly number[], apart: number): number[] {
  const runs: { sum: number; count: number }[] = [];
  const middle = (run: { sum: number; count: number }) => {
    const half = ((run.count - 1) * apart) / 2;
    return Math.min(
      Math.max(run.sum / run.count, LEFT + half + apart / 2),
      RIGHT - half - apart / 2,
    );
  };
  for (const point of points) {
    let run = { sum: point, count: 1 };
    for (let before = runs.at(-1); before; before = runs.at(-1)) {
      if (middle(run) - middle(before) >= ((run.count + before.count) / 2) * apart) break;
      run = { sum: run.sum + before.sum, count: run.count + before.count };
      runs.pop();
    }
    runs.push(run);
  }
  return runs.flatMap((run) =>
    Array.from({ length: run.count }, (_, i) => middle(run) + (i - (run.count - 1) / 2) * apart),
  );
}

const labelText = ({ value, atLeast, revisedBy }: Entry, text: (value: number) => string): string =>
  `${text(value)}${atLeast ? "+" : ""}${revisedBy.length > 0 ? "†" : ""}`;

interface Taken {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}
const isFree = (box: Taken, taken: readonly Taken[], height: number): boolean =>
  taken.every((t) => box.right < t.left || box.left > t.right || Math.abs(box.y - t.y) >= height);

/** The latest figure is named first; an earlier one over its bar, or beside its edge, where no bar or name stands. */
function labelsOf(
  bars: readonly { middle: number; width: number; y: number; text: string }[],
): (Label | undefined)[] {
  const wide: Taken[] = [];
  const narrow: Taken[] = [];
  return bars
    .toReversed()
    .map(({ middle, width, y, text }) => {
      const boxOf = ({ x, share }: (typeof places)[number], letter: number): Taken => {
        const left = x - text.length * letter * share;
        return { left, right: left + text.length * letter, y };
      };
      const isClear = (box: Taken, taken: readonly Taken[], height: number) =>
        isFree(box, taken, height) &&
        bars.every(
          (b) =>
            b.y >= y - 8 || box.right < b.middle - b.width / 2 || box.left > b.middle + b.width / 2,
        );
      const places = [
        { x: middle, anchor: "middle" as const, share: 0.5 },
        { x: middle + width / 2, anchor: "end" as const, share: 1 },
        { x: middle - width / 2, anchor: "start" as const, share: 0 },
      ];
      const at = places.find((place) => isClear(boxOf(place, WIDE), wide, 18));
      if (!at) return undefined;
      wide.push(boxOf(at, WIDE));
      const fits = isClear(boxOf(at, NARROW), narrow, 28);
      if (fits) narrow.push(boxOf(at, NARROW));
      return { text, x: round(at.x), anchor: at.anchor, narrow: fits };
    })
    .toReversed();
}

function yearsOf(first: number, last: number, x: (year: number) => number): Shape["years"] {
  const every = Math.ceil((last - first + 1) / 12); // at most a dozen stand side by side
  const years: Shape["years"][number][] = [];
  let taken = -Infinity;
  for (let year = first; year <= last; year += every) {
    const fits = x(year) - 2.4 * NARROW > taken;
    if (fits) taken = x(year) + 2.4 * NARROW;
    years.push({ x: x(year), text: String(year), narrow: fits });
  }
  return years;
}

function scaleOf(largest: number): [unit: number, word: Scale] {
  if (largest >= 1e12) return [1e12, "trillion"];
  if (largest >= 1e9) return [1e9, "billion"];
  if (largest >= 1e6) return [1e6, "million"];
  if (largest >= 1e4) return [1e3, "thousand"];
  return [1, ""];
}

/** The smallest step that reads well and is not below `least`. */
function niceStep(least: number): number {
  if (least <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(least));
  return [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((n) => n * power >= least - power / 1e9)! * power;
}

const round = (n: number, parts = 10): number => Math.round(n * parts) / parts;

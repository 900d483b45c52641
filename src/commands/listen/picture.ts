/** A picture of what was heard: a row for each day, a column for each hour of it, for whoever plans where and when to go. Pure. */
import { rateOf, UNTRIED, type Told } from "./said.ts";
import type { Hour } from "./table.ts";

const [LEFT, TOP, CELL, ROW] = [96, 92, 30, 22] as const; // pixels
const MOST_DAYS = 1000; // of one picture; more are in --csv
const BELOW = 96;

/** SVG with its words as text; paper and ink, so that it prints. */
export function picture({ table, zone, detector, score }: Told): string {
  const days = [...new Set(table.hours.map(({ day }) => day))].slice(-MOST_DAYS);
  const cells = byDayAndHour(table.hours);
  const [width, height] = [LEFT + 24 * CELL + 24, TOP + (days.length + 1) * ROW + BELOW];
  const rate = rateOf(table);
  const words = `${(table.seconds / 3600).toFixed(1)} hours listened, ${table.alarms.length} alarms: ${rate.per24h} in 24 hours (95 %: ${rate.least} to ${rate.most})`;
  const parts = [
    text(
      LEFT,
      26,
      "What sounded like a motor, by day and hour",
      'font-size="17" font-weight="bold"',
    ),
    text(LEFT, 48, words),
    ...Array.from({ length: 24 }, (_, hour) =>
      text(LEFT + hour * CELL + CELL / 2, TOP - 8, String(hour).padStart(2, "0"), MIDDLE),
    ),
    text(LEFT - 10, TOP - 8, zone, END),
    ...days.flatMap((day, row) => dayRow(day, TOP + row * ROW, cells)),
    ...dayRow("all", TOP + days.length * ROW + 6, cells),
    ...legend(TOP + (days.length + 1) * ROW + 34),
    text(LEFT, height - 26, `Detector ${detector}, from a score of ${score.toFixed(2)} on.`),
    text(LEFT, height - 10, UNTRIED),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="system-ui, sans-serif" font-size="12" fill="#14221e"><title>Alarms by day and hour</title><desc>${escaped(words)}</desc><rect width="${width}" height="${height}" fill="#fffdf8"/>${parts.join("\n")}</svg>\n`;
}

type Cells = ReadonlyMap<string, Pick<Hour, "seconds" | "alarms">>;

function byDayAndHour(hours: readonly Hour[]): Cells {
  const cells = new Map<string, Pick<Hour, "seconds" | "alarms">>();
  for (const { day, hour, seconds, alarms } of hours)
    for (const key of [`${day} ${hour}`, `all ${hour}`]) {
      const so = cells.get(key) ?? { seconds: 0, alarms: 0 };
      cells.set(key, { seconds: so.seconds + seconds, alarms: so.alarms + alarms });
    }
  return cells;
}

function dayRow(day: string, y: number, cells: Cells): readonly string[] {
  return [
    text(LEFT - 10, y + 15, day, END),
    ...Array.from({ length: 24 }, (_, hour) =>
      cell(LEFT + hour * CELL, y, cells.get(`${day} ${hour}`)),
    ),
  ];
}

/** Not listened to is an empty frame; listened to is filled; alarms are dark, and counted. */
function cell(x: number, y: number, of: Pick<Hour, "seconds" | "alarms"> | undefined): string {
  const box = (fill: string) =>
    `<rect x="${x + 1}" y="${y + 1}" width="${CELL - 2}" height="${ROW - 2}" fill="${fill}" stroke="#b9c2bb" stroke-width=".6"/>`;
  if (!of) return box("none");
  if (of.alarms === 0) return box("#dfeae2");
  return `${box("#a3301c")}${text(x + CELL / 2, y + 15, of.alarms > 999 ? "999+" : String(of.alarms), `${MIDDLE} fill="#fff" font-weight="bold"`)}`;
}

const legend = (y: number): readonly string[] => [
  cell(LEFT, y, undefined),
  text(LEFT + 38, y + 15, "nobody listened"),
  cell(LEFT + 170, y, { seconds: 1, alarms: 0 }),
  text(LEFT + 208, y + 15, "listened, no alarm"),
  cell(LEFT + 350, y, { seconds: 1, alarms: 2 }),
  text(LEFT + 388, y + 15, "so many alarms began"),
];

const MIDDLE = 'text-anchor="middle"';
const END = 'text-anchor="end"';

const text = (x: number, y: number, words: string, more = ""): string =>
  `<text x="${x}" y="${y}" ${more}>${escaped(words)}</text>`;

const NOT_XML = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const escaped = (words: string): string =>
  words
    .replaceAll(NOT_XML, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");

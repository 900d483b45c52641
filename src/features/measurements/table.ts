/** The open data of measurements. Rule MA5: one line a cell and month, with units in the names of the columns. */
import { centreOf } from "./cell.ts";
import type { Line } from "./queries.ts";

type Value = string | number | undefined;
type Column = readonly [name: string, value: (line: Line) => Value];

const quartiles = (name: "down" | "up" | "latency", unit: string): Column[] => [
  [`${name}_n`, (line) => line[name]?.n],
  [`${name}_q1_${unit}`, (line) => line[name]?.q1],
  [`${name}_median_${unit}`, (line) => line[name]?.median],
  [`${name}_q3_${unit}`, (line) => line[name]?.q3],
];
const COLUMNS: readonly Column[] = [
  ["cell", ({ cell }) => cell],
  ["latitude", ({ cell }) => centreOf(cell)?.lat],
  ["longitude", ({ cell }) => centreOf(cell)?.lon],
  ["month", ({ month }) => month],
  ["browsers", ({ n }) => n],
  ...quartiles("down", "kbps"),
  ["down_at_least", ({ down }) => down?.atLeast],
  ...quartiles("up", "kbps"),
  ["up_at_least", ({ up }) => up?.atLeast],
  ...quartiles("latency", "ms"),
  ["requests_sent", ({ requests }) => requests.sent],
  ["requests_lost", ({ requests }) => requests.lost],
  [
    "failures",
    ({ failures }) =>
      Object.entries(failures)
        .map((f) => f.join(" "))
        .join("; "),
  ],
  ["typed_in", ({ typed }) => typed],
];

/** No value needs quotes: each is a number, a month, a cell, or words of our own without commas. */
export const measurementsCsv = (lines: readonly Line[]): string =>
  [
    COLUMNS.map(([name]) => name),
    ...lines.map((line) => COLUMNS.map(([, value]) => value(line) ?? "")),
  ]
    .map((row) => `${row.join(",")}\r\n`)
    .join("");

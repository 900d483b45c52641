/** The measurements of a cell and a month, as one sentence: a pure function of the private rows. Rules MA1 to MA3. */
import { spreadOf, twoDigits } from "./browser/estimate.ts";
import type { RawRow } from "./private.ts";
import { ENOUGH_PHONES, type Aggregate } from "./records.ts";

type Row = Omit<RawRow, "id" | "cell" | "month">;

/** @returns undefined while fewer phones than that have spoken */
export function aggregateOf(
  cell: string,
  month: string,
  rows: readonly Row[],
): Aggregate | undefined {
  const measured = rows.filter((row) => row.token !== null);
  const phones = Map.groupBy(measured, (row) => row.token);
  if (phones.size < ENOUGH_PHONES) return undefined;
  const own = [...phones.values()];
  const latency = quartiles(own, "latency");
  const down = rate(own, "down");
  const up = rate(own, "up");
  const failures: Record<string, number> = {};
  for (const row of measured)
    for (const { test, reason } of JSON.parse(row.failures) as { test: string; reason: string }[])
      failures[`${test} ${reason}`] = (failures[`${test} ${reason}`] ?? 0) + 1;
  return {
    cell,
    month,
    n: phones.size,
    ...(latency && { latency }),
    ...(down && { down }),
    ...(up && { up }),
    requests: { sent: sum(measured, "sent"), lost: sum(measured, "lost") },
    failures,
    typed: rows.length - measured.length,
  };
}

/** Each phone counts once, with the middle of what it measured: who measures often does not weigh more. */
function quartiles(phones: readonly (readonly Row[])[], name: "latency" | "down" | "up") {
  const values = phones.flatMap((rows) => {
    const said = spreadOf(rows.flatMap((row) => row[name] ?? []));
    return said ? [said.median] : [];
  });
  if (values.length < ENOUGH_PHONES) return undefined;
  const { low, median, high, n } = spreadOf(values)!;
  return { n, q1: twoDigits(low), median: twoDigits(median), q3: twoDigits(high) };
}

function rate(phones: readonly (readonly Row[])[], name: "down" | "up") {
  const said = quartiles(phones, name);
  if (!said) return undefined;
  const bound = phones.filter((rows) => rows.some((row) => row[`${name}_says`] === "at-least"));
  return { ...said, atLeast: bound.length };
}

const sum = (rows: readonly Row[], name: "sent" | "lost"): number =>
  rows.reduce((all, row) => all + row[name], 0);

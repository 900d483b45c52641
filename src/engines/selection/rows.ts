/** The rows of a linear model: what the columns of each may sum to. */

/** Rows by their columns (compressed). */
export interface Rows {
  readonly lower: number[];
  readonly upper: number[];
  readonly starts: number[];
  readonly indices: number[];
  readonly values: number[];
}

export const emptyRows = (): Rows => ({
  lower: [],
  upper: [],
  starts: [0],
  indices: [],
  values: [],
});

export function addRow(
  rows: Rows,
  lower: number,
  upper: number,
  entries: Iterable<readonly [number, number]>,
): void {
  for (const [column, value] of entries) {
    rows.indices.push(column);
    rows.values.push(value);
  }
  rows.lower.push(lower);
  rows.upper.push(upper);
  rows.starts.push(rows.indices.length);
}

/** As many of these as of those at most. */
export const addAtMost = (rows: Rows, these: readonly number[], those: readonly number[]): void =>
  addRow(rows, Number.NEGATIVE_INFINITY, 0, [
    ...these.map((c) => [c, 1] as const),
    ...those.map((c) => [c, -1] as const),
  ]);

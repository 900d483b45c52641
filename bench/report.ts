/** How a benchmark speaks: one JSON object a line, medians, and the ratio to a named baseline of the same run. */
interface Line {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The named baseline and its value in the same run. */
  readonly peer?: Readonly<Record<string, number>>;
  readonly ratio?: number;
}

export function report(line: Line): void {
  const round = (n: number) => Number(n.toPrecision(4));
  const peer =
    line.peer && Object.fromEntries(Object.entries(line.peer).map(([k, v]) => [k, round(v)]));
  console.log(
    JSON.stringify({
      ...line,
      value: round(line.value),
      ...(peer && { peer }),
      ...(line.ratio !== undefined && { ratio: round(line.ratio) }),
    }),
  );
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

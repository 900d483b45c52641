/** The coarse drawing of a sound: 24 bands, low ones below, four columns a second. Pure, on pages and in a browser alike. */
export const BANDS = 24;
/** From what is hardly there to the loudest; what is below all of them is left empty. */
export const STEPS = 9;
const STEP = 5; // dB from one to the next

/** @param columns one after the other, `BANDS` levels each, in decibels @returns for each level its step below the loudest: 0 is empty */
export function stepsOf(columns: ArrayLike<number>): Uint8Array {
  let loudest = -Infinity;
  for (let i = 0; i < columns.length; i += 1) loudest = Math.max(loudest, columns[i]!);
  return Uint8Array.from(columns, (level) => {
    const step = STEPS - Math.floor((loudest - level) / STEP);
    return step > 0 ? step : 0; // of what is no number, nothing
  });
}

/** @returns for each step, the faintest first, the outline of all that is of it: a unit wide a column, a unit high a band */
export function outlinesOf(steps: ArrayLike<number>): string[] {
  const outlines = Array.from({ length: STEPS }, () => "");
  const wide = Math.floor(steps.length / BANDS);
  for (let band = 0; band < BANDS; band += 1)
    for (let from = 0; from < wide;) {
      const step = steps[from * BANDS + band]!;
      let to = from + 1;
      while (to < wide && steps[to * BANDS + band] === step) to += 1;
      if (step > 0)
        outlines[step - 1] += `M${from} ${BANDS - 1 - band}h${to - from}v1h${from - to}z`;
      from = to;
    }
  return outlines;
}

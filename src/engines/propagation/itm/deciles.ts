/** How far the highest tenth of some numbers lies over the lowest, without sorting them. */

const BUCKETS = 256; // about one number in each, so that little is left to sort
const counts = new Int32Array(BUCKETS);
const MOST = 256; // numbers
const bucketOf = new Uint8Array(MOST);
const above = new Float64Array(MOST);
const below = new Float64Array(MOST);

/**
 * @param numbers of which the first `count` count, 256 at most; what is left of them is how far they lie over a line
 * @param level of the line at the first number
 * @param slope of the line from number to number
 * @returns the one of rank `tenth` from the highest over the line less the one of rank `tenth` from the lowest
 */
export function decileSpread(
  numbers: Float64Array,
  count: number,
  tenth: number,
  level: number,
  slope: number,
): number {
  let low = Infinity;
  let high = -Infinity;
  for (let j = 0; j < count; j++) {
    const number = numbers[j]! - level;
    numbers[j] = number;
    level += slope;
    low = number < low ? number : low;
    high = number > high ? number : high;
  }
  const scale = (BUCKETS - 0.001) / (high - low);
  if (!(scale < 1e200)) return 0; // all are one
  // The bucket never falls where the number rises, however the product is rounded: so ranks can be counted by buckets.
  counts.fill(0);
  for (let j = 0; j < count; j++) {
    const bucket = ((numbers[j]! - low) * scale) | 0;
    bucketOf[j] = bucket;
    counts[bucket]!++;
  }
  let top = BUCKETS - 1;
  let fromTop = tenth;
  while (fromTop > counts[top]!) fromTop -= counts[top--]!;
  let bottom = 0;
  let fromBottom = tenth;
  while (fromBottom > counts[bottom]!) fromBottom -= counts[bottom++]!;
  let inTop = 0;
  let inBottom = 0;
  for (let j = 0; j < count; j++) {
    const bucket = bucketOf[j]!;
    if (bucket === top) above[inTop++] = numbers[j]!;
    if (bucket === bottom) below[inBottom++] = numbers[j]!;
  }
  return nth(above, inTop, inTop - fromTop) - nth(below, inBottom, fromBottom - 1);
}

/** The number of an index in rising order; the first `count` may be put in order on the way. */
function nth(numbers: Float64Array, count: number, index: number): number {
  if (count > 24) return numbers.subarray(0, count).toSorted()[index]!;
  for (let i = 1; i < count; i++) {
    const number = numbers[i]!;
    let j = i;
    for (; j > 0 && numbers[j - 1]! > number; j--) numbers[j] = numbers[j - 1]!;
    numbers[j] = number;
  }
  return numbers[index]!;
}

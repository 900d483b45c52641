/**
 * What is worth most for each amount that is carried. Where things may be in a branch once alone, a point knows which of
 * them it has: bits of its mask. A point is left out where another carries no more, has none besides and is worth as much.
 */
export interface Front {
  readonly load: readonly number[];
  readonly mask: readonly number[];
  readonly value: readonly number[];
}

export const EMPTY: Front = { load: [], mask: [], value: [] };

/** The point that is worth most with up to so much load; -1 where there is none. */
export function mostWithin({ load, value }: Front, most: number): number {
  let best = -1;
  for (let i = 0; i < load.length; i++)
    if (load[i]! <= most && (best < 0 || value[i]! > value[best]!)) best = i;
  return best;
}

export interface Fronts {
  /** Either of two, whichever is worth more. */
  either(a: Front, b: Front): Front;
  /** One of the first with one of the second, or alone, within the limit; never both where they share a bit. */
  join(a: Front, b: Front, limit: number): Front;
  /** As joined, but never one of the first alone. */
  both(a: Front, b: Front, limit: number): Front;
}

/** With a scratch table of its own, so that none is made anew each time. @param most load; @param bits of a mask */
export function frontsOf(most: number, bits: number): Fronts {
  const width = most + 1;
  const best = new Float64Array(width << bits).fill(Number.NEGATIVE_INFINITY);
  let touched = new Int32Array(1024);
  let count = 0;
  const put = (load: number, mask: number, value: number): void => {
    const at = mask * width + load;
    const before = best[at]!;
    if (value <= before) return;
    if (before === Number.NEGATIVE_INFINITY) {
      if (count === touched.length) {
        const longer = new Int32Array(2 * count);
        longer.set(touched);
        touched = longer;
      }
      touched[count++] = at;
    }
    best[at] = value;
  };
  /** Those that no other undercuts; the table is empty again. */
  const taken = (): Front => {
    const [loads, masks, values]: [number[], number[], number[]] = [[], [], []];
    const groups: number[] = []; // where the points of each mask begin
    let [last, top] = [-1, Number.NEGATIVE_INFINITY];
    const all = touched.subarray(0, count).toSorted();
    for (let i = 0; i < count; i++) {
      const at = all[i]!;
      const mask = Math.floor(at / width);
      const value = best[at]!;
      best[at] = Number.NEGATIVE_INFINITY;
      if (mask !== last) {
        [last, top] = [mask, Number.NEGATIVE_INFINITY];
        groups.push(loads.length);
      }
      if (value <= top) continue; // less load with as much, and the same bits
      top = value;
      loads.push(at - mask * width);
      masks.push(mask);
      values.push(value);
    }
    count = 0;
    const front = { load: loads, mask: masks, value: values };
    return groups.length <= 1 ? front : thinned(front, groups);
  };
  const joined = (a: Front, b: Front, limit: number, mayBeAlone: boolean): Front => {
    for (let i = 0; i < a.load.length; i++) {
      const [load, mask, value] = [a.load[i]!, a.mask[i]!, a.value[i]!];
      if (load > limit) continue;
      if (mayBeAlone) put(load, mask, value);
      for (let j = 0; j < b.load.length; j++) {
        if (load + b.load[j]! > limit || (mask & b.mask[j]!) !== 0) continue;
        put(load + b.load[j]!, mask | b.mask[j]!, value + b.value[j]!);
      }
    }
    return taken();
  };
  return {
    either: (a, b) => {
      if (a.load.length === 0) return b;
      if (b.load.length === 0) return a;
      for (const { load, mask, value } of [a, b])
        for (let i = 0; i < load.length; i++) put(load[i]!, mask[i]!, value[i]!);
      return taken();
    },
    join: (a, b, limit) => joined(a, b, limit, true),
    both: (a, b, limit) => joined(a, b, limit, false),
  };
}

/**
 * Without those that another undercuts with fewer bits.
 * @param groups where the points of each mask begin, by rising masks, so that one with fewer of the same bits comes first
 */
function thinned({ load, mask, value }: Front, groups: readonly number[]): Front {
  const isOut = new Uint8Array(load.length);
  const endOf = (group: number): number => groups[group + 1] ?? load.length;
  for (let group = 1; group < groups.length; group++) {
    const [from, to] = [groups[group]!, endOf(group)];
    for (let other = 0; other < group; other++) {
      if ((mask[groups[other]!]! & ~mask[from]!) !== 0) continue;
      // Both rise in load and value: the last with no more load is the one to compare with.
      for (let [i, k, end] = [from, groups[other]!, endOf(other)]; i < to; i++) {
        while (k < end && load[k]! <= load[i]!) k++;
        if (k > groups[other]! && value[k - 1]! >= value[i]!) isOut[i] = 1;
      }
    }
  }
  return filtered({ load, mask, value }, (i) => isOut[i] === 0);
}

function filtered({ load, mask, value }: Front, keeps: (i: number) => boolean): Front {
  const [loads, masks, values]: [number[], number[], number[]] = [[], [], []];
  for (let i = 0; i < load.length; i++)
    if (keeps(i)) {
      loads.push(load[i]!);
      masks.push(mask[i]!);
      values.push(value[i]!);
    }
  return { load: loads, mask: masks, value: values };
}

/** Those worth more than the fee (or than so little after it), less it, up to a width. */
export function paid({ load, mask, value }: Front, fee: number, width: number, least = 0): Front {
  const [loads, masks, values]: [number[], number[], number[]] = [[], [], []];
  for (let i = 0; i < load.length; i++)
    if (value[i]! > fee + least && load[i]! <= width) {
      loads.push(load[i]!);
      masks.push(mask[i]!);
      values.push(value[i]! - fee);
    }
  return { load: loads, mask: masks, value: values };
}

export const above = (front: Front, least: number): Front =>
  filtered(front, (i) => front.value[i]! > least);

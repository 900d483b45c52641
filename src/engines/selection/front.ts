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
  let touched: number[] = [];
  const put = (load: number, mask: number, value: number): void => {
    const at = mask * width + load;
    const before = best[at]!;
    if (value <= before) return;
    if (before === Number.NEGATIVE_INFINITY) touched.push(at);
    best[at] = value;
  };
  /** Those that no other undercuts; the table is empty again. */
  const taken = (): Front => {
    const [loads, masks, values]: [number[], number[], number[]] = [[], [], []];
    touched.sort((a, b) => a - b);
    let [last, top] = [-1, Number.NEGATIVE_INFINITY];
    for (const at of touched) {
      const mask = Math.floor(at / width);
      const value = best[at]!;
      best[at] = Number.NEGATIVE_INFINITY;
      if (mask !== last) [last, top] = [mask, Number.NEGATIVE_INFINITY];
      if (value <= top) continue; // less load with as much, and the same bits
      top = value;
      loads.push(at - mask * width);
      masks.push(mask);
      values.push(value);
    }
    touched = [];
    return bits === 0 ? { load: loads, mask: masks, value: values } : thinned(loads, masks, values);
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

/** Without those that another undercuts with fewer bits. A mask with fewer of the same bits is a smaller number, so it comes first. */
function thinned(load: number[], mask: number[], value: number[]): Front {
  const kept: number[] = [];
  for (let i = 0; i < load.length; i++) {
    const [l, m, v] = [load[i]!, mask[i]!, value[i]!];
    let isUndercut = false;
    for (const k of kept)
      if ((mask[k]! & ~m) === 0 && load[k]! <= l && value[k]! >= v) {
        isUndercut = true;
        break;
      }
    if (!isUndercut) kept.push(i);
  }
  return {
    load: kept.map((i) => load[i]!),
    mask: kept.map((i) => mask[i]!),
    value: kept.map((i) => value[i]!),
  };
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

export function above({ load, mask, value }: Front, least: number): Front {
  const kept = value.flatMap((worth, i) => (worth > least ? [i] : []));
  return {
    load: kept.map((i) => load[i]!),
    mask: kept.map((i) => mask[i]!),
    value: kept.map((i) => value[i]!),
  };
}

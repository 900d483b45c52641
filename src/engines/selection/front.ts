/** What is worth most for each amount that is carried: amounts rise, and so does the worth. */
export interface Front {
  readonly load: readonly number[];
  readonly value: readonly number[];
}

export const EMPTY: Front = { load: [], value: [] };

/** The most that it is worth with up to so much load; -Infinity where there is nothing. */
export function mostWithin({ load, value }: Front, most: number): number {
  let at = load.length - 1;
  while (at >= 0 && load[at]! > most) at -= 1;
  return at < 0 ? Number.NEGATIVE_INFINITY : value[at]!;
}

/** Either of two, whichever is worth more. */
export function either(a: Front, b: Front): Front {
  if (a.load.length === 0) return b;
  if (b.load.length === 0) return a;
  const [load, value]: [number[], number[]] = [[], []];
  let [i, j, best] = [0, 0, Number.NEGATIVE_INFINITY];
  while (i < a.load.length || j < b.load.length) {
    const isFirst = j >= b.load.length || (i < a.load.length && a.load[i]! <= b.load[j]!);
    const [at, worth] = isFirst ? [a.load[i]!, a.value[i]!] : [b.load[j]!, b.value[j]!];
    if (isFirst) i += 1;
    else j += 1;
    if (worth <= best) continue;
    if (load.at(-1) === at) value[value.length - 1] = worth;
    else {
      load.push(at);
      value.push(worth);
    }
    best = worth;
  }
  return { load, value };
}

/** Joins with a scratch row of its own, so that none is made anew each time. @param most that any of them carries */
export function joiner(most: number): (a: Front, b: Front, limit: number) => Front {
  const best = new Float64Array(most + 1);
  /** One of the first with one of the second, or alone, within the limit. */
  return (a, b, limit) => {
    best.fill(Number.NEGATIVE_INFINITY, 0, limit + 1);
    for (let i = 0; i < a.load.length; i++) {
      const [load, value] = [a.load[i]!, a.value[i]!];
      if (load > limit) break;
      if (value > best[load]!) best[load] = value;
      for (let j = 0; j < b.load.length; j++) {
        const at = load + b.load[j]!;
        if (at > limit) break;
        const sum = value + b.value[j]!;
        if (sum > best[at]!) best[at] = sum;
      }
    }
    const [loads, values]: [number[], number[]] = [[], []];
    let top = Number.NEGATIVE_INFINITY;
    for (let at = 0; at <= limit; at++) {
      if (best[at]! <= top) continue;
      loads.push(at);
      values.push((top = best[at]!));
    }
    return { load: loads, value: values };
  };
}

/** Those worth more than the fee, less it, up to a width. */
export function paid({ load, value }: Front, fee: number, width: number): Front {
  const [loads, values]: [number[], number[]] = [[], []];
  for (let i = 0; i < load.length && load[i]! <= width; i++)
    if (value[i]! > fee) {
      loads.push(load[i]!);
      values.push(value[i]! - fee);
    }
  return { load: loads, value: values };
}

export function above({ load, value }: Front, least: number): Front {
  const at = value.findIndex((worth) => worth > least);
  return at < 0 ? EMPTY : { load: load.slice(at), value: value.slice(at) };
}

/** Parts of branches that carry Mbit/s and cost money: resources of a shortest path (Irnich and Desaulniers 2005). */

/** What hangs on an option, or a part of it. */
export interface Label {
  /** Steps of Mbit/s. */
  readonly load: number;
  readonly cost: number;
  /** Bits of what may be there once alone. */
  readonly mask: number;
  /** Worth less prices, but for money. */
  readonly value: number;
}

/** For one mask what is worth most up to each load: both rise. */
interface Stairs {
  readonly mask: number;
  readonly load: number[];
  readonly value: number[];
}

/** Without those that another undercuts in all. */
export function undercut(labels: readonly Label[]): readonly Label[] {
  if (labels.length < 2) return labels;
  const stairs: Stairs[] = [];
  return labels
    .toSorted((a, b) => a.cost - b.cost || b.value - a.value || a.load - b.load || a.mask - b.mask)
    .filter((label) => {
      let own: Stairs | undefined;
      for (const one of stairs) {
        if (one.mask === label.mask) own = one;
        if ((one.mask & ~label.mask) !== 0) continue;
        const at = stepsTo(one.load, label.load);
        if (at > 0 && one.value[at - 1]! >= label.value) return false;
      }
      if (!own) stairs.push((own = { mask: label.mask, load: [], value: [] }));
      build(own, label);
      return true;
    });
}

function build({ load, value }: Stairs, label: Label): void {
  let from = stepsTo(load, label.load);
  if (from > 0 && load[from - 1] === label.load) from -= 1;
  let to = from;
  while (to < load.length && value[to]! <= label.value) to++;
  load.splice(from, to - from, label.load);
  value.splice(from, to - from, label.value);
}

/** How many steps have no more load. */
function stepsTo(loads: readonly number[], load: number): number {
  let [from, to] = [0, loads.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (loads[middle]! <= load) from = middle + 1;
    else to = middle;
  }
  return from;
}

/**
 * More choice is never worse: what is found for a part of a problem is a seed of the whole. A part has some of the radios,
 * some of the heights of masts or less of a limit, and has parts of its own; they are searched from the smallest upwards.
 */
import { partOf } from "./choice.ts";
import { choose, foundIn, type Effort } from "./choose.ts";
import type { Choice, Problem, Site } from "./problem.ts";

type Limits = Problem["limits"];

/** What a problem is parted by. */
export interface PartedBy {
  /** What each hop is made with. Default: all with the same. */
  readonly radios?: readonly string[];
  /** Whether by heights of masts too. */
  readonly byMasts?: boolean;
  /** Limits to look at besides the problem's own, where they are lower. */
  readonly lower?: { readonly [name in keyof Limits]?: readonly number[] };
}

/** A part, by what it has; without heights it has all of them. */
interface Part {
  readonly radios: readonly string[];
  readonly masts?: readonly number[];
  readonly limits: Limits;
}

const FEW = 4; // rounds in a part that only seeds
const [SMALL, LARGE] = [1e6, 5e7]; // parts × hops × places: a second or some, where as many rounds are made in each part
const PARTS = 0.7; // of the work, for the bar alone

/**
 * @returns a choice as `choose` makes it, never less than it makes with some of the radios alone; where the problem is small,
 * never less than this makes of any part. Large ones are parted by less.
 */
export function chooseWithParts(
  problem: Problem,
  by: PartedBy,
  { seeds = [], progress, ...effort }: Effort = {},
): Choice {
  const whole = wholeOf(problem, by);
  const parting = partingOf(problem, whole, by);
  const total = countOf(whole, parting);
  const known = new Map<string, Choice>();
  const find = (part: Part): Choice => {
    const key = JSON.stringify(part);
    const before = known.get(key);
    if (before) return before;
    const smaller = partsOf(part, whole, parting).map(find);
    const { cut, up, down } = cutOf(problem, by, part);
    const isFull = parting.together || part.radios.length < whole.radios.length;
    const rounds = isFull ? {} : { rounds: FEW };
    const found = up(foundIn(cut, { ...effort, ...rounds, seeds: smaller.map(down) }));
    known.set(key, found);
    progress?.((PARTS * known.size) / total);
    return found;
  };
  const found = partsOf(whole, whole, parting).map(find);
  return choose(problem, {
    ...effort,
    seeds: [...found, ...seeds],
    ...(progress && { progress: (share: number) => progress(PARTS + (1 - PARTS) * share) }),
  });
}

/** What stands with one height has no other to choose from, and keeps it in every part. */
function wholeOf({ sites, limits }: Problem, { radios, byMasts }: PartedBy): Part {
  const heights = sites.map(heightsOf).flatMap((of) => (of.size > 1 ? [...of] : []));
  return {
    radios: [...new Set(radios)].toSorted(),
    ...(byMasts && { masts: [...new Set(heights)].toSorted((a, b) => a - b) }),
    limits,
  };
}

const heightsOf = ({ options }: Site): Set<number> => new Set(options.map(({ mast }) => mast));

/** What a problem is parted by in the time that there is. */
interface Parting {
  readonly radios: boolean;
  readonly masts: boolean;
  readonly lower: NonNullable<PartedBy["lower"]>;
  /** Whether a part has less of several things, too. */
  readonly together: boolean;
}

function partingOf({ hops, places }: Problem, whole: Part, { lower = {} }: PartedBy): Parting {
  const all = { radios: true, masts: true, lower, together: true };
  const apart = { ...all, together: false };
  const radios = { ...apart, masts: false, lower: {} };
  const fits = (parting: Parting): boolean =>
    countOf(whole, parting) * hops.length * places.length <= (parting.together ? SMALL : LARGE);
  return [all, apart, radios].find(fits) ?? { ...radios, radios: false };
}

/** How many parts there are at most, with the whole. */
function countOf({ radios, masts = [], limits }: Part, parting: Parting): number {
  const some = (of: readonly unknown[]): number => Math.max(1, 2 ** of.length - 1);
  const ways = [
    parting.radios ? some(radios) : 1,
    parting.masts ? some(masts) : 1,
    ...NAMES.map((name) => 1 + below(parting, name, limits).length),
  ];
  return parting.together
    ? ways.reduce((all, one) => all * one, 1)
    : ways.reduce((all, one) => all + one - 1, 1);
}

const NAMES = ["hops", "sites", "budget"] as const;

const below = ({ lower }: Parting, name: keyof Limits, limits: Limits): readonly number[] =>
  (lower[name] ?? []).filter((step) => step < (limits[name] ?? Number.POSITIVE_INFINITY));

/** The largest parts of a part: without one radio, without one height, with one limit lower. */
function partsOf(part: Part, whole: Part, parting: Parting): Part[] {
  const without = <T>(all: readonly T[] = []): T[][] =>
    all.length < 2 ? [] : all.map((one) => all.filter((other) => other !== one));
  const parts = [
    ...(parting.radios ? without(part.radios).map((radios) => ({ ...part, radios })) : []),
    ...(parting.masts ? without(part.masts).map((masts) => ({ ...part, masts })) : []),
    ...NAMES.flatMap((name) => {
      const steps = below(parting, name, part.limits);
      if (steps.length === 0) return [];
      return [{ ...part, limits: { ...part.limits, [name]: Math.max(...steps) } }];
    }),
  ];
  return parting.together ? parts : parts.filter((one) => isLessOfOne(one, whole));
}

const isLessOfOne = (part: Part, whole: Part): boolean =>
  [
    part.radios.length < whole.radios.length,
    part.masts?.length !== whole.masts?.length,
    ...NAMES.map((name) => part.limits[name] !== whole.limits[name]),
  ].filter(Boolean).length < 2;

interface Cut {
  readonly cut: Problem;
  /** A choice for the part as one of the whole, and one of the whole that the part allows as one for it. */
  readonly up: (choice: Choice) => Choice;
  readonly down: (choice: Choice) => Choice;
}

function cutOf(problem: Problem, { radios }: PartedBy, part: Part): Cut {
  const { sites } = problem;
  const hop = (index: number): boolean => !radios || part.radios.includes(radios[index]!);
  const isFixed = sites.map((site) => heightsOf(site).size < 2);
  const option = (site: number, index: number): boolean =>
    !part.masts || isFixed[site]! || part.masts.includes(sites[site]!.options[index]!.mast);
  const hopAt = new Map([...problem.hops.keys()].filter(hop).map((index, i) => [index, i]));
  const { part: cut, whole: up } = partOf({ ...problem, limits: part.limits }, [...sites.keys()], {
    hop,
    option,
  });
  const down = (choice: Choice): Choice => ({
    ...choice,
    built: choice.built.map((one) => ({
      ...one,
      option: sites[one.site]!.options.filter((_, i) => i < one.option && option(one.site, i))
        .length,
      ...(one.hop !== undefined && { hop: hopAt.get(one.hop)! }),
    })),
  });
  return { cut, up, down };
}

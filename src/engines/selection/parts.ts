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

const FEW = 4; // rounds in a part; one that has but fewer radios is searched as the whole is
const WORK = 1.5e8; // parts × hops × places: some five seconds
const PARTS = 0.7; // of the work, for the bar alone

/**
 * @returns a choice as `choose` makes it, never less than it makes with some of the radios alone, nor than what few rounds
 * find in any other part
 */
export function chooseWithParts(
  problem: Problem,
  by: PartedBy,
  { seeds = [], progress, ...effort }: Effort = {},
): Choice {
  const whole = wholeOf(problem, by);
  const parted = affordable(problem, whole, by);
  const total = countOf(whole, parted);
  const known = new Map<string, Choice>();
  const find = (part: Part): Choice => {
    const key = JSON.stringify(part);
    const before = known.get(key);
    if (before) return before;
    const smaller = partsOf(part, parted).map(find);
    const { cut, up, down } = cutOf(problem, by, part);
    const rounds = isNear(part, whole) ? {} : { rounds: FEW };
    const found = up(foundIn(cut, { ...effort, ...rounds, seeds: smaller.map(down) }));
    known.set(key, found);
    progress?.((PARTS * known.size) / total);
    return found;
  };
  const found = partsOf(whole, parted).map(find);
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

/** Large problems are parted by less. */
function affordable({ hops, places }: Problem, whole: Part, by: PartedBy): Required<Taken> {
  const all = { radios: true, masts: true, lower: by.lower ?? {} };
  const less = [all, { ...all, lower: {} }, { ...all, masts: false, lower: {} }];
  return (
    less.find((taken) => countOf(whole, taken) * hops.length * places.length <= WORK) ?? {
      radios: false,
      masts: false,
      lower: {},
    }
  );
}

interface Taken {
  readonly radios: boolean;
  readonly masts: boolean;
  readonly lower: NonNullable<PartedBy["lower"]>;
}

/** How many parts there are at most, with the whole. */
function countOf({ radios, masts = [], limits }: Part, taken: Taken): number {
  const some = (of: readonly unknown[]): number => Math.max(1, 2 ** of.length - 1);
  const steps = NAMES.map((name) => 1 + below(taken, name, limits).length);
  const sets = (taken.radios ? some(radios) : 1) * (taken.masts ? some(masts) : 1);
  return steps.reduce((all, one) => all * one, sets);
}

const NAMES = ["hops", "sites", "budget"] as const;

const below = ({ lower }: Taken, name: keyof Limits, limits: Limits): readonly number[] =>
  (lower[name] ?? []).filter((step) => step < (limits[name] ?? Number.POSITIVE_INFINITY));

/** The largest parts of a part: without one radio, without one height, with one limit lower. */
function partsOf(part: Part, taken: Taken): Part[] {
  const without = <T>(all: readonly T[] = []): T[][] =>
    all.length < 2 ? [] : all.map((one) => all.filter((other) => other !== one));
  return [
    ...(taken.radios ? without(part.radios).map((radios) => ({ ...part, radios })) : []),
    ...(taken.masts ? without(part.masts).map((masts) => ({ ...part, masts })) : []),
    ...NAMES.flatMap((name) => {
      const steps = below(taken, name, part.limits);
      if (steps.length === 0) return [];
      return [{ ...part, limits: { ...part.limits, [name]: Math.max(...steps) } }];
    }),
  ];
}

/** Less of one thing alone. */
const isNear = (part: Part, whole: Part): boolean =>
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
  const { part: cut, whole: up } = partOf(
    { ...problem, limits: part.limits },
    [...sites.keys()],
    { hop, option },
  );
  const down = (choice: Choice): Choice => ({
    ...choice,
    built: choice.built.map((one) => ({
      ...one,
      option: sites[one.site]!.options.filter((_, i) => i < one.option && option(one.site, i)).length,
      ...(one.hop !== undefined && { hop: hopAt.get(one.hop)! }),
    })),
  });
  return { cut, up, down };
}

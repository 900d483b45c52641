/**
 * How many finished a course in a month, by place, so that nobody is to be found in it: groups of five or more alone. Pure.
 * A month of a course is said once, when it is over, and whole (say.ts): no two filings differ by a few people.
 */
import { dayAt } from "../../../engines/calendar/day.ts";

export const LEAST = 5;

interface Given {
  readonly room: string;
  readonly learner: string;
  readonly hash: string;
  readonly at: number;
  readonly withdrawn: number | null;
}
interface Place {
  readonly id: string;
  readonly place: string;
}

export interface Counts {
  /** By name; only those of five or more. */
  readonly places: readonly { readonly place: string; readonly finished: number }[];
  /** The smaller ones together, where they are five or more. */
  readonly others: number;
  /** Of these, and of nobody else. */
  readonly finished: number;
  /** SHA-256 of the ids of the badges that are counted, in order: who has one finds it, and others can count. */
  readonly badges: readonly string[];
}

/** @param month `2026-11`, in UTC */
export function countsOf(given: readonly Given[], rooms: readonly Place[], month: string): Counts {
  const places = new Map(rooms.map(({ id, place }) => [id, named(place)]));
  const months = monthsOfLearners(given);
  const learners = new Set<string>();
  const counted = given.filter(({ withdrawn, learner }) => {
    const isIn = withdrawn === null && months.get(learner) === month && !learners.has(learner);
    if (isIn) learners.add(learner);
    return isIn;
  });
  const groups = Map.groupBy(counted, ({ room }) => (places.get(room) ?? "").toLowerCase());
  const [large, small] = [true, false].map((isLarge) =>
    [...groups].filter(([name, group]) => (name !== "" && group.length >= LEAST) === isLarge),
  ) as [[string, Given[]][], [string, Given[]][]];
  const rest = small.flatMap(([, group]) => group);
  const others = rest.length >= LEAST ? rest : [];
  const all = [...large.flatMap(([, group]) => group), ...others];
  return {
    places: large
      .map(([, group]) => ({ place: places.get(group[0]!.room)!, finished: group.length }))
      .toSorted((a, b) => (a.place < b.place ? -1 : 1)),
    others: others.length,
    finished: all.length,
    badges: all.map(({ hash }) => hash).toSorted(),
  };
}

/** Of each the month of their first badge of the course: who gets another in place of it stays in that one. */
const monthsOfLearners = (given: readonly Given[]): ReadonlyMap<string, string> =>
  new Map(given.toSorted((a, b) => b.at - a.at).map(({ learner, at }) => [learner, monthAt(at)]));

/** The months that are over in which somebody got their first badge of the course, the latest first. */
export const monthsOf = (given: readonly Given[], today: string): string[] =>
  [...new Set(monthsOfLearners(given).values())]
    .filter((month) => month < today.slice(0, 7))
    .toSorted()
    .toReversed();

const named = (place: string): string => place.normalize("NFC").trim().replaceAll(/\s+/g, " ");
const monthAt = (ms: number): string => dayAt(ms).slice(0, 7);

/**
 * What a board counts of answers, by learner and exercise. It is added to with each answer that comes, in whatever order they
 * come, so that a board need not read again what it has read before; and it knows nothing of the course, which may be edited.
 */
import type { Course } from "../../courses/api.ts";
import type { KeptAnswer } from "../private/rows.ts";
import { FULL, standingFrom, type Standing, type Step, type Sum } from "../standing.ts";

export type TalliedAnswer = Pick<
  KeptAnswer,
  "id" | "learner" | "lesson" | "exercise" | "score" | "by" | "came"
>;

interface Tally {
  /** Of 1,000, of all answers; none where none counts. */
  readonly best: number | undefined;
  readonly wrong: number;
  /** When one came last. */
  readonly last: number;
  /** How often a teacher said something. */
  readonly sayings: number;
  /** What a teacher said last: of what came at one moment, the one with the later id. */
  readonly said: Pick<TalliedAnswer, "id" | "came" | "score"> | undefined;
}

/** Of one learner. */
export interface Tallies {
  readonly of: ReadonlyMap<string, Tally>;
  /** When they answered last; what a teacher saw is no answer of theirs. */
  readonly last: number | undefined;
}
export type TalliesOf = ReadonlyMap<string, Tallies>;

type Place = Pick<Step, "lesson" | "exercise">;
export const placeKey = ({ lesson, exercise }: Place): string => `${lesson} ${exercise}`;

/** Those of whoever has answered nothing since stay the same things; who reads the ones before is not disturbed. */
export function talliedWith(before: TalliesOf, answers: readonly TalliedAnswer[]): TalliesOf {
  if (answers.length === 0) return before;
  const now = new Map(before);
  for (const [learner, theirs] of Map.groupBy(answers, (one) => one.learner)) {
    const of = new Map(now.get(learner)?.of);
    let last = now.get(learner)?.last;
    for (const one of theirs) {
      const key = placeKey(one);
      of.set(key, tallied(of.get(key), one));
      if (one.by === null && one.came > (last ?? 0)) last = one.came;
    }
    now.set(learner, { of, last });
  }
  return now;
}

const NONE: Tally = { best: undefined, wrong: 0, last: 0, sayings: 0, said: undefined };

function tallied(before: Tally = NONE, { id, score, by, came }: TalliedAnswer): Tally {
  const { best, said } = before;
  const isLater = !said || came > said.came || (came === said.came && id > said.id);
  return {
    best: score === null ? best : Math.max(best ?? 0, score),
    wrong: before.wrong + (score !== null && score < FULL ? 1 : 0),
    last: Math.max(before.last, came),
    sayings: before.sayings + (by === null ? 0 : 1),
    said: by !== null && score !== null && isLater ? { id, came, score } : said,
  };
}

/** The same as `standingOf` says of all the answers. */
export function standingBy(
  course: Pick<Course, "badge">,
  steps: readonly Step[],
  tallies: Tallies | undefined,
): Standing {
  const sums = steps.map((step): Sum => {
    const tally = tallies?.of.get(placeKey(step)) ?? NONE;
    return step.isTask
      ? { score: tally.said?.score ?? undefined, wrong: 0, last: tally.last }
      : { score: tally.best, wrong: tally.wrong, last: tally.last };
  });
  return standingFrom(course, steps, sums);
}

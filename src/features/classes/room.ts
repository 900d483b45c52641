/** A class with its course, as its pages and its badges ask for it. */
import type { Db } from "../../platform/db/store.ts";
import { courseOf, type ToldCourse } from "../courses/api.ts";
import { classesPart } from "./private/classes.ts";
import type { Learner, WholeRoom } from "./private/rows.ts";
import { standingOf, stepsOf, type Counted, type Standing, type Step } from "./standing.ts";

export interface HeldClass extends WholeRoom {
  /** None where it was withdrawn since. */
  readonly course: ToldCourse | undefined;
  readonly steps: readonly Step[];
}

/** From a reading snapshot. @returns undefined where there is no such class */
export async function classAt(db: Db, id: string): Promise<HeldClass | undefined> {
  const whole = await classesPart.questions.whole(db, id);
  if (!whole) return undefined;
  const course = await courseOf(db, whole.room.course);
  return { ...whole, course, steps: course ? stepsOf(course.thing) : [] };
}

/** Of every learner, by id. */
export function standingsOf({
  learners,
  answers,
  course,
  steps,
}: Pick<HeldClass, "learners" | "course" | "steps"> & {
  readonly answers: readonly (Counted & { readonly learner: string })[];
}): ReadonlyMap<string, Standing> {
  const by = Map.groupBy(answers, ({ learner }) => learner);
  const of = ({ id }: Learner): readonly Counted[] => by.get(id) ?? [];
  return new Map(learners.map((one) => [one.id, standingOf(course?.thing ?? {}, steps, of(one))]));
}

/** Where a learner stands, for their own pages: their answers alone are read. */
import type { Serving } from "../../../platform/feature.ts";
import { courseOf, textIn, type ReadCourse, type ToldCourse } from "../../courses/api.ts";
import { classesPart } from "../private/classes.ts";
import type { Attendance, KeptAnswer } from "../private/rows.ts";
import { standingOf, stepsOf, type Standing, type Step } from "../standing.ts";
import type { Seat } from "./seat.ts";

export interface Here extends Seat {
  readonly answers: readonly KeptAnswer[];
  readonly attendance: readonly Attendance[];
  /** Absent where it was withdrawn. */
  readonly course?: { readonly told: ToldCourse; readonly text: ReadCourse } | undefined;
  readonly steps: readonly Step[];
  readonly standing: Standing;
}

export function hereOf(
  { instance }: Pick<Serving, "instance">,
  { learner, room }: Seat,
  lang: string,
): Promise<Here> {
  return instance.snapshot(async (db) => {
    const kept = await classesPart.questions.ofLearner(db, learner.id);
    const told = await courseOf(db, room.course);
    const steps = told ? stepsOf(told.thing) : [];
    return {
      learner,
      room,
      ...kept,
      course: told && { told, text: textIn(told, lang) },
      steps,
      standing: standingOf(told?.thing ?? {}, steps, kept.answers),
    };
  });
}

/** What a learner can do next: an exercise that is not done; where there is none, a task that waits for the teacher. */
export function nextStep({ steps, standing }: Pick<Here, "steps" | "standing">, after = -1) {
  const isOpen = (_: Step, i: number) => standing.steps[i]!.score !== 1000;
  const order = [...steps.keys()];
  const turned = [...order.slice(after + 1), ...order.slice(0, after + 1)];
  const open = turned.filter((i) => i !== after && isOpen(steps[i]!, i));
  const at = open.find((i) => !steps[i]!.isTask) ?? open[0];
  return at === undefined ? undefined : steps[at];
}

export const pathOf = ({ lesson, exercise }: Step): string =>
  `/class/lessons/${lesson}#${exercise}`;

/** A class in a campaign that is served: who learns there, and what they answered, as its pages would have kept it. */
import { randomBytes, randomUUID } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
import { askBadges, type GivenBadge } from "../src/features/badges/private.ts";
import { askClasses } from "../src/features/classes/api.ts";
import { stepsOf } from "../src/features/classes/standing.ts";
import type { Course } from "../src/features/courses/api.ts";
import { openControl } from "../src/platform/process/control.ts";
import { dataPaths } from "../src/platform/process/data-folder.ts";
import type { Privately } from "../src/platform/private/part.ts";
import { everybodyTeaches } from "./teaching.ts";

export const token = (): string => randomBytes(16).toString("base64url");

/** The first course of the campaign in this data folder. */
export function courseIn(data: string): { readonly subject: string; readonly course: Course } {
  using db = new DatabaseSync(dataPaths(data).database, { readOnly: true });
  const [row] = db.prepare("select subject, state from course").all();
  return { subject: String(row!["subject"]), course: JSON.parse(String(row!["state"])) as Course };
}

export async function privately<T>(data: string, work: (ask: Privately) => Promise<T>): Promise<T> {
  using running = await openControl(dataPaths(data).socket);
  return await work(running.private);
}

export const badgesOf = (data: string, room: string): Promise<GivenBadge[]> =>
  privately(data, (ask) => askBadges(ask).ofRoom(room));

/** @param learners by name, with whether they finished @returns the class, and its learners' ids by name */
export function openClass(
  data: string,
  {
    name,
    learners,
  }: { readonly name: string; readonly learners: Readonly<Record<string, boolean>> },
): Promise<{ readonly room: string; readonly ids: Readonly<Record<string, string>> }> {
  const { subject, course } = courseIn(data);
  const room = token();
  const at = Date.now();
  return privately(data, async (ask) => {
    const classes = askClasses(ask);
    await classes.open({
      id: room,
      name,
      course: subject,
      place: "The truck",
      starts: "2026-11-23",
      ends: "2099-11-27",
      key: token(),
      by: "Rosa",
      at,
      closed: null,
    });
    await everybodyTeaches(ask);
    const one = (of: string) => ({
      id: token(),
      name: of,
      picture: 1,
      code_hash: token(),
      pin_hash: token(),
      at,
    });
    const added = await classes.enrol({ room, learners: Object.keys(learners).map(one) });
    const ids = Object.fromEntries(added.map(({ name: of, id }) => [of, id]));
    const done = added.filter(({ name: of }) => learners[of]);
    await classes.keep({ answers: done.flatMap(({ id }) => allRight(course, room, id)) });
    return { room, ids };
  });
}

/** Somebody answers everything, and shows what is to be shown. */
export const finish = (data: string, room: string, learner: string): Promise<unknown> =>
  privately(data, (ask) =>
    askClasses(ask).keep({ answers: allRight(courseIn(data).course, room, learner) }),
  );

const allRight = (course: Course, room: string, learner: string) =>
  stepsOf(course).map(({ lesson, exercise, isTask }) => ({
    id: randomUUID(),
    room,
    learner,
    lesson,
    exercise,
    answer: "true",
    score: 1000,
    by: isTask ? "Rosa" : null,
    device: "desk",
    at: Date.now(),
    came: Date.now(),
  }));

/** A class as a teacher opens one, made through the running process: learners with cards, and what they answered. */
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { courseAt } from "../src/features/courses/api.ts";
import { codeHash, newCode, newToken, pinHash, sendKey } from "../src/features/classes/secrets.ts";
import { askClasses } from "../src/features/classes/private/classes.ts";
import type { KeptAnswer, Learner, Room } from "../src/features/classes/private/rows.ts";
import { openControl, type Running } from "../src/platform/process/control.ts";
import { openReader } from "../src/platform/db/reader.ts";
import { dataPaths } from "../src/platform/process/data-folder.ts";
import { everybodyTeaches } from "./teaching.ts";

export interface MadeClass {
  readonly room: Room;
  readonly learners: readonly (Learner & { readonly send: string })[];
}
interface Asked {
  /** The subject of its course. */
  readonly course: string;
  readonly names: readonly string[];
  readonly starts: string;
  readonly ends: string;
}

/** @param data the data folder of an instance that serves */
export async function madeClass(data: string, asked: Asked): Promise<MadeClass> {
  const { names, ...of } = asked;
  const room: Room = {
    id: newToken(),
    name: "Tuesday’s class",
    place: "The truck",
    key: newToken(),
    by: "Rosa",
    at: Date.now(),
    closed: null,
    ...of,
  };
  return beside(data, async ({ private: privately }) => {
    const classes = askClasses(privately);
    await classes.open(room);
    await everybodyTeaches(privately);
    const learners = await classes.enrol({
      room: room.id,
      learners: names.map((name, i) => {
        const id = newToken();
        return {
          id,
          name,
          picture: i,
          code_hash: codeHash(newCode())!,
          pin_hash: pinHash(room, id, "1234"),
          at: room.at,
        };
      }),
    });
    return { room, learners: learners.map((one) => ({ ...one, send: sendKey(room, one.id) })) };
  });
}

/** Answers as if they had come from a device. @param score of 1,000 */
export const answered = (
  { room }: MadeClass,
  learner: Learner,
  of: Partial<KeptAnswer> & Pick<KeptAnswer, "lesson" | "exercise" | "score">,
): KeptAnswer => ({
  id: randomUUID(),
  room: room.id,
  learner: learner.id,
  answer: "[0]",
  by: null,
  device: "d",
  at: Date.now(),
  came: Date.now(),
  ...of,
});

export async function beside<T>(data: string, work: (running: Running) => Promise<T>): Promise<T> {
  using running = await openControl(dataPaths(data).socket);
  return await work(running);
}

/** The subject of a course. */
export async function courseSubject(data: string, slug: string): Promise<string> {
  const reader = openReader(join(data, "log.sqlite"));
  const course = await reader.snapshot((db) => courseAt(db, slug));
  await reader.db.destroy();
  return course!.subject;
}

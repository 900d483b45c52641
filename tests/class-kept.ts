/** What a class that answers while its server is killed begins with, and what is looked at afterwards: each answer once, each score as a replay gives it. */
import assert from "node:assert/strict";
import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { daysAfter } from "../src/engines/calendar/day.ts";
import { wallDay } from "../src/features/classes/wall-day.ts";
import { askClasses } from "../src/features/classes/private/classes.ts";
import { standingOf, type Step } from "../src/features/classes/standing.ts";
import { courseAt, exercisesOf, judge, type Answer } from "../src/features/courses/api.ts";
import { openReader } from "../src/platform/db/reader.ts";
import { serveAlone, type ServedAlone } from "../tools/program.ts";
import { beside, courseSubject, madeClass, type MadeClass } from "./class-room.ts";
import type { Devices, Done } from "./class-devices.ts";

export const SLUG = "a-link-over-the-hill";
export const LESSON = "what-a-link-needs";

/** Of a lesson the exercises that are answered with numbers: some right, some wrong. */
export const WORK: Pick<Devices, "lesson" | "exercises"> = {
  lesson: LESSON,
  exercises: [
    { id: "three-things", answers: [[0], [0, 1], [0, 1, 2], [1, 2]] },
    { id: "twice-as-far", answers: [[0], [1], [2]] },
    { id: "twenty-kilometres", answers: [["118"], ["138.4"], ["130"]] },
  ],
};

export async function classOf(data: string, learners: number): Promise<MadeClass> {
  const today = wallDay(Date.now());
  return madeClass(data, {
    course: await courseSubject(data, SLUG),
    names: Array.from({ length: learners }, (_, i) => `Learner ${i + 1}`),
    starts: daysAfter(today, -1),
    ends: daysAfter(today, 5),
  });
}

/** Each answer is here once, and is worth what a replay of the ids through `judge` says; nothing is here that nobody gave. */
export async function assertKept(
  data: string,
  { room, learners }: MadeClass,
  done: Done,
): Promise<void> {
  assert.deepEqual([done.left, done.refused], [0, 0]);
  const kept = (await beside(data, ({ private: ask }) => askClasses(ask).whole(room.id)))!.answers;
  const ids = done.given.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  assert.deepEqual(kept.map(({ id }) => id).toSorted(), ids.toSorted());
  const reader = openReader(`${data}/log.sqlite`);
  const course = (await reader.snapshot((db) => courseAt(db, SLUG)))!;
  await reader.db.destroy();
  const lesson = course.thing.lessons!.find(({ id }) => id === LESSON)!;
  const exercises = new Map(exercisesOf(lesson.markdown).map((one) => [one.id, one]));
  const by = new Map(kept.map((one) => [one.id, one]));
  let judgedSome = 0;
  for (const { id, learner, exercise, answer } of done.given) {
    const judged = judge(exercises.get(exercise)!, answer as Answer);
    const score = judged
      ? judged.isRight
        ? 1000
        : Math.min(999, Math.round(judged.score * 1000))
      : null;
    const one = by.get(id)!;
    assert.deepEqual([one.learner, one.score], [learner, score], id);
    if (judged) judgedSome++;
  }
  assert.ok(judgedSome > ids.length / 2, "exercises were judged");
  const steps: Step[] = [...exercises.keys()].map((exercise) => ({
    lesson: LESSON,
    exercise,
    isTask: false,
  }));
  for (const { id } of learners) {
    const replayed = done.given
      .filter(({ learner }) => learner === id)
      .map((given) => ({ ...by.get(given.id)!, came: 1 }));
    const here = kept.filter(({ learner }) => learner === id);
    assert.equal(standingOf({}, steps, here).percent, standingOf({}, steps, replayed).percent);
  }
}

/** A server that is killed and begins again, always at the same address: what stands before it can be cut, and hands on again. */
export interface Stubborn extends AsyncDisposable {
  readonly base: string;
  /** `kill -9`, and again. */
  kill(): Promise<void>;
  /** All lines break, at whatever moment they are; for so long nobody comes through. @param ms */
  cut(ms: number): Promise<void>;
  /** What is answered on lines that are open now is lost: it was done, and nobody hears of it. */
  swallow(): void;
}

export async function stubborn(
  env: Record<string, string>,
  under: readonly string[] = [],
): Promise<Stubborn> {
  let server: ServedAlone | undefined = await serveAlone(env, [], under);
  let isCut = false;
  const lines = new Set<{ near: Socket; far: Socket; swallow: boolean }>();
  const front = createServer((near) => {
    if (isCut || !server) {
      near.destroy();
      return;
    }
    const far = connect(Number(new URL(server.base).port), "127.0.0.1");
    const line = { near, far, swallow: false };
    lines.add(line);
    const end = () => {
      lines.delete(line);
      near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) socket.on("error", end).on("close", end);
    near.on("data", (part) => far.write(part));
    far.on("data", (part) => (line.swallow ? end() : near.write(part)));
  });
  front.listen(0, "127.0.0.1");
  await once(front, "listening");
  const address = front.address() as { port: number };
  const breakAll = () => {
    for (const { near, far } of lines) {
      near.destroy();
      far.destroy();
    }
  };
  return {
    base: `http://127.0.0.1:${address.port}`,
    async kill() {
      const { process: child } = server!;
      server = undefined;
      const ended = once(child, "exit");
      process.kill(-child.pid!, "SIGKILL");
      await ended;
      server = await serveAlone(env, [], under);
    },
    async cut(ms) {
      isCut = true;
      breakAll();
      await sleep(ms);
      isCut = false;
    },
    swallow() {
      for (const line of lines) line.swallow = true;
    },
    async [Symbol.asyncDispose]() {
      breakAll();
      front.close();
      await server?.[Symbol.asyncDispose]();
    },
  };
}

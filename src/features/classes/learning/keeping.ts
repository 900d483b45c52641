/**
 * Answers come in, from a device or from a form: each is judged and kept once, and is acknowledged when it is durable. What is
 * wrong with one holds none of the others back. Rules CL13 to CL15.
 */
import type { Serving } from "../../../platform/feature.ts";
import { courseOf } from "../../courses/api.ts";
import { askClasses, classesPart } from "../private/classes.ts";
import type { Device, KeptAnswer, Learner, Room } from "../private/rows.ts";
import { isSendKey, isToken } from "../secrets.ts";
import { exerciseIn, readAnswer, scoreOf } from "./judging.ts";

const MOST_OF_ONE = 5000; // answers of one learner: sixty exercises, each answered eighty times
const LATEST = 8.64e15; // ms, either way: what a date can say
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/; // bounded: at most 100 letters, looked at first

/** As it comes: nothing of it is known to be anything. */
export interface Given {
  readonly id?: unknown;
  readonly lesson?: unknown;
  readonly exercise?: unknown;
  readonly answer?: unknown;
  /** By the clock of the device, whatever that says. */
  readonly at?: unknown;
  /** In which it was read and answered. */
  readonly lang?: unknown;
}

/**
 * Why an answer was not kept. `form`: it is none. `full`: somebody answers without an end. Neither mends. `taken`: another
 * answer has its id; under a new one it is kept.
 */
type Why = "form" | "full" | "taken";

export interface Outcome {
  readonly kept: readonly string[];
  readonly refused: readonly { readonly id: string; readonly why: Why }[];
  /** Of those that are kept, which count for nothing: their exercise is gone, or was changed. */
  readonly gone: readonly string[];
}

/** Whose answers they are, by the key that the page gave; `gone` where nobody of that id is in a class any more. */
export async function whoSends(
  { instance }: Pick<Serving, "instance">,
  id: unknown,
  send: unknown,
): Promise<{ readonly learner: Learner; readonly room: Room } | "gone" | "key"> {
  if (typeof id !== "string" || typeof send !== "string" || !isToken(id)) return "key";
  const found = await instance.snapshot(async (db) => {
    const learner = await classesPart.questions.learner(db, id);
    const room = learner && (await classesPart.questions.room(db, learner.room));
    return room && { learner, room };
  });
  if (!found) return "gone";
  return isSendKey(found.room, id, send) ? found : "key";
}

/** @param from the device that sends them, as far as it said @param lang where an answer names none */
export async function keepAnswers(
  { instance, now }: Pick<Serving, "instance" | "now">,
  { learner, room }: { readonly learner: Learner; readonly room: Room },
  answers: readonly Given[],
  from: { readonly device: string; readonly holds?: number; readonly lang: string },
): Promise<Outcome> {
  const came = now();
  const [course, before] = await instance.snapshot(async (db) => [
    await courseOf(db, room.course),
    await classesPart.questions.answered(db, learner.id),
  ]);
  const rows: KeptAnswer[] = [];
  const refused: { id: string; why: Why }[] = [];
  for (const one of answers) {
    const { device } = from;
    const read = readGiven(one);
    if (!read) refused.push({ id: idOf(one), why: "form" });
    else if (before + rows.length >= MOST_OF_ONE) refused.push({ id: read.id, why: "full" });
    else {
      const { id, lesson, exercise, answer, at, lang = from.lang } = read;
      const score = scoreOf(exerciseIn(course, lang, { lesson, exercise }), answer);
      const of = { room: room.id, learner: learner.id, device, by: null, at, came };
      rows.push({ ...of, id, lesson, exercise, answer: JSON.stringify(answer), score });
    }
  }
  const { device: id, holds } = from;
  const device: Device | undefined =
    holds === undefined ? undefined : { id, room: room.id, holds, seen: came };
  const kept = await askClasses(instance.log.private).keep({
    answers: rows,
    ...(device && { device }),
  });
  const here = new Set(kept);
  for (const row of rows) if (!here.has(row.id)) refused.push({ id: row.id, why: "taken" });
  const gone = rows.filter((one) => one.score === null && here.has(one.id));
  return { kept, refused, gone: gone.map((one) => one.id) };
}

const idOf = ({ id }: Given): string => (typeof id === "string" ? id.slice(0, 64) : "");

function readGiven(given: Given) {
  const { lesson, exercise, at, lang } = given;
  const id = idOf(given).toLowerCase();
  const answer = readAnswer(given.answer);
  const isRead =
    UUID.test(id) && isName(lesson) && isName(exercise) && answer && Number.isFinite(at);
  if (!isRead) return undefined;
  const moment = Math.round(Math.max(-LATEST, Math.min(LATEST, at as number)));
  return { id, lesson, exercise, answer, at: moment, ...(isTag(lang) && { lang }) };
}

const isName = (text: unknown): text is string =>
  typeof text === "string" && text.length <= 100 && NAME.test(text);
const isTag = (text: unknown): text is string =>
  typeof text === "string" && /^[A-Za-z0-9-]{2,35}$/.test(text);

/** Where an exercise is answered without a script: it is kept as a device's are, and the lesson says how it was judged. */
import { createHash, randomUUID } from "node:crypto";
import type { Serving } from "../../../platform/feature.ts";
import type { Extra } from "../../../platform/web/extra.ts";
import { isBody, readBody } from "../../../platform/web/read-body.ts";
import { lost, type Reply } from "../../../platform/web/reply.ts";
import { answerIn, courseOf } from "../../courses/api.ts";
import { hereOf } from "./here.ts";
import { exerciseIn } from "./judging.ts";
import { keepAnswers, whoSends } from "./keeping.ts";
import { LessonMain } from "./pages/lesson.tsx";
import { CodeMain } from "./pages/card.tsx";
import { Tongues } from "./pages/parts.tsx";
import { seatOf } from "./seat.ts";
import { isForeign, pageOf, visitors, type Seated, type Visit } from "./visit.ts";

const MOST_BYTES = 16_000; // twelve gaps of a hundred letters, percent-encoded
const MOST_VALUES = 12; // of one field
const MOST_LETTERS = 200;

export const formAddress = (serving: Serving): Extra =>
  visitors(serving)(async (visit) => {
    const { req, to, words, lang } = visit;
    if (isForeign(visit)) return { unread: { status: 403 }, why: words.foreign };
    const body = await readBody(req, MOST_BYTES);
    if (!isBody(body)) return { unread: body };
    const typed = new URLSearchParams(body.toString("utf8"));
    const field = (name: string) => typed.get(name) ?? "";
    const who = await whoSends(serving, field("learner"), field("send"));
    if (typeof who === "string") return lost(visit);
    const seat = await seatOf(serving, req);
    const step = { lesson: field("lesson"), exercise: field("exercise") };
    const course = await serving.instance.snapshot((db) => courseOf(db, who.room.course));
    const exercise = exerciseIn(course, lang, step);
    if (!exercise) return lost(visit);
    const values = (name: string) =>
      typed
        .getAll(name)
        .slice(0, MOST_VALUES)
        .map((one) => one.slice(0, MOST_LETTERS).toWellFormed());
    const answer = answerIn(exercise, values);
    const isOwn = seat?.learner.id === who.learner.id;
    const unanswered = () =>
      isOwn
        ? lessonPage(serving, { ...visit, ...seat }, step.lesson, { id: exercise.id, values })
        : lost(visit);
    if (answer === undefined) return unanswered();
    if (!serving.budgets.take("classAnswers", req))
      return { unread: { status: 503 }, why: words.busyAnswers };
    const id = idFor(field("id"), step, answer);
    const given = { ...step, id, answer, at: serving.now() };
    const { kept } = await keepAnswers(serving, who, [given], { device: "page", lang });
    if (!kept.includes(id)) return unanswered();
    if (!isOwn) return keptAll(visit, seat ? words.keptOther : words.keptLate);
    return { to: to(`/class/lessons/${step.lesson}?said=${id}#${step.exercise}`) };
  });

/** Of a page's form: the same answer sent twice is one, another answer from the same page is another. */
function idFor(id: string, step: object, answer: unknown): string {
  const text = createHash("sha256")
    .update(JSON.stringify([id, step, answer]))
    .digest("hex");
  // As RFC 9562 writes an id that is made of something, version 8.
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-8${text.slice(13, 16)}-a${text.slice(17, 20)}-${text.slice(20, 32)}`;
}

function keptAll(visit: Visit, said: string): Reply {
  const { words, to, frame, lang } = visit;
  const tongues = Tongues({ words, frame, lang, path: "/class" });
  return pageOf(visit, { title: words.title, main: CodeMain({ words, to, said, tongues }) });
}

/** @param tried what was answered just now */
export async function lessonPage(
  serving: Serving,
  visit: Seated,
  lesson: string,
  tried?: Omit<NonNullable<Parameters<typeof LessonMain>[0]["tried"]>, "judged"> & {
    readonly judged?: { readonly score: number; readonly isRight: boolean } | undefined;
  },
): Promise<Reply> {
  const { words, to, lang } = visit;
  const here = await hereOf(serving, visit, lang);
  const at = here.course?.text.lessons.findIndex(({ id }) => id === lesson) ?? -1;
  if (at < 0) return lost(visit);
  const main = LessonMain({
    words,
    to,
    here,
    at,
    newId: randomUUID,
    tried: tried && { ...tried, judged: tried.judged },
  });
  const reply = pageOf(visit, {
    title: here.course!.text.lessons[at]!.title,
    main,
    seat: visit,
  });
  return tried && !tried.judged ? { ...reply, status: 422 } : reply;
}

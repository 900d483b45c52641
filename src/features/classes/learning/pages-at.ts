/** The pages of whoever sits there: the next step, a lesson, and the end of it. */
import type { Serving } from "../../../platform/feature.ts";
import type { Extra } from "../../../platform/web/extra.ts";
import { judge, valuesOf, type Answer } from "../../courses/api.ts";
import { lessonPage } from "./form.ts";
import { hereOf } from "./here.ts";
import { exerciseIn } from "./judging.ts";
import { NowMain } from "./pages/now.tsx";
import { Tongues } from "./pages/parts.tsx";
import { cookiesFor, leave, seatOf } from "./seat.ts";
import { isForeign, pageOf, seated, visitors } from "./visit.ts";

export const nowAddress = (serving: Serving): Extra =>
  seated(serving, async (visit) => {
    const { words, to, frame, lang } = visit;
    const here = await hereOf(serving, visit, lang);
    const tongues = Tongues({ words, frame, lang, path: "/class/now" });
    const main = NowMain({ words, to, here, tongues });
    return pageOf(visit, { title: words.title, main, seat: visit });
  });

export const lessonAddress = (serving: Serving): Extra =>
  seated(serving, async (visit) => {
    const { params, search, lang } = visit;
    const lesson = params["lesson"]!;
    const said = search.get("said");
    const { answers, course } = await hereOf(serving, visit, lang);
    const kept = answers.find((one) => one.id === said && one.lesson === lesson);
    const exercise = kept && exerciseIn(course?.told, lang, kept);
    const answer = kept && (JSON.parse(kept.answer) as Answer);
    const judged = exercise && answer !== undefined ? judge(exercise, answer) : undefined;
    if (!exercise || answer === undefined || !judged) return lessonPage(serving, visit, lesson);
    const values = valuesOf(exercise, answer);
    return lessonPage(serving, visit, lesson, { id: exercise.id, values, judged });
  });

/** Ends the sitting of whoever pressed it, and nobody else's: it may come late from a device that had no link. */
export const doneAddress = (serving: Serving): Extra =>
  visitors(serving)(["learner"], async (visit) => {
    const { req, to, fields, frame, words } = visit;
    if (isForeign(visit)) return { unread: { status: 403 }, why: words.foreign };
    const seat = await seatOf(serving, req);
    if (seat && seat.learner.id !== fields.learner) return { to: to("/class") };
    await leave(serving, req);
    return { to: to("/class?done"), cookies: cookiesFor("", frame) };
  });

/** What is kept of a learner: to read, to take along, to erase. Rules CL16 and CL17. */
import type { Serving } from "../../../platform/feature.ts";
import type { Extra } from "../../../platform/web/extra.ts";
import type { PageReply } from "../../../platform/web/reply.ts";
import { eraseLearner } from "../board/forget.ts";
import { troubled, tryPin, wordsOf } from "./card.ts";
import { hereOf } from "./here.ts";
import { EraseMain, MineMain } from "./pages/mine.tsx";
import { cookiesFor, seatOf } from "./seat.ts";
import { closed, isForeign, pageOf, seated, visitors, type Seated } from "./visit.ts";

export const mineAddress = (serving: Serving): Extra =>
  seated(serving, async (visit) => {
    const { words, to, lang } = visit;
    const here = await hereOf(serving, visit, lang);
    const main = MineMain({ words, to, here, lang });
    return pageOf(visit, { title: words.mine, main, seat: visit });
  });

export const mineFile = (serving: Serving): Extra =>
  seated(serving, async (visit) => {
    const { learner, room, answers, attendance, course } = await hereOf(serving, visit, visit.lang);
    return {
      json: {
        name: learner.name,
        number: learner.number,
        picture: learner.picture,
        enrolled: moment(learner.at),
        class: {
          name: room.name,
          place: room.place,
          from: room.starts,
          until: room.ends,
          course: course?.told.thing.title ?? null,
        },
        attendance: attendance.map(({ day, by, at }) => ({ day, by, at: moment(at) })),
        answers: answers.map(({ id, lesson, exercise, answer, score, by, device, at, came }) => ({
          id,
          lesson,
          exercise,
          answer: JSON.parse(answer) as unknown,
          score: score === null ? null : score / 1000,
          by,
          device,
          at: moment(at),
          came: moment(came),
        })),
      },
      headers: { "Content-Disposition": 'attachment; filename="my-class.json"' },
    };
  });

const moment = (ms: number): string => new Date(ms).toISOString();

export const eraseAddress = (serving: Serving): Extra =>
  seated(serving, (visit) => erasePage(visit));

function erasePage(visit: Seated, problems = {}): PageReply {
  const { words, to } = visit;
  const main = EraseMain({ words, to, learner: visit.learner, problems });
  return pageOf(visit, { title: words.eraseTitle, main, seat: visit });
}

export const eraseSaid = (serving: Serving): Extra =>
  visitors(serving)(["learner", "pin", "sure"], async (visit) => {
    const { req, fields, words, to, frame } = visit;
    if (isForeign(visit)) return { unread: { status: 403 }, why: words.foreign };
    const seat = await seatOf(serving, req);
    if (!seat || seat.learner.id !== fields.learner) return closed(visit);
    const seatedHere = { ...visit, ...seat };
    if (fields.sure !== "yes")
      return { ...erasePage(seatedHere, { sure: words.eraseExpected }), status: 422 };
    const tried = await tryPin(serving, seat, fields.pin);
    if (!("token" in tried))
      return troubled(erasePage(seatedHere, { pin: wordsOf(visit, tried) }), tried);
    await eraseLearner(serving.instance.log, seat.learner.id);
    return { to: to("/class?erased"), cookies: cookiesFor("", frame) };
  });

/** Where an exercise is answered without a script. The answer is in the address, is judged, and is kept nowhere. */
import type { Serving } from "../../platform/feature.ts";
import type { Extra } from "../../platform/web/extra.ts";
import { inPublic } from "../../platform/web/handler.ts";
import { lost, unkeptPage } from "../../platform/web/reply.ts";
import { answerIn } from "./exercises/answer.ts";
import { judge } from "./exercises/judge.ts";
import { exercisesOf } from "./exercises/parse.ts";
import { LessonMain } from "./pages/lesson.tsx";
import { courseAt } from "./queries.ts";
import { CURRENT } from "./routes.ts";
import { practiseScript } from "./script.ts";
import { textIn } from "./text.ts";
import { wordsIn } from "./words.ts";

const MOST_VALUES = 12; // of one field, as many as an exercise has answers
const MOST_LETTERS = 200;

export function answerAddress(serving: Serving): Extra {
  const { instance } = serving;
  return inPublic(serving, { words: wordsIn, unlisted: true })(async (visit) => {
    const { params, search, words, lang, to } = visit;
    const { slug = "", lesson = "" } = params;
    const course = await instance.snapshot((db) => courseAt(db, slug));
    if (!course) return lost(visit);
    const text = textIn(course, lang);
    const at = text.lessons.findIndex(({ id }) => id === lesson);
    const id = search.get("exercise") ?? "";
    const exercise =
      at < 0 ? undefined : exercisesOf(text.lessons[at]!.markdown).find((one) => one.id === id);
    if (!exercise) return lost(visit);
    const values = (name: string) =>
      search
        .getAll(name)
        .slice(0, MOST_VALUES)
        .map((one) => one.slice(0, MOST_LETTERS).toWellFormed());
    const answer = answerIn(exercise, values);
    const judged = answer === undefined ? undefined : judge(exercise, answer);
    return {
      page: unkeptPage(words.lang, {
        title: `${text.lessons[at]!.title}, ${text.title}`,
        current: CURRENT,
        main: LessonMain({
          course,
          text,
          words,
          lang: words.lang,
          to,
          at,
          tried: { id, values, judged },
        }),
        script: practiseScript.path,
      }),
      headers: { "Referrer-Policy": "no-referrer" }, // the answer is in this page's address
    };
  });
}

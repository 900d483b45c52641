/** The address of the questions. */
import { toIn } from "../../platform/web/frame.ts";
import type { Answer, PageRequest, Route } from "../../platform/web/route.ts";
import { askedQuestions, LIST_USES } from "../stories/api.ts";
import { QuestionsMain } from "./pages/list.tsx";
import { wordsIn } from "./words.ts";

export const questionRoutes: readonly Route[] = [{ path: "/questions", answer: list }];

async function list(request: PageRequest): Promise<Answer> {
  const { db, today, lang } = request;
  const { asked, until } = await askedQuestions(db, { today, lang });
  const words = wordsIn(lang);
  return {
    kind: "page",
    uses: { projections: LIST_USES },
    ...(until !== undefined && { until }),
    title: words.title,
    description: words.stand,
    lang: words.lang,
    current: "/stories",
    main: QuestionsMain({ asked, words, to: toIn(request) }),
  };
}

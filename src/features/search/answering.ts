/** The address of search. It is no cached page: what is looked for is kept nowhere. Rule Q6 of README.md. */
import { dayAt } from "../../engines/calendar/day.ts";
import type { Serving } from "../../platform/feature.ts";
import type { Extra } from "../../platform/web/extra.ts";
import { pathIn } from "../../platform/web/frame.ts";
import { sendPage } from "../../platform/web/send-page.ts";
import { speakingIn } from "../translations/api.ts";
import { find } from "./find.ts";
import type { Question } from "./look.ts";
import { rememberNames } from "./names.ts";
import { searchPath } from "./pages/props.ts";
import { SearchPage } from "./pages/search.tsx";
import { rememberTexts } from "./texts.ts";
import { rememberVocabulary } from "./vocabulary.ts";
import { wordsIn } from "./words.ts";

const MAX_WORDS = 200; // characters; the field takes no more
const MAX_PAGE = 1000;

export function searchAddress({ instance, frame: frameOf, budgets, now }: Serving): Extra {
  const sources = {
    texts: rememberTexts(),
    names: rememberNames(),
    vocabulary: rememberVocabulary(),
  };
  return async (req, res, asked) => {
    const question = readQuestion(asked.search);
    const isBusy = question.words !== "" && !budgets.take("search", req);
    const today = dayAt(now());
    const { frame, lang, found } = await instance.snapshot(async (db) => {
      const own = await frameOf(db);
      const shown = asked.lang ?? own.language;
      const speaks = shown === own.language ? db : await speakingIn(db, shown, own.language);
      const campaign = speaks === db ? own : await frameOf(speaks);
      const mayLookFurther = () => budgets.take("nearest", req);
      const context = { frame: campaign, own, lang: shown, today, sources, mayLookFurther };
      return {
        frame: campaign,
        lang: shown,
        found: await find(speaks, isBusy ? { ...question, words: "" } : question, context),
      };
    });
    const words = wordsIn(lang);
    const path = question.words === "" ? "/search" : searchPath(question);
    res.setHeader("Referrer-Policy", "no-referrer"); // the words are in this page's address
    if (isBusy) res.setHeader("Retry-After", "60");
    await sendPage(req, res, {
      status: isBusy ? 429 : 200,
      frame,
      asked,
      place: { lang, path: pathIn(frame, lang, path) },
      page: {
        kind: "page",
        uses: {},
        title: words.title,
        description: words.description,
        lang: words.lang,
        current: "/stories",
        unlisted: true,
        unkept: true,
        languages: frame.languages.map((one) => ({ lang: one, path: pathIn(frame, one, path) })),
        main: SearchPage({ question, found, isBusy, frame, lang, words }),
      },
    });
  };
}

/** What does not fit is left out rather than refused: a link that somebody cut still finds something. */
function readQuestion(search: URLSearchParams): Question {
  const words = (search.get("q") ?? "")
    .slice(0, MAX_WORDS)
    .toWellFormed()
    // oxlint-disable-next-line no-control-regex -- no text of ours holds them
    .replace(/[\u0000-\u001f\u007f\p{NChar}]+/gu, " ")
    .trim();
  const lang = search.get("lang") ?? "";
  const page = Number(search.get("page") ?? "1");
  return {
    words,
    ...(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(lang) && { lang }),
    page: Number.isInteger(page) && page > 0 && page <= MAX_PAGE ? page : 1,
  };
}

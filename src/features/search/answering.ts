/** The address of search. It is no cached page: what is looked for is kept nowhere. Rule Q6 of README.md. */
import type { Serving } from "../../platform/feature.ts";
import type { Extra } from "../../platform/web/extra.ts";
import { pathIn } from "../../platform/web/frame.ts";
import { inPublic } from "../../platform/web/handler.ts";
import { tooOften, unkeptPage } from "../../platform/web/reply.ts";
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

export function searchAddress(serving: Serving): Extra {
  const { instance, frame: frameOf, budgets } = serving;
  const at = inPublic(serving, { words: wordsIn });
  const sources = {
    texts: rememberTexts(),
    names: rememberNames(),
    vocabulary: rememberVocabulary(),
  };
  return at(async ({ req, search, frame: own, lang, words, today }) => {
    const question = readQuestion(search);
    const isBusy = question.words !== "" && !budgets.take("search", req);
    const { frame, found } = await instance.snapshot(async (db) => {
      const speaks = lang === own.language ? db : await speakingIn(db, lang, own.language);
      const campaign = speaks === db ? own : await frameOf(speaks);
      const mayLookFurther = () => budgets.take("nearest", req);
      const context = { frame: campaign, own, lang, today, sources, mayLookFurther };
      const asked = isBusy ? { ...question, words: "" } : question;
      return { frame: campaign, found: await find(speaks, asked, context) };
    });
    const path = question.words === "" ? "/search" : searchPath(question);
    const page = unkeptPage(words.lang, {
      title: words.title,
      description: words.description,
      current: "/stories",
      languages: frame.languages.map((one) => ({ lang: one, path: pathIn(frame, one, path) })),
      main: SearchPage({ question, found, isBusy, frame, lang, words }),
    });
    const headers = { "Referrer-Policy": "no-referrer" }; // the words are in this page's address
    const reply = { page, frame, place: { lang, path: pathIn(frame, lang, path) }, headers };
    return isBusy ? tooOften(reply, 60) : reply;
  });
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

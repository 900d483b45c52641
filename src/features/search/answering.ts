/** The address of search. It is no cached page: what is looked for is kept nowhere. Rule Q6 of README.md. */
import type { Serving } from "../../platform/feature.ts";
import type { Extra } from "../../platform/web/extra.ts";
import { sendPage } from "../../platform/web/send-page.ts";
import { find, type Question } from "./find.ts";
import { rememberNames } from "./names.ts";
import { SearchPage } from "./pages/search.tsx";
import { rememberTexts } from "./texts.ts";
import { wordsIn } from "./words.ts";

const MAX_WORDS = 200; // characters; the field takes no more
const MAX_PAGE = 1000;

export function searchAddress({ instance, frame: frameOf, now }: Serving): Extra {
  const sources = { texts: rememberTexts(), names: rememberNames() };
  return async (req, res, { search }) => {
    const question = readQuestion(search);
    const today = new Date(now()).toISOString().slice(0, 10);
    const { frame, found } = await instance.snapshot(async (db) => {
      const campaign = await frameOf(db);
      return {
        frame: campaign,
        found: await find(db, question, { frame: campaign, today, sources }),
      };
    });
    const words = wordsIn(frame.language);
    res.setHeader("Referrer-Policy", "no-referrer"); // the words are in this page's address
    await sendPage(req, res, {
      status: 200,
      frame,
      page: {
        kind: "page",
        uses: {},
        title: words.title,
        description: words.description,
        lang: words.lang,
        current: "/stories",
        unlisted: true,
        unkept: true,
        main: SearchPage({ question, found, frame, words }),
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
    .replace(/[\u0000-\u001f\u007f]+/g, " ")
    .trim();
  const lang = search.get("lang") ?? "";
  const page = Number(search.get("page") ?? "1");
  return {
    words,
    ...(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(lang) && { lang }),
    page: Number.isInteger(page) && page > 0 && page <= MAX_PAGE ? page : 1,
  };
}

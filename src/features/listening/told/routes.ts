/** The addresses of what is said of listening in public. */
import { detector } from "../../../engines/hearing/detector.ts";
import { toIn } from "../../../platform/web/frame.ts";
import type { Route } from "../../../platform/web/route.ts";
import { wordsIn } from "../words.ts";
import { CSV, listeningCsv } from "./csv.ts";
import { ListeningMain } from "./page.tsx";
import { placesTold } from "./places-told.ts";

const USES = { projections: ["listening", "places", "addresses"] };

export const toldRoutes: readonly Route[] = [
  {
    path: "/listening",
    async answer(request) {
      const { db, lang } = request;
      const words = wordsIn(lang);
      return {
        kind: "page",
        uses: USES,
        title: words.title,
        description: words.description,
        lang: words.lang,
        current: "/do-good",
        main: ListeningMain({
          places: await placesTold(db, lang),
          detector: detector().name,
          words,
          to: toIn(request),
        }),
      };
    },
  },
  {
    path: CSV,
    answer: async ({ db }) => ({
      kind: "file",
      uses: USES,
      type: "text/csv; charset=utf-8; header=present",
      body: listeningCsv(await placesTold(db, "en")),
    }),
  },
];

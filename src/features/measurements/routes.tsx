/** The addresses of measurements. */
import { pathIn } from "../../platform/web/frame.ts";
import { movedRoute } from "../../platform/web/moved.ts";
import type { Answer, PageRequest, Route } from "../../platform/web/route.ts";
import { PassOn, Thanks } from "../../platform/web/thanks.tsx";
import { scriptRoute } from "../../platform/web/script.ts";
import { placeList } from "../places/api.ts";
import script from "./browser/page.ts?script";
import { MeasurePage } from "./pages/measure.tsx";
import { CSV, MEASURED } from "./paths.ts";
import { aggregateList } from "./queries.ts";
import { measurementsCsv } from "./table.ts";
import { wordsIn } from "./words.ts";

const USES = { projections: ["measurements", "places", "addresses"] };
const SCRIPT = "/measure.js";

export const measurementRoutes: readonly Route[] = [
  { path: "/measure", answer: measurePage },
  movedRoute("/measurements", "/measure#all"),
  { path: MEASURED, answer: thanks },
  {
    path: CSV,
    answer: async ({ db }) => ({
      kind: "file",
      uses: USES,
      type: "text/csv; charset=utf-8; header=present",
      body: measurementsCsv(await aggregateList(db)),
    }),
  },
  scriptRoute(SCRIPT, script),
];

async function measurePage({ db, frame, lang }: PageRequest): Promise<Answer> {
  const words = wordsIn(lang);
  return {
    kind: "page",
    uses: USES,
    title: words.measure.title,
    description: words.measure.description,
    lang: words.lang,
    current: "/take-part",
    script: SCRIPT,
    main: MeasurePage({
      places: await placeList(db, lang),
      lines: await aggregateList(db, lang),
      lang: words.lang,
      to: (path) => pathIn(frame, lang, path),
    }),
  };
}

/** After somebody typed in what they saw. */
async function thanks({ frame, lang }: PageRequest): Promise<Answer> {
  const { typed, list: measured, lang: said } = wordsIn(lang);
  const page = { path: "/measure", title: wordsIn(lang).measure.title, lang: said };
  return {
    kind: "page",
    uses: {},
    title: typed.thanks,
    description: typed.next,
    lang: said,
    current: "/take-part",
    unlisted: true,
    main: (
      <>
        <Thanks title={typed.thanks} next={typed.next} />
        <p>
          <a class="more" href={pathIn(frame, lang, "/measure#all")}>
            {measured.title}
          </a>
        </p>
        <PassOn frame={frame} lang={lang} page={page} />
      </>
    ),
  };
}

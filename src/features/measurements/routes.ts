/** The addresses of measurements. */
import { pathIn } from "../../platform/web/frame.ts";
import type { Answer, PageRequest, Route } from "../../platform/web/route.ts";
import { placeList } from "../places/feature.ts";
import { MeasurementsPage } from "./pages/list.tsx";
import { MeasurePage } from "./pages/measure.tsx";
import { aggregateList } from "./queries.ts";
import { measureScript } from "./script.ts";
import { measurementsCsv } from "./table.ts";

const USES = { projections: ["measurements", "places", "addresses"] };
const SCRIPT = "/measure.js";

export const measurementRoutes: readonly Route[] = [
  { path: "/measure", answer: measurePage },
  { path: "/measurements", answer: list },
  {
    path: "/data/measurements.csv",
    answer: async ({ db }) => ({
      kind: "file",
      uses: USES,
      type: "text/csv; charset=utf-8; header=present",
      body: measurementsCsv(await aggregateList(db)),
    }),
  },
  {
    path: SCRIPT,
    answer: async () => ({
      kind: "file",
      uses: {},
      type: "text/javascript; charset=utf-8",
      body: measureScript(),
    }),
  },
];

async function measurePage({ db, frame, lang }: PageRequest): Promise<Answer> {
  return {
    kind: "page",
    uses: { projections: ["places", "addresses"] },
    title: "Measure my connection",
    description:
      "Round trip, loss and speed within a budget of 200 kB. The place joins the open data, you do not.",
    lang: "en",
    current: "/take-part",
    script: SCRIPT,
    main: MeasurePage({
      places: await placeList(db, lang),
      to: (path) => pathIn(frame, lang, path),
    }),
  };
}

async function list({ db, frame, lang }: PageRequest): Promise<Answer> {
  const description =
    "Round trip and speed as measured by people’s own browsers, by cell and month, once five have spoken.";
  return {
    kind: "page",
    uses: USES,
    title: "Measured connections",
    description,
    lang: "en",
    current: "/do-good",
    main: MeasurementsPage({
      lines: await aggregateList(db, lang),
      lang,
      to: (path) => pathIn(frame, lang, path),
    }),
    jsonLd: {
      "@context": "https://schema.org",
      "@type": "Dataset",
      name: `Measured connections · ${frame.name}`,
      description,
      distribution: {
        "@type": "DataDownload",
        encodingFormat: "text/csv",
        contentUrl: `${frame.base}/data/measurements.csv`,
      },
    },
  };
}

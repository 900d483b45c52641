/** The addresses of open data. */
import { daysAfter } from "../../engines/calendar/day.ts";
import { pathIn } from "../../platform/web/frame.ts";
import type { Answer, PageRequest, Route } from "../../platform/web/route.ts";
import { openedCampaign } from "../campaign/api.ts";
import { type PledgeLine, pledgePart } from "../pledges/api.ts";
import { jsonFile } from "./api/answer.ts";
import { booksAnswer } from "./api/books.ts";
import { coursesAnswer } from "./api/courses.ts";
import { openapi } from "./api/openapi.ts";
import { pledgeAnswer, pledgesAnswer } from "./api/pledges.ts";
import { storiesAnswer, storyAnswer } from "./api/stories.ts";
import { campaignAnswer, partnersAnswer, placesAnswer, programmesAnswer } from "./api/things.ts";
import { datasetOf } from "./dataset.ts";
import { PledgeFragment } from "./fragment.tsx";
import { placesGeojson } from "./geojson.ts";
import { iatiFile } from "./iati/file.ts";
import { DataMain } from "./pages/data.tsx";
import { PLEDGE_USES, pledgeOf } from "./queries.ts";
import { sitemap } from "./sitemap.ts";
import { wordsIn } from "./words.ts";

const PAGED = { page: (page: string) => page !== "1" };

export const dataRoutes: readonly Route[] = [
  { path: "/data", answer: dataPage },
  { path: "/data/pledges/:file", answer: fragment },
  { path: "/api", answer: async () => ({ kind: "redirect", uses: {}, to: "/data#api" }) },
  { path: "/api/openapi.json", answer: described, inOwnWords: true },
  { path: "/api/campaign", answer: campaignAnswer, inOwnWords: true },
  { path: "/api/stories", query: PAGED, answer: storiesAnswer, inOwnWords: true },
  { path: "/api/stories/:slug", answer: storyAnswer, inOwnWords: true },
  { path: "/api/places", query: PAGED, answer: placesAnswer, inOwnWords: true },
  { path: "/api/partners", query: PAGED, answer: partnersAnswer, inOwnWords: true },
  { path: "/api/programmes", query: PAGED, answer: programmesAnswer, inOwnWords: true },
  { path: "/api/pledges", query: PAGED, answer: pledgesAnswer, inOwnWords: true },
  { path: "/api/pledges/:slug", answer: pledgeAnswer, inOwnWords: true },
  { path: "/api/books", query: PAGED, answer: booksAnswer, inOwnWords: true },
  { path: "/api/courses", query: PAGED, answer: coursesAnswer, inOwnWords: true },
  { path: "/sitemap.xml", answer: sitemap, inOwnWords: true },
  { path: "/data/places.geojson", answer: geojson, inOwnWords: true },
  { path: "/data/iati-activities.xml", answer: iati, inOwnWords: true },
];

async function dataPage(request: PageRequest): Promise<Answer> {
  const { db, frame, lang, today } = request;
  const opened = await openedCampaign(db);
  const first = (await pledgePart(db, today, lang, { most: 1 })).pledges[0];
  const licence = opened?.campaign.licence;
  const words = wordsIn(lang);
  return {
    kind: "page",
    uses: { projections: [...PLEDGE_USES.projections!, "campaign"] },
    until: daysAfter(today, 1), // it says on which day it was read
    title: words.title,
    lang: words.lang,
    description: words.description(frame.name),
    main: DataMain({
      frame,
      today,
      lang: words.lang,
      licence,
      to: (path) => pathIn(frame, lang, path),
      ...(first && {
        example: {
          slug: first.slug,
          title: first.pledge.title,
          html: await htmlOf(request, first),
        },
      }),
    }),
    jsonLd: datasetOf(frame, opened?.subject, licence?.url),
  };
}

async function fragment(request: PageRequest): Promise<Answer> {
  const [, slug] = /^(.+)\.html$/.exec(request.params["file"]!) ?? [];
  if (slug === undefined) return undefined;
  const found = await pledgeOf(request, slug);
  if (!found) return undefined;
  if ("moved" in found)
    return { kind: "redirect", uses: PLEDGE_USES, to: `/data/pledges/${found.moved.slug}.html` };
  return {
    kind: "file",
    uses: PLEDGE_USES,
    until: daysAfter(request.today, 1), // it says on which day it was copied
    type: "text/html; charset=utf-8",
    body: await htmlOf(request, found.line),
  };
}

async function htmlOf(request: PageRequest, line: PledgeLine): Promise<string> {
  return `${String(await PledgeFragment({ line, request }))}\n`;
}

async function described({ db, frame }: PageRequest): Promise<Answer> {
  const opened = await openedCampaign(db);
  return jsonFile(openapi(frame, opened?.campaign.licence), { projections: ["campaign"] });
}

async function geojson(request: PageRequest): Promise<Answer> {
  const { body, until } = await placesGeojson(request);
  return {
    kind: "file",
    uses: { projections: ["places", "stories", "people", "addresses"] },
    ...(until !== undefined && { until }),
    type: "application/geo+json",
    body,
  };
}

async function iati(request: PageRequest): Promise<Answer> {
  const file = await iatiFile(request);
  return (
    file && {
      kind: "file",
      uses: {
        projections: ["campaign", "pledges", "programmes", "partners", "places", "addresses"],
      },
      ...(file.until !== undefined && { until: file.until }),
      type: "application/xml; charset=utf-8",
      body: file.body,
    }
  );
}

/** The addresses of open data. */
import type { Answer, PageRequest, Route } from "../../platform/web/route.ts";
import { openedCampaign } from "../campaign/feature.ts";
import { jsonFile } from "./api/answer.ts";
import { openapi } from "./api/openapi.ts";
import { pledgeAnswer, pledgesAnswer } from "./api/pledges.ts";
import { storiesAnswer, storyAnswer } from "./api/stories.ts";
import { campaignAnswer, partnersAnswer, placesAnswer, programmesAnswer } from "./api/things.ts";
import { placesGeojson } from "./geojson.ts";

const PAGED = ["page"];

export const dataRoutes: readonly Route[] = [
  { path: "/api", answer: async () => ({ kind: "redirect", uses: {}, to: "/data#api" }) },
  { path: "/api/openapi.json", answer: described },
  { path: "/api/campaign", answer: campaignAnswer },
  { path: "/api/stories", query: PAGED, answer: storiesAnswer },
  { path: "/api/stories/:slug", answer: storyAnswer },
  { path: "/api/places", query: PAGED, answer: placesAnswer },
  { path: "/api/partners", query: PAGED, answer: partnersAnswer },
  { path: "/api/programmes", query: PAGED, answer: programmesAnswer },
  { path: "/api/pledges", query: PAGED, answer: pledgesAnswer },
  { path: "/api/pledges/:slug", answer: pledgeAnswer },
  { path: "/data/places.geojson", answer: geojson },
];

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

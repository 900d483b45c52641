/** The addresses of plans. */
import { slugsOf } from "../../platform/addresses/addresses.ts";
import { pathIn } from "../../platform/web/frame.ts";
import { movedRoute } from "../../platform/web/moved.ts";
import type { Answer, Page, PageRequest, Route, Uses } from "../../platform/web/route.ts";
import { formatNumber } from "../../platform/web/words.ts";
import { skyOfSeveral } from "../places/api.ts";
import { antennasCsv } from "./exports-antennas.ts";
import { planKml } from "./exports-kml.ts";
import { featureCollection, materialsCsv, ofOneKind, planFeatures } from "./exports.ts";
import { typedFor } from "./link-form.ts";
import { siteNamed, totalsOf } from "./numbers.ts";
import { HopMain, hopTitle } from "./pages/hop.tsx";
import { LinkMain } from "./pages/link.tsx";
import type { Shown } from "./parts.tsx";
import { PlanMain } from "./pages/plan.tsx";
import { PlanPlaceMain } from "./pages/place.tsx";
import { SiteMain } from "./pages/site.tsx";
import { planAt, planList, type PlanCard } from "./queries.ts";
import { linkScript } from "./script.ts";
import { sheetWordsIn } from "./sheet-words.ts";
import { wordsIn } from "./words.ts";

const LIST: Uses = { projections: ["plans", "addresses"] };
const GEOJSON = "application/geo+json";

export const planRoutes: readonly Route[] = [
  movedRoute("/plans", "/opportunities#plans"),
  { path: "/plans/:slug", answer: (request) => ofPlan(request, "", planPage) },
  { path: "/plans/:slug{.+\\.geojson}", answer: geojsonOfOne },
  { path: "/plans/:slug{.+\\.kml}", answer: kmlOfOne },
  csvOf("/materials.csv", materialsCsv),
  csvOf("/antennas.csv", antennasCsv),
  {
    path: "/plans/:slug/sites/:site",
    answer: (request) => ofPlan(request, `/sites/${request.params["site"]}`, sitePage),
  },
  {
    path: "/plans/:slug/places/:place",
    answer: (request) => ofPlan(request, `/places/${request.params["place"]}`, placePage),
  },
  {
    path: "/plans/:slug/hops/:hop",
    answer: (request) => ofPlan(request, `/hops/${request.params["hop"]}`, hopPage),
  },
  { path: "/plans/:slug/link", answer: (request) => ofPlan(request, "/link", linkPage) },
  { path: "/data/plans.geojson", answer: (request) => geojsonOfAll(request) },
  { path: "/data/plans-points.geojson", answer: (request) => geojsonOfAll(request, "Point") },
  { path: "/data/plans-lines.geojson", answer: (request) => geojsonOfAll(request, "LineString") },
];

/** @param below what follows the plan's own address */
function csvOf(below: string, table: (card: PlanCard) => string): Route {
  const answer: OfPlan = async (card) => ({
    kind: "file",
    uses: { subjects: [card.subject] },
    type: "text/csv; charset=utf-8",
    body: table(card),
  });
  return { path: `/plans/:slug${below}`, answer: (request) => ofPlan(request, below, answer) };
}

type OfPlan = (card: PlanCard, request: PageRequest) => Promise<Answer>;

/** PN16. @param below what follows the plan's own address */
async function ofPlan(request: PageRequest, below: string, answer: OfPlan): Promise<Answer> {
  const slug = request.params["slug"]!;
  const card = await planAt(request.db, slug);
  if (!card) return undefined;
  if (card.slug === slug) return answer(card, request);
  const uses = { subjects: [card.subject] };
  return { kind: "redirect", uses, to: `/plans/${card.slug}${below}` };
}

async function planPage(card: PlanCard, request: PageRequest): Promise<Answer> {
  const shown = shownIn(request);
  const { plan, subject } = card;
  const { people, places, sites } = totalsOf(plan);
  const { words } = shown;
  const uses = { subjects: [subject], projections: ["places", "addresses"] };
  return {
    ...pageOf(uses, plan.title, shown),
    description: `${plan.title}: ${words.would(people)} ${words.places(places)} ${words.masts(sites)}. ${plan.summary}`,
    main: PlanMain({ ...shown, card, related: await request.related(subject) }),
    share: true,
    card: {
      type: "website",
      shows: {
        line: [words.places(places), words.masts(sites)].join(" · "),
        picture: await skyOfSeveral(
          request,
          plan.places.flatMap(({ place }) => place ?? []),
        ),
      },
    },
    jsonLd: {
      "@context": "https://schema.org",
      "@type": "CreativeWork",
      name: plan.title,
      description: plan.summary,
      dateCreated: plan.made,
    },
  };
}

async function placePage(card: PlanCard, request: PageRequest): Promise<Answer> {
  const place = card.plan.places.find(({ id }) => id === request.params["place"]);
  if (!place) return undefined;
  const shown = shownIn(request);
  const about = place.place;
  const slug = about && (await slugsOf(request.db, [about])).get(about);
  const uses = { subjects: [card.subject], projections: ["places", "addresses"] };
  return {
    ...pageOf(uses, place.name, shown),
    description: shown.words.whyOf(place.name, card.plan.title),
    main: PlanPlaceMain({ ...shown, card, place, page: slug && `/places/${slug}` }),
  };
}

async function sitePage(card: PlanCard, request: PageRequest): Promise<Answer> {
  const site = siteNamed(card.plan, request.params["site"]!);
  if (!site) return undefined;
  const shown = shownIn(request);
  const sheet = sheetWordsIn(shown.words.lang);
  return {
    ...pageOf({ subjects: [card.subject] }, sheet.titleOf.replace("{mast}", site.name), shown),
    description: sheet.about(site.name, card.plan.title),
    main: SiteMain({ ...shown, card, sheet, site }),
  };
}

async function hopPage(card: PlanCard, request: PageRequest): Promise<Answer> {
  const number = request.params["hop"]!;
  const hop = /^[1-9]\d*$/.test(number) ? card.plan.hops[Number(number) - 1] : undefined;
  if (!hop) return undefined;
  const shown = shownIn(request);
  const title = hopTitle(card, hop, shown.words);
  return {
    ...pageOf({ subjects: [card.subject] }, title, shown),
    description: `${title}: ${shown.words.km(formatNumber(hop.km, shown.words.lang))}.`,
    main: HopMain({ ...shown, card, hop }),
  };
}

async function linkPage(card: PlanCard, request: PageRequest): Promise<Answer> {
  const shown = shownIn(request);
  const { link } = shown.words;
  const script = linkScript.path;
  return {
    ...pageOf({ subjects: [card.subject] }, link.title, shown),
    description: link.lead,
    ...(card.plan.ground && { script }),
    main: LinkMain({ ...shown, card, script, typed: typedFor(card.plan) }),
  };
}

async function geojsonOfOne(request: PageRequest): Promise<Answer> {
  const slug = request.params["slug"]!.replace(/\.geojson$/, "");
  return ofPlan({ ...request, params: { slug } }, ".geojson", async (card) => ({
    kind: "file",
    uses: { subjects: [card.subject] },
    type: GEOJSON,
    body: featureCollection(planFeatures(card, request.frame.base)),
  }));
}

async function kmlOfOne(request: PageRequest): Promise<Answer> {
  const slug = request.params["slug"]!.replace(/\.kml$/, "");
  return ofPlan({ ...request, params: { slug } }, ".kml", async (card) => ({
    kind: "file",
    uses: { subjects: [card.subject] },
    type: "application/vnd.google-earth.kml+xml",
    body: planKml(card, request.frame.base),
  }));
}

/** @param only what a program that takes one kind of geometry in a file is given */
async function geojsonOfAll({ db, frame }: PageRequest, only?: "Point" | "LineString") {
  const plans = await planList(db);
  const all = plans.flatMap((card) => planFeatures(card, frame.base));
  const features = only === undefined ? all : all.flatMap((one) => ofOneKind(one, only));
  return { kind: "file", uses: LIST, type: GEOJSON, body: featureCollection(features) } as const;
}

function shownIn({ frame, lang }: PageRequest): Shown {
  const to = (path: string) => pathIn(frame, lang, path);
  return { words: wordsIn(lang), own: frame.own, to };
}

const pageOf = (uses: Uses, title: string, { words }: Shown) =>
  ({ kind: "page", uses, title, lang: words.lang, current: "/do-good" }) as const satisfies Omit<
    Page,
    "description" | "main"
  >;

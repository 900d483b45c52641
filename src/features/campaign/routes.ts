/** The addresses of the campaign: its front, the pages that invite, and its free pages. */
import { daysAfter } from "../../engines/calendar/day.ts";
import type { PrivatePart } from "../../platform/private/part.ts";
import { chromeIn } from "../../platform/web/chrome.ts";
import { linkIn, toIn } from "../../platform/web/frame.ts";
import { languagesOf } from "../../platform/web/languages-of.ts";
import type { Answer, Html, Page, PageRequest, Route } from "../../platform/web/route.ts";
import { leadStory, LIST_USES } from "../stories/api.ts";
import { EVERYTHING, frontPage } from "./front-page.ts";
import { frontOf } from "./front.ts";
import { WrittenPage } from "./components/written-page.tsx";
import { DefaultAbout, UnderCredits } from "./pages/free.tsx";
import { TakePartPage, type Ways } from "./pages/take-part.tsx";
import { PressPage } from "./pages/press.tsx";
import { expectedRoutes } from "./expected.ts";
import { cardFile } from "./press-cards.ts";
import { pageAt, theCampaign, type PageThere } from "./queries.ts";
import { FIXED } from "./frame.ts";
import { GOAL_SAID, goalRecord } from "./goal-proof.ts";
import { privacyRoute } from "./privacy/route.ts";
import { wordsIn } from "./words.ts";

/** @param parts of every feature: what they keep stands on `/privacy` */
export const campaignRoutes = (parts: readonly PrivatePart[]): readonly Route[] => [
  { path: "/", answer: (request) => frontPage(request) },
  { path: "/about", answer: about },
  privacyRoute(parts, async (request, whole) => {
    const found = await pageAt(request.db, "privacy", request.lang);
    return found && writtenPage(request, found, {}, whole);
  }),
  { path: "/press", answer: press },
  { path: "/press/:card", answer: pressCard, inOwnWords: true },
  { path: "/pages/:slug", answer: free },
  { path: "/imprint", answer: (request) => written(request, "imprint") },
  { path: "/take-part", answer: takePart },
  { path: GOAL_SAID, answer: goalSaid },
  ...expectedRoutes,
];

async function goalSaid({ db }: PageRequest): Promise<Answer> {
  const to = await goalRecord(db);
  return to === undefined
    ? undefined
    : { kind: "redirect", uses: { projections: ["campaign"] }, to };
}

/** It stands on every instance, in the campaign's words or in ours. */
async function about(request: PageRequest): Promise<Answer> {
  const { db, frame } = request;
  const found = await pageAt(db, "about", request.lang);
  const to = toIn(request);
  const words = wordsIn(request.lang);
  if (found)
    return writtenPage(request, found, { note: frame.independence }, (page) =>
      UnderCredits({ page, frame, words }),
    );
  const campaign = await theCampaign(db);
  return pageOf(
    request,
    chromeIn(request.lang).about,
    frame.purpose,
    () => UnderCredits({ page: DefaultAbout({ campaign, frame, words, to }), frame, words }),
    words.lang,
  );
}

async function free(request: PageRequest): Promise<Answer> {
  const slug = request.params["slug"] ?? "";
  const found = await pageAt(request.db, slug, request.lang);
  if (!found) return undefined;
  if (FIXED.has(found.slug)) return moved(`/${found.slug}`);
  if (found.slug !== slug) return moved(`/pages/${found.slug}`);
  return writtenPage(request, found);
}

/** In the language of the address where it is translated; else as it was written, which it says. */
function writtenPage(
  request: PageRequest,
  { page, slug, lang = request.frame.language, byMachine, behind, translated }: PageThere,
  note: { readonly note?: string } = {},
  whole: (page: Html) => Html = (one) => one,
): Page {
  const words = wordsIn(request.lang);
  const text = WrittenPage({
    page,
    lang,
    around: words.lang,
    asked: request.lang,
    behind,
    to: linkIn(request.frame, request.lang),
    ...note,
  });
  const answer = pageOf(request, page.title, page.summary, () => whole(text), words.lang);
  const path = FIXED.has(slug) ? `/${slug}` : `/pages/${slug}`;
  return {
    ...answer,
    ...languagesOf(request, path, { translated }),
    ...(byMachine && { byMachine }),
  };
}

async function press(request: PageRequest): Promise<Answer> {
  const found = await pageAt(request.db, "press", request.lang);
  const view = await frontOf(request);
  const contact = view.campaign?.contact;
  const words = wordsIn(request.lang);
  const props = {
    front: view,
    request,
    to: toIn(request),
    words,
    page: found?.page,
    pageLang: found?.lang ?? request.frame.language,
  };
  return {
    kind: "page",
    uses: { projections: EVERYTHING },
    until: daysAfter(request.today, 1), // it says of which day its numbers are
    title: words.press.title,
    description: words.press.description(request.frame.name),
    lang: words.lang,
    main: PressPage({ ...props, ...(contact !== undefined && { contact }) }),
  };
}

/** Drawn when somebody first asks for it, and kept with the pages. */
async function pressCard(request: PageRequest): Promise<Answer> {
  const { db, frame, params, today } = request;
  const lead = await leadStory(db, today);
  const point = lead?.place ?? { lat: 10, lon: 20 };
  const file = await cardFile(frame, params["card"] ?? "", point);
  return (
    file && {
      kind: "file",
      uses: { projections: [...LIST_USES, "campaign"] },
      until: daysAfter(today, 1),
      ...file,
    }
  );
}

/** The address that people type for a page of that name. */
async function written({ db }: PageRequest, slug: string): Promise<Answer> {
  const found = await pageAt(db, slug);
  return found && moved(`/pages/${found.slug}`);
}

async function takePart(request: PageRequest): Promise<Answer> {
  const { db, frame, lang } = request;
  const words = wordsIn(lang);
  const campaign = await theCampaign(db);
  const imprint = await pageAt(db, "imprint");
  const ways: Ways = {
    hashtag: frame.hashtag,
    ...(campaign?.contact !== undefined && { contact: campaign.contact }),
    ...(imprint && { imprint: `/pages/${imprint.slug}` }),
  };
  return {
    kind: "page",
    uses: { projections: ["campaign", "pages", "addresses"] },
    title: words.front.takePart,
    description: words.takePart.about,
    lang: words.lang,
    current: "/take-part",
    main: TakePartPage({ frame, lang, ways, to: toIn(request) }),
  };
}

const pageOf = (
  { frame }: PageRequest,
  title: string,
  summary: string | undefined,
  main: () => Html,
  lang: string,
): Page => ({
  kind: "page",
  uses: { projections: ["campaign", "pages", "addresses"] },
  title,
  description: summary ?? `${title}, ${frame.name}`,
  lang,
  main: main(),
});

const moved = (to: string): Answer => ({
  kind: "redirect",
  uses: { projections: ["addresses", "pages"] },
  to,
});

/** The front page, as it stands or as it would. */
import { cardAddress } from "../../platform/web/cards.ts";
import { LADDER_USE } from "../../platform/media/ladder/rungs-of.ts";
import type { Frame } from "../../platform/web/frame.ts";
import type { Page, PageRequest } from "../../platform/web/route.ts";
import { hashtagVersions } from "../hashtag/api.ts";
import { skyOf, skyOnCard } from "../places/api.ts";
import { LIST_USES } from "../stories/api.ts";
import type { Campaign } from "./records.ts";
import { frontOf } from "./front.ts";
import { FrontPage } from "./pages/front.tsx";
import { openedCampaign } from "./queries.ts";
import { wordsIn } from "./words.ts";

/** What it rests on, and other pages that say as much. */
export const EVERYTHING = [
  ...LIST_USES,
  "campaign",
  "pages",
  "programmes",
  "partners",
  "pledges",
  LADDER_USE,
  "events",
] as const;

/** @param asked the campaign as somebody looks at it before it is said, in whose frame the request is; else as it stands */
export async function frontPage(request: PageRequest, asked?: Campaign): Promise<Page> {
  const { frame } = request;
  const view = await frontOf(request, asked);
  const opened = await openedCampaign(request.db);
  const related = opened ? await request.related(opened.subject) : [];
  return {
    kind: "page",
    uses: {
      projections: [
        ...EVERYTHING,
        ...hashtagVersions(frame.topics),
        ...related.flatMap(({ uses }) => uses.projections ?? []),
      ],
    },
    ...(view.until !== undefined && { until: view.until }),
    title: frame.name,
    description: `${frame.claim}. ${frame.purpose}`,
    lang: wordsIn(request.lang).lang,
    main: FrontPage({ front: view, request, related }),
    card: {
      type: "website",
      shows: {
        title: frame.claim,
        ...(!isHashtagOf(frame) && { line: frame.name }),
        picture: skyOnCard(skyOf(undefined, frame.earth)),
      },
    },
    jsonLd: {
      "@context": "https://schema.org",
      "@type": "WebSite",
      name: frame.name,
      description: frame.purpose,
      url: frame.base,
      inLanguage: frame.languages,
      image: frame.base + cardAddress(frame, request.lang, "/"),
    },
    feeds: [{ title: frame.name, path: "/feed.xml" }],
  };
}

/** Whether the hashtag says the campaign's name already. */
const isHashtagOf = ({ name, hashtag }: Frame): boolean =>
  name.replaceAll(/[^\p{L}\p{N}]/gu, "").toLowerCase() === hashtag.toLowerCase();

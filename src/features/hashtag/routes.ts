/** The pages of the room, and its feeds. */
import { pathIn } from "../../platform/web/frame.ts";
import { lookedUp, pageAsked, unlessMeant } from "../../platform/web/means.ts";
import type { Answer, PageRequest, Route } from "../../platform/web/route.ts";
import { feedRoutes, HASHTAG_FEED } from "./feeds.ts";
import { hashtagThreads } from "./queries.ts";
import { HashtagMain } from "./pages/hashtag.tsx";
import { wordsIn } from "./words.ts";

export const hashtagRoutes: readonly Route[] = [
  { path: "/conversation", query: { page: lookedUp, comment: lookedUp }, answer: hashtagPage },
  ...feedRoutes,
];

async function hashtagPage(request: PageRequest): Promise<Answer> {
  const { frame, lang, query } = request;
  const page = pageAsked(query["page"]);
  const odd = unlessMeant(request, { page: page !== 1 && query["comment"] === undefined });
  if (odd) return odd;
  const found = await hashtagThreads(request, page);
  if (!found) return undefined;
  const words = wordsIn(lang);
  return {
    kind: "page",
    uses: { projections: found.uses },
    ...(found.until !== undefined && { until: found.until }),
    title: words.title,
    description: frame.topics.map(({ question }) => question).join(" ") || frame.purpose,
    lang: words.lang,
    current: "/conversation",
    main: HashtagMain({
      threads: found,
      page: found.thread.page,
      frame,
      lang,
      words,
      to: (path) => pathIn(frame, lang, path),
    }),
    feeds: [{ title: words.feedOf(frame.name), path: HASHTAG_FEED }],
  };
}

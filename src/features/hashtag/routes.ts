/** The pages of the room, and its feeds. */
import { pathIn } from "../../platform/web/frame.ts";
import type { Answer, PageRequest, Route } from "../../platform/web/route.ts";
import { feedRoutes, ROOM_FEED } from "./feeds.ts";
import { roomOf } from "./queries.ts";
import { RoomMain } from "./pages/hashtag.tsx";
import { wordsIn } from "./words.ts";

export const roomRoutes: readonly Route[] = [
  { path: "/conversation", query: ["page", "comment"], answer: room },
  ...feedRoutes,
];

async function room(request: PageRequest): Promise<Answer> {
  const { frame, lang, query } = request;
  const page = Number(query["page"] ?? 1);
  if (!(Number.isInteger(page) && page > 0)) return undefined;
  const found = await roomOf(request, page);
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
    main: RoomMain({
      room: found,
      page: found.thread.page,
      frame,
      lang,
      words,
      to: (path) => pathIn(frame, lang, path),
    }),
    feeds: [{ title: words.feedOf(frame.name), path: ROOM_FEED }],
  };
}

/** The pages of the conversation below what it is about. */
import { brakes } from "./private/moderating.ts";
import { pathIn } from "../../platform/web/frame.ts";
import { gonePage } from "../../platform/web/pages.ts";
import { lookedUp, oneOf, pageAsked, unlessMeant } from "../../platform/web/means.ts";
import type { Answer, PageRequest, Route } from "../../platform/web/route.ts";
import { feedOf, feedRoutes } from "./feeds.ts";
import { ThreadMain } from "./pages/thread.tsx";
import { threadVersion } from "./projection.ts";
import { isGone, laddersIn, ORDERS, shapeOf, threadPage, type Order } from "./queries.ts";
import { notThere, SPACES_WITH_THREADS, thingAt } from "./things.ts";
import { wordsIn } from "./words.ts";

export const conversationRoutes: readonly Route[] = [
  ...SPACES_WITH_THREADS.map((space): Route => ({
    path: `/${space}/:slug/conversation`,
    query: { order: oneOf(...ORDERS.slice(1)), page: lookedUp, comment: lookedUp },
    answer: (request) => thread(request, space),
  })),
  ...feedRoutes,
];

async function thread(request: PageRequest, space: string): Promise<Answer> {
  const { db, frame, lang, params, query } = request;
  const thing = await thingAt(request, `/${space}/${params["slug"]}`);
  if (!thing) return notThere(request, space);
  const order = orderOf(query["order"]);
  const page = pageAsked(query["page"]);
  const odd = unlessMeant(request, { page: page !== 1 && query["comment"] === undefined });
  if (odd) return odd;
  const rests = { projections: [threadVersion(thing.about)] };
  // Of the thread that was read last: whoever turns its pages needs it again.
  const shape = await request.remember("thread", rests, () => shapeOf(db, thing.about));
  const wanted = { order, page, comment: query["comment"], shape };
  const found = await threadPage(db, thing.about, wanted);
  if (found.page < 1 || found.page > found.pages) {
    const { comment = "" } = query;
    return (await isGone(db, comment)) ? gonePage(lang, rests) : undefined;
  }
  const words = wordsIn(lang);
  const title = words.titleOf(thing.title);
  return {
    kind: "page",
    uses: { projections: [...thing.uses, threadVersion(thing.about), ...laddersIn(found)] },
    ...(thing.until !== undefined && { until: thing.until }),
    title,
    description: title,
    lang: words.lang,
    current: "/conversation",
    feeds: [{ title, path: pathIn(frame, lang, feedOf(thing)) }],
    main: ThreadMain({
      thing,
      thread: found,
      order,
      isSlow: (await brakes(db)).some((one) => one.about === thing.about),
      words,
      to: (path) => pathIn(frame, lang, path),
    }),
  };
}

const orderOf = (text: string | undefined): Order => ORDERS.find((one) => one === text) ?? "oldest";

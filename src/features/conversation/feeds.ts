/** A thread to follow with a feed reader: its latest words, as Atom and as JSON Feed. Rule CO13. */
import { FEED_FORMS, feedFile, type FeedForm } from "../../platform/web/feed.ts";
import { pathIn } from "../../platform/web/frame.ts";
import type { Answer, PageRequest, Route } from "../../platform/web/route.ts";
import { commentEntry } from "./feed-entry.tsx";
import { latestComments } from "./latest.ts";
import { threadVersion } from "./projection.ts";
import { commentPath, notThere, SPACES_WITH_THREADS, thingAt, type Thing } from "./things.ts";
import { wordsIn } from "./words.ts";

const SIZE = 40; // at most 5,000 characters each; most are a line or two

/** In Atom. */
export const feedOf = ({ thread }: Pick<Thing, "thread">): string => `${thread}/feed.xml`;

export const feedRoutes: readonly Route[] = SPACES_WITH_THREADS.flatMap((space) =>
  FEED_FORMS.map((form) => ({
    path: `/${space}/:slug/conversation/feed.${form}`,
    answer: (request) => feed(request, space, form),
  })),
);

async function feed(request: PageRequest, space: string, form: FeedForm): Promise<Answer> {
  const { db, frame, lang, params, today } = request;
  const thing = await thingAt(request, `/${space}/${params["slug"]}`);
  if (!thing) return notThere(request, space);
  const words = wordsIn(lang);
  const url = (path: string) => frame.base + pathIn(frame, lang, path);
  const latest = await latestComments(db, [thing.about], SIZE);
  const atom = url(feedOf(thing));
  const said = {
    id: atom,
    title: words.titleOf(thing.title),
    description: words.feedIs,
    lang: words.lang,
    home: url(thing.thread),
    atom,
    json: url(`${thing.thread}/feed.json`),
    began: frame.opened ?? today,
    entries: await Promise.all(
      latest.map((one) => commentEntry(one, words, commentPath(thing, one.comment.id), url)),
    ),
  };
  return {
    ...feedFile(form, said),
    uses: { projections: [...thing.uses, threadVersion(thing.about)] },
    ...(thing.until !== undefined && { until: thing.until }),
  };
}

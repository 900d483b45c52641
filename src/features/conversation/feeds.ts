/** A thread to follow with a feed reader: its latest words, as Atom and as JSON Feed. Rule CO13. */
import { ATOM, atomFeed, JSON_FEED, jsonFeed, type FeedEntry } from "../../platform/web/feed.ts";
import { pathIn } from "../../platform/web/frame.ts";
import type { Answer, PageRequest, Route } from "../../platform/web/route.ts";
import { latestComments, whenOf, type LatestComment } from "./latest.ts";
import { threadVersion } from "./projection.ts";
import { Said } from "./text.tsx";
import { commentPath, SPACES_WITH_THREADS, thingAt, type Thing } from "./things.ts";
import { wordsIn } from "./words.ts";

const SIZE = 40; // at most 5,000 characters each; most are a line or two

const FORMS = ["xml", "json"] as const;
type Form = (typeof FORMS)[number];

/** In Atom. */
export const feedOf = ({ thread }: Pick<Thing, "thread">): string => `${thread}/feed.xml`;

export const feedRoutes: readonly Route[] = SPACES_WITH_THREADS.flatMap((space) =>
  FORMS.map((form) => ({
    path: `/${space}/:slug/conversation/feed.${form}`,
    answer: (request) => feed(request, space, form),
  })),
);

async function feed(request: PageRequest, space: string, form: Form): Promise<Answer> {
  const { db, frame, lang, params } = request;
  const thing = await thingAt(request, `/${space}/${params["slug"]}`);
  if (!thing) return undefined;
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
    entries: await Promise.all(
      latest.map((one) => entryOf(one, words.somebody, url(commentPath(thing, one.comment.id)))),
    ),
  };
  return {
    kind: "file",
    uses: { projections: [...thing.uses, threadVersion(thing.about)] },
    type: form === "xml" ? ATOM : JSON_FEED,
    body: form === "xml" ? atomFeed(said) : jsonFeed(said),
  };
}

async function entryOf(latest: LatestComment, somebody: string, url: string): Promise<FeedEntry> {
  const { text, name = somebody, language } = latest.comment;
  return {
    id: `urn:sha256:${latest.subject}`,
    title: name,
    url,
    ...whenOf(latest),
    summary: text,
    html: String(await Said({ text })),
    lang: language,
    authors: [name],
  };
}

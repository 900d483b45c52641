/** Feeds of stories: all, of a topic, of an author, of a place. Rule S10 of README.md. */
import { subjectAt } from "../../platform/addresses/addresses.ts";
import { FEED_FORMS, feedFile, type FeedForm, type Feed } from "../../platform/web/feed.ts";
import { pathIn } from "../../platform/web/frame.ts";
import type { Answer, PageRequest, Redirect, Route } from "../../platform/web/route.ts";
import { peopleBySubject, mayBeShown, restsOnConsent } from "../people/api.ts";
import { placesBySubject } from "../places/api.ts";
import { answeredEntries } from "./asked.ts";
import { entriesOf } from "./feed-entries.ts";
import { storyList, type StoryFilter } from "./queries.ts";
import { earliest, LIST_USES } from "./shown.ts";

const ALL = "/feed.xml";
const SIZE = 20; // whole texts: about 100 kB, which a reader on 2G fetches once

/** What a feed follows: its title, its page, which stories. */
interface Source {
  readonly title: string;
  readonly home: string;
  /** The path of the feed in Atom. */
  readonly path: string;
  readonly subject?: string;
  readonly filter: Partial<StoryFilter>;
}

export const feedRoutes: readonly Route[] = FEED_FORMS.flatMap((form) => [
  { path: `/feed.${form}`, answer: (request) => answer(request, allOf(request), form) },
  {
    path: `/topics/:topic/feed.${form}`,
    answer: (request) => answer(request, topicOf(request), form),
  },
  {
    path: `/authors/:slug/feed.${form}`,
    answer: async (request) => answer(request, await authorOf(request), form),
  },
  {
    path: `/places/:slug/feed.${form}`,
    answer: async (request) => answer(request, await placeOf(request), form),
  },
]);

const allOf = ({ frame }: PageRequest): Source => ({
  title: frame.name,
  home: "/",
  path: ALL,
  filter: {},
});

function topicOf({ frame, params }: PageRequest): Source | undefined {
  const topic = frame.topics.find(({ id }) => id === params["topic"]);
  if (!topic) return undefined;
  return sourceOf(frame, topic.name, `/topics/${topic.id}`, { filter: { topic: topic.id } });
}

async function authorOf({
  db,
  params,
  frame,
  today,
}: PageRequest): Promise<Source | Redirect | undefined> {
  const slug = params["slug"] ?? "";
  const address = await subjectAt(db, "people", slug);
  if (!address) return undefined;
  if (address.slug !== slug) return moved(`/authors/${address.slug}/feed.xml`);
  const author = (await peopleBySubject(db, [address.subject])).get(address.subject);
  if (!author) return undefined;
  if (restsOnConsent(author) && !mayBeShown(author, "story", frame.language, today, "feed"))
    return undefined;
  const { subject, name } = author;
  return sourceOf(frame, name, `/authors/${slug}`, { subject, filter: { author: subject } });
}

async function placeOf({
  db,
  params,
  frame,
  lang,
}: PageRequest): Promise<Source | Redirect | undefined> {
  const slug = params["slug"] ?? "";
  const address = await subjectAt(db, "places", slug);
  if (!address) return undefined;
  if (address.slug !== slug) return moved(`/places/${address.slug}/feed.xml`);
  const place = (await placesBySubject(db, [address.subject], lang)).get(address.subject);
  if (!place) return undefined;
  const { subject, name } = place;
  return sourceOf(frame, name, `/places/${slug}`, { subject, filter: { place: subject } });
}

const sourceOf = (
  frame: PageRequest["frame"],
  name: string,
  home: string,
  of: Pick<Source, "subject" | "filter">,
): Source => ({ title: `${name}, ${frame.name}`, home, path: `${home}/feed.xml`, ...of });

const moved = (to: string): Redirect => ({
  kind: "redirect",
  uses: { projections: ["addresses"] },
  to,
});

async function answer(
  request: PageRequest,
  source: Source | Redirect | undefined,
  form: FeedForm,
): Promise<Answer> {
  if (!source) return undefined;
  if ("kind" in source) return { ...source, to: inForm(source.to, form) };
  const { db, frame, lang, today } = request;
  const list = await storyList(db, { ...source.filter, today, lang, size: SIZE, channel: "feed" });
  const url = (path: string) => `${frame.base}${pathIn(frame, lang, path)}`;
  const { entries: told, until } = await entriesOf(request, list.cards);
  const answered = source.path === ALL ? await answeredEntries(request) : [];
  const entries = [...told, ...answered]
    .toSorted((a, b) => (a.published < b.published ? 1 : a.published > b.published ? -1 : 0))
    .slice(0, SIZE);
  const feed: Feed = {
    id: source.subject === undefined ? url(source.path) : `urn:sha256:${source.subject}`,
    title: source.title,
    description: frame.claim,
    lang,
    home: url(source.home),
    atom: url(source.path),
    json: url(inForm(source.path, "json")),
    began: frame.opened ?? today,
    entries,
  };
  return {
    ...feedFile(form, feed),
    uses: { projections: [...LIST_USES, "campaign"] },
    ...earliest([list.until, until]),
  };
}

const inForm = (path: string, form: FeedForm): string => path.replace(/xml$/, form);

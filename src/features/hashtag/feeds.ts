/** What was said with the hashtag and about the topics, as Atom and as JSON Feed. Rule RM4. */
import { FEED_FORMS, feedFile, type FeedForm, type FeedEntry } from "../../platform/web/feed.ts";
import { pathIn } from "../../platform/web/frame.ts";
import type { Answer, PageRequest, Route } from "../../platform/web/route.ts";
import {
  commentEntry,
  commentPath,
  conversationWordsIn,
  latestComments,
  type LatestComment,
} from "../conversation/api.ts";
import { HASHTAG, hashtagVersions, topicAbout } from "./queries.ts";
import { wordsIn } from "./words.ts";

const SIZE = 40; // at most 5,000 characters each; most are a line or two

const HOME = "/conversation";
/** In Atom. */
export const HASHTAG_FEED = `${HOME}/feed.xml`;

export const feedRoutes: readonly Route[] = FEED_FORMS.map((form) => ({
  path: `${HOME}/feed.${form}`,
  answer: (request) => feed(request, form),
}));

async function feed(request: PageRequest, form: FeedForm): Promise<Answer> {
  const { db, frame, lang, today } = request;
  const words = wordsIn(lang);
  const abouts = [HASHTAG, ...frame.topics.map(({ id }) => topicAbout(id))];
  const url = (path: string) => `${frame.base}${pathIn(frame, lang, path)}`;
  const comments = await latestComments(db, abouts, SIZE);
  const said = {
    id: url(HASHTAG_FEED),
    title: words.feedOf(frame.name),
    description: words.feedIs,
    lang,
    home: url(HOME),
    atom: url(HASHTAG_FEED),
    json: url(`${HOME}/feed.json`),
    began: frame.opened ?? today,
    entries: await Promise.all(comments.map((one) => entryOf(one, request, url))),
  };
  const uses = { projections: ["campaign", ...hashtagVersions(frame.topics)] };
  return { ...feedFile(form, said), uses };
}

async function entryOf(
  latest: LatestComment,
  { frame, lang }: PageRequest,
  url: (path: string) => string,
): Promise<FeedEntry> {
  const { about, comment } = latest;
  const { card, origin } = comment;
  const topic = frame.topics.find((one) => topicAbout(one.id) === about);
  const thread = topic ? `/topics/${topic.id}${HOME}` : HOME;
  const path = commentPath({ thread }, comment.id);
  const tags = [frame.hashtag, topic?.name].filter((tag) => tag !== undefined && tag !== "");
  return {
    ...(await commentEntry(latest, conversationWordsIn(lang), path, url)),
    url: card?.url ?? origin?.url ?? url(path),
    tags: tags as string[],
  };
}

/** What the room shows: each topic with its stories and its latest words, and one page of what was said with the hashtag. */
import { LADDER_USE } from "../../platform/media/ladder/rungs-of.ts";
import type { PageRequest } from "../../platform/web/route.ts";
import {
  commentCounts,
  latestComments,
  threadPage,
  threadVersion,
  type LatestComment,
} from "../conversation/api.ts";
import { LIST_USES, storyList } from "../stories/api.ts";

export const HASHTAG = "room";
const STORIES = 3; // of a topic
const WORDS = 2; // of a topic: its page has them all

export const topicAbout = (id: string): string => `topic:${id}`;

export type StoryList = Awaited<ReturnType<typeof storyList>>;

export interface TopicPart {
  readonly id: string;
  readonly name: string;
  readonly question: string;
  readonly stories: StoryList;
  readonly latest: readonly LatestComment[];
  /** How many comments stand. */
  readonly comments: number;
}
export interface HashtagThreads {
  /** On the first page alone. */
  readonly topics: readonly TopicPart[];
  readonly thread: Awaited<ReturnType<typeof threadPage>>;
  readonly uses: readonly string[];
  readonly until?: string;
}

/** @param page of what was said with the hashtag, where the address names no comment; undefined where there is none such */
export async function hashtagThreads(
  request: PageRequest,
  page: number,
): Promise<HashtagThreads | undefined> {
  const { db, frame, query } = request;
  const thread = await threadPage(db, HASHTAG, {
    order: "newest",
    page,
    comment: query["comment"],
  });
  if (!(thread.page >= 1 && thread.page <= thread.pages)) return undefined;
  const topics = thread.page === 1 ? await topicParts(request) : [];
  const [until] = topics.flatMap(({ stories }) => stories.until ?? []).toSorted();
  return {
    topics,
    thread,
    uses: [...LIST_USES, "campaign", LADDER_USE, ...hashtagVersions(frame.topics)],
    ...(until !== undefined && { until }),
  };
}

/** What raises when something is said in the room or about a topic. */
export const hashtagVersions = (topics: readonly { readonly id: string }[]): readonly string[] => [
  threadVersion(HASHTAG),
  ...topics.map(({ id }) => threadVersion(topicAbout(id))),
];

async function topicParts({ db, frame, lang, today }: PageRequest): Promise<TopicPart[]> {
  const counts = await commentCounts(
    db,
    frame.topics.map(({ id }) => topicAbout(id)),
  );
  const parts: TopicPart[] = [];
  for (const topic of frame.topics) {
    const about = topicAbout(topic.id);
    const comments = counts.get(about) ?? 0;
    const latest = comments === 0 ? [] : await latestComments(db, [about], WORDS);
    const stories = await storyList(db, { today, lang, topic: topic.id, size: STORIES });
    parts.push({ ...topic, stories, latest, comments });
  }
  return parts;
}

/** The last words about each topic, for a page that leads here: by topic, those about which something was said. */
export async function lastWords({
  db,
  frame,
}: Pick<PageRequest, "db" | "frame">): Promise<ReadonlyMap<string, LatestComment>> {
  const counts = await commentCounts(
    db,
    frame.topics.map(({ id }) => topicAbout(id)),
  );
  const last = new Map<string, LatestComment>();
  for (const { id } of frame.topics) {
    if (!counts.has(topicAbout(id))) continue;
    const [latest] = await latestComments(db, [topicAbout(id)], 1);
    if (latest) last.set(id, latest);
  }
  return last;
}

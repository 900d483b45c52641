/** The hashtags of what is said, each with the page of this site that it leads to: the campaign's own room, a topic. */
import type { Frame } from "../web/frame.ts";
import type { OwnHashtag } from "./speaking.ts";

const ROOM = "/conversation"; // of the campaign's hashtag, and of those that have no place of their own

/**
 * @param topics ids of the campaign's topics
 * @param tags in any words; one that names a topic is the topic's
 */
export function hashtagsOf(
  { hashtag, topics: known }: Pick<Frame, "hashtag" | "topics">,
  topics: readonly string[] = [],
  tags: readonly string[] = [],
): readonly OwnHashtag[] {
  const ofTopic = (id: string): OwnHashtag => ({ name: inOneWord(id), path: `/topics/${id}` });
  const all = [
    { name: hashtag.replace(/^#/, ""), path: ROOM },
    ...known.filter(({ id }) => topics.includes(id)).map(({ id }) => ofTopic(id)),
    ...tags.map((tag) => {
      const topic = known.find(({ id, name }) => [bare(id), bare(name)].includes(bare(tag)));
      return topic ? ofTopic(topic.id) : { name: inOneWord(tag), path: ROOM };
    }),
  ];
  const byName = new Map(all.toReversed().map((one) => [bare(one.name), one])); // of two the first stays
  return all.filter((one) => /\p{L}/u.test(one.name) && byName.get(bare(one.name)) === one);
}

const bare = (words: string): string => words.replace(/[^\p{L}\p{N}]+/gu, "").toLowerCase();

const inOneWord = (words: string): string =>
  words
    .split(/[^\p{L}\p{N}_]+/u)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join("");

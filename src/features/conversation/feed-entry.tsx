/** A comment in a feed: all that its place on the page shows of it. Rule CO13. */
import type { FeedEntry } from "../../platform/web/feed.ts";
import { whenOf, type LatestComment } from "./latest.ts";
import { Card, Origin } from "./components/source.tsx";
import { Said } from "./text.tsx";
import type { ConversationWords } from "./words.ts";

/** @param path its place here @param url of a path of this site */
export async function commentEntry(
  latest: LatestComment,
  words: ConversationWords,
  path: string,
  url: (path: string) => string,
): Promise<FeedEntry> {
  const { comment, subject } = latest;
  const { text, name = words.somebody, language, recording, card, origin } = comment;
  const html = (
    <>
      <Said text={text} />
      {recording && (
        <p>
          <a href={url(`/media/${recording.file.media}`)}>
            {words.recordings[recording.kind].by(name)}
          </a>
        </p>
      )}
      <Card comment={comment} />
      {origin && (
        <p>
          <Origin comment={comment} words={words} />
        </p>
      )}
    </>
  );
  return {
    id: `urn:sha256:${subject}`,
    title: card?.title ?? name,
    url: url(path),
    ...whenOf(latest),
    summary: text,
    html: String(await html),
    lang: language,
    authors: [name],
  };
}

/** A topic: its question, its stories, its feed. */
import { pathIn, type Frame } from "../../../platform/web/frame.ts";
import type { Html } from "../../../platform/web/route.ts";
import type { StoryList } from "../queries.ts";
import { StoryIndex } from "./list.tsx";

export function TopicPage(props: {
  readonly topic: Frame["topics"][number];
  readonly list: StoryList;
  readonly frame: Frame;
  readonly lang: string;
}): Html {
  const { topic, list, frame, lang } = props;
  return (
    <>
      <header class="row head">
        <h1 class="c8">{topic.name}</h1>
        <p class="stand c8">{topic.question}</p>
      </header>
      <h2 class="vh">Stories</h2>
      {list.cards.length > 0 ? (
        <StoryIndex stories={list.cards} frame={frame} lang={lang} />
      ) : (
        <p class="stand">
          <a class="wanted" href={pathIn(frame, lang, "/take-part")}>
            Wanted: tell yours
          </a>
        </p>
      )}
      <p class="chips">
        {list.total > list.cards.length && (
          <a href={pathIn(frame, lang, `/stories?topic=${topic.id}`)}>All {list.total} stories</a>
        )}
        <a href={pathIn(frame, lang, `/conversation#${topic.id}`)}>The conversation</a>
        <a href={pathIn(frame, lang, `/topics/${topic.id}/feed.xml`)}>Feed</a>
        {list.total > 0 && (
          <a href={pathIn(frame, lang, `/topics/${topic.id}.epub`)}>All as a book (EPUB)</a>
        )}
      </p>
    </>
  );
}

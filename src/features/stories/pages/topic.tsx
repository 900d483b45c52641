/** A topic: its question, its stories, its feed, and what is said about it. */
import { pathIn, type Frame } from "../../../platform/web/frame.ts";
import type { Html, Related } from "../../../platform/web/route.ts";
import { foreign } from "../../../platform/words/inline.tsx";
import type { StoryList } from "../queries.ts";
import { wordsIn } from "../words.ts";
import { StoryIndex } from "./list.tsx";

export function TopicPage(props: {
  readonly topic: Frame["topics"][number];
  readonly list: StoryList;
  readonly related: readonly Related[];
  readonly frame: Frame;
  readonly lang: string;
}): Html {
  const { topic, list, related, frame, lang } = props;
  const words = wordsIn(lang);
  return (
    <>
      <header class="row head" {...foreign(frame.own, words.lang)}>
        <h1 class="c8">{topic.name}</h1>
        <p class="stand c8">{topic.question}</p>
        {related.length > 0 && (
          <p class="acts">
            <a class="button quiet" href="#talk" {...foreign(words.lang, frame.own)}>
              {words.conversation}
            </a>
          </p>
        )}
      </header>
      <h2 class="vh">{words.stories}</h2>
      {list.cards.length > 0 ? (
        <StoryIndex stories={list.cards} frame={frame} lang={lang} />
      ) : (
        <p class="stand">
          <a class="wanted" href={pathIn(frame, lang, "/take-part")}>
            {words.tellYours}
          </a>
        </p>
      )}
      <p class="chips">
        {list.total > list.cards.length && (
          <a href={pathIn(frame, lang, `/stories?topic=${topic.id}`)}>{words.allOf(list.total)}</a>
        )}
        <a href={pathIn(frame, lang, `/topics/${topic.id}/feed.xml`)}>{words.feed}</a>
        {list.total > 0 && (
          <a href={pathIn(frame, lang, `/topics/${topic.id}.epub`)}>{words.topicAsBook}</a>
        )}
      </p>
      {related.map(({ html }) => html)}
    </>
  );
}

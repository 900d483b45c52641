/** The conversation by topic: a question each, what the stories say to it, and how to answer. */
import type { Frame } from "../../../platform/web/frame.ts";
import type { Html } from "../../../platform/web/route.ts";
import { Share } from "../../../platform/web/share.tsx";
import { plural } from "../../../platform/web/words.ts";
import { storyPath, type StoryList } from "../../stories/feature.ts";

export function ConversationPage(props: {
  readonly frame: Frame;
  readonly lang: string;
  /** Some stories of each topic, by its id. */
  readonly stories: ReadonlyMap<string, StoryList>;
  readonly to: (path: string) => string;
}): Html {
  const { frame, lang, stories, to } = props;
  const { topics, hashtag } = frame;
  return (
    <>
      <header class="row head">
        <h1 class="c8">Conversation</h1>
        <p class="stand c8">
          {topics.length > 0 &&
            `${topics.length} ${plural(topics.length, "topic", "topics")}, any language. `}
          {hashtag === ""
            ? "Answer by the ways named here."
            : `Join in from wherever you write, with #${hashtag}.`}
        </p>
      </header>
      <nav class="chips" aria-label="Topics">
        {topics.map(({ id, name }) => (
          <a href={`#${id}`}>{name}</a>
        ))}
      </nav>
      {topics.map(({ id, name, question }) => (
        <section class="row topic" aria-labelledby={id}>
          <div class="c8">
            <h2 class="knot" id={id}>
              {name}
            </h2>
            <p class="stand">{question}</p>
            <OutOfTheStories
              list={stories.get(id)}
              frame={frame}
              lang={lang}
              path={to(`/topics/${id}`)}
            />
          </div>
          <p class="r4 acts">
            <a class="button quiet" href={to("/take-part")}>
              Answer<span class="vh"> on {name}</span>
            </a>
            <span class="small">yours can be the first</span>
          </p>
        </section>
      ))}
      <section aria-labelledby="ru">
        <h2 class="knot" id="ru">
          How we talk
        </h2>
        <p class="stand">
          About deeds and figures, in your own words. A person reads what is sent, and says why when
          something goes.
        </p>
      </section>
      <Share
        url={`${frame.base}${to("/conversation")}`}
        title={hashtag === "" ? frame.name : `#${hashtag}`}
      />
    </>
  );
}

function OutOfTheStories(props: {
  list: StoryList | undefined;
  frame: Frame;
  lang: string;
  path: string;
}) {
  const { list, frame, lang, path } = props;
  if (!list || list.total === 0) return <></>;
  return (
    <p>
      Out of the stories:{" "}
      {list.cards.map((story, i) => (
        <>
          {i > 0 && ", "}
          <a
            href={storyPath(frame, lang, story.slug)}
            lang={story.lang === frame.language ? undefined : story.lang}
          >
            {story.title}
          </a>
        </>
      ))}
      {list.total > list.cards.length && (
        <>
          , <a href={path}>all {list.total}</a>
        </>
      )}
    </p>
  );
}

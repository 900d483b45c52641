/** The conversation by topic: a question each, what the stories say to it, and how to answer. */
import type { Frame } from "../../../platform/web/frame.ts";
import type { Html } from "../../../platform/web/route.ts";
import { Share } from "../../../platform/web/share.tsx";
import { filled, foreign, spoken } from "../../../platform/words/inline.tsx";
import { storyPath, type StoryList } from "../../stories/feature.ts";
import { wordsIn, type CampaignWords } from "../words.ts";

export function ConversationPage(props: {
  readonly frame: Frame;
  readonly lang: string;
  /** Some stories of each topic, by its id. */
  readonly stories: ReadonlyMap<string, StoryList>;
  readonly to: (path: string) => string;
}): Html {
  const { frame, lang, stories, to } = props;
  const { topics, hashtag } = frame;
  const words = wordsIn(lang);
  const say = words.conversation;
  const own = foreign(frame.language, words.lang);
  return (
    <>
      <header class="row head">
        <h1 class="c8">{words.front.conversation}</h1>
        <p class="stand c8">
          {topics.length > 0 && `${say.inAnyLanguage(topics.length)} `}
          {hashtag === "" ? say.answerHere : say.joinFrom(`#${hashtag}`)}
        </p>
      </header>
      <nav class="chips" aria-label={say.topics}>
        {topics.map(({ id, name }) => (
          <a href={`#${id}`} {...own}>
            {name}
          </a>
        ))}
      </nav>
      {topics.map(({ id, name, question }) => (
        <section class="row topic" aria-labelledby={id}>
          <div class="c8">
            <h2 class="knot" id={id} {...own}>
              {name}
            </h2>
            <p class="stand" {...own}>
              {question}
            </p>
            <OutOfTheStories
              words={words}
              list={stories.get(id)}
              frame={frame}
              lang={lang}
              path={to(`/topics/${id}`)}
            />
          </div>
          <p class="r4 acts">
            <a class="button quiet" href={to("/take-part")}>
              {say.answer}
              <span class="vh">
                {filled(say.answerOn, { topic: spoken(frame.language, words.lang, name) })}
              </span>
            </a>
            <span class="small">{say.first}</span>
          </p>
        </section>
      ))}
      <section aria-labelledby="ru">
        <h2 class="knot" id="ru">
          {say.rules}
        </h2>
        <p class="stand">{say.rulesAre}</p>
      </section>
      <Share
        url={`${frame.base}${to("/conversation")}`}
        title={hashtag === "" ? frame.name : `#${hashtag}`}
        lang={lang}
      />
    </>
  );
}

function OutOfTheStories(props: {
  words: CampaignWords;
  list: StoryList | undefined;
  frame: Frame;
  lang: string;
  path: string;
}) {
  const { list, frame, lang, path, words } = props;
  if (!list || list.total === 0) return <></>;
  return (
    <p>
      {words.conversation.outOf}{" "}
      {list.cards.map((story, i) => (
        <>
          {i > 0 && ", "}
          <a href={storyPath(frame, lang, story.slug)} {...foreign(story.lang, words.lang)}>
            {story.title}
          </a>
        </>
      ))}
      {list.total > list.cards.length && (
        <>
          , <a href={path}>{words.conversation.all(list.total)}</a>
        </>
      )}
    </p>
  );
}

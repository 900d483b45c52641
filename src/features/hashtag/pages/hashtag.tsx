/** The room: the topics with their questions, stories and latest words, then what was said with the hashtag. */
import type { Frame } from "../../../platform/web/frame.ts";
import type { Html } from "../../../platform/web/route.ts";
import { Section } from "../../../platform/web/heads.tsx";
import { filled, foreign, spoken } from "../../../platform/words/inline.tsx";
import { Comments, conversationWordsIn, Foot, type Thing } from "../../conversation/api.ts";
import { storyPath } from "../../stories/api.ts";
import { HASHTAG_FEED } from "../feeds.ts";
import type { HashtagThreads, TopicPart, StoryList } from "../queries.ts";
import type { HashtagWords } from "../words.ts";
import { Latest } from "../components/latest.tsx";
import { ShareWidely } from "./share.tsx";

interface HashtagProps {
  readonly threads: HashtagThreads;
  readonly page: number;
  readonly frame: Frame;
  readonly lang: string;
  readonly words: HashtagWords;
  readonly to: (path: string) => string;
}

export function HashtagMain(props: HashtagProps): Html {
  const { threads, page, frame, lang, words, to } = props;
  const { topics, hashtag } = frame;
  return (
    <>
      <header class="row head">
        <h1 class="c8">{words.title}</h1>
        <p class="stand c8">
          {topics.length > 0 && `${words.inAnyLanguage(topics.length)} `}
          {hashtag === "" ? words.answerHere : words.joinFrom(`#${hashtag}`)}
        </p>
      </header>
      {page === 1 && (
        <nav class="chips" aria-label={words.topics}>
          {topics.map(({ id, name }) => (
            <a href={`#${id}`} {...foreign(frame.own, words.lang)}>
              {name}
            </a>
          ))}
          <a href="#room">{hashtagName(props)}</a>
        </nav>
      )}
      {threads.topics.map((topic) => (
        <Topic topic={topic} {...props} />
      ))}
      <HashtagThread {...props} />
      <Section id="ru" title={words.rules}>
        <p class="stand">{words.rulesAre}</p>
        <Foot words={conversationWordsIn(lang)} to={to} />
      </Section>
      <ShareWidely frame={frame} path={to("/conversation")} lang={lang} to={to} />
    </>
  );
}

const hashtagName = ({ frame, words }: HashtagProps): string =>
  frame.hashtag === "" ? words.roomWithout : `#${frame.hashtag}`;

function Topic(props: HashtagProps & { readonly topic: TopicPart }) {
  const { topic, frame, words, to } = props;
  const { id, name, question, comments } = topic;
  const own = foreign(frame.own, words.lang);
  const thread = to(`/topics/${id}/conversation`);
  return (
    <section class="row topic" aria-labelledby={id}>
      <div class="c8">
        <h2 class="knot" id={id}>
          {spoken(frame.own, words.lang, name)}
        </h2>
        <p class="stand" {...own}>
          {question}
        </p>
        <OutOfTheStories list={topic.stories} path={to(`/topics/${id}`)} {...props} />
        {topic.latest.length > 0 && (
          <>
            <p class="small">{words.lastSaid}</p>
            <Latest latest={topic.latest} thread={thread} words={words} />
          </>
        )}
      </div>
      <p class="r4 acts">
        <a class="button quiet" href={to(`/topics/${id}/comment`)}>
          {words.answer}
          <span class="vh">
            {filled(words.answerOn, { topic: spoken(frame.own, words.lang, name) })}
          </span>
        </a>
        {comments === 0 ? (
          <span class="small">{words.first}</span>
        ) : (
          <a class="small" href={thread}>
            {words.readAll(comments)}
          </a>
        )}
      </p>
    </section>
  );
}

function OutOfTheStories(
  props: HashtagProps & { readonly list: StoryList; readonly path: string },
) {
  const { list, path, frame, lang, words } = props;
  if (list.total === 0) return <></>;
  return (
    <p>
      {words.outOf}{" "}
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
          , <a href={path}>{words.all(list.total)}</a>
        </>
      )}
    </p>
  );
}

function HashtagThread(props: HashtagProps) {
  const { threads, page, frame, lang, words, to } = props;
  const { hashtag } = frame;
  const thing: Thing = {
    about: "room",
    title: hashtagName(props),
    path: "/conversation",
    thread: "/conversation",
    form: "/conversation/comment",
    uses: [],
  };
  return (
    <section aria-labelledby="room">
      <h2 class="knot" id="room">
        {hashtag === "" ? words.roomWithout : filled(words.room, { hashtag: `#${hashtag}` })}
      </h2>
      <p>{threads.thread.total === 0 ? words.answerHere : words.roomIs}</p>
      <p class="acts">
        <a class="button" href={to(thing.form)}>
          {words.say}
        </a>
        <a class="button quiet" href={to("/conversation/link")}>
          {words.propose}
        </a>
        <a class="small" href={to(HASHTAG_FEED)}>
          {words.feed}
        </a>
      </p>
      <Comments thing={thing} thread={threads.thread} words={conversationWordsIn(lang)} to={to} />
      {threads.thread.pages > 1 && (
        <nav class="chips" aria-label={words.pages}>
          {page > 1 && (
            <a
              href={to(page === 2 ? "/conversation" : `/conversation?page=${page - 1}`)}
              rel="prev"
            >
              {words.newer}
            </a>
          )}
          <span aria-current="page">{words.pageOf(page, threads.thread.pages)}</span>
          {page < threads.thread.pages && (
            <a href={to(`/conversation?page=${page + 1}`)} rel="next">
              {words.older}
            </a>
          )}
        </nav>
      )}
    </section>
  );
}

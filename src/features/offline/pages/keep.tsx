/** The page of what is kept on this phone. It is whole without script: it then says what works instead. Rule K5. */
import { pathIn, type Frame } from "../../../platform/web/frame.ts";
import type { Html } from "../../../platform/web/route.ts";
import { formatBytes } from "../../../platform/web/words.ts";
import { Section } from "../../../platform/web/heads.tsx";
import { filled, foreign, spoken } from "../../../platform/words/inline.tsx";
import type { KeptBook } from "../../books/api.ts";
import type { KeptCourse } from "../../courses/api.ts";
import { storyPath, type StoryCard } from "../../stories/api.ts";
import type { KeepWords } from "../words.ts";

interface KeepProps {
  readonly frame: Frame;
  readonly lang: string;
  readonly words: KeepWords;
  /** The story that somebody wants to keep. */
  readonly story?: StoryCard | undefined;
  /** The book. */
  readonly book?: KeptBook | undefined;
  /** The course. */
  readonly course?: KeptCourse | undefined;
}

export function KeepPage(props: KeepProps): Html {
  const { words } = props;
  return (
    <>
      <header class="row head">
        <h1 class="c8">{words.title}</h1>
        <p class="stand c8">{words.stand}</p>
      </header>
      <p id="plain">{words.plain}</p>
      <p id="unable" hidden>
        {words.unable}
      </p>
      <div id="able" hidden>
        <Add {...props} />
        <Section id="later-title" title={words.later}>
          <p id="no-later">{words.noLater}</p>
          <ul class="lines" id="later"></ul>
        </Section>
        <Section id="read-title" title={words.read}>
          <p id="no-read">{words.noRead}</p>
          <ul class="lines" id="read"></ul>
        </Section>
        <Section id="forget-title" title={words.onPhone}>
          <p>{words.whatIsKept}</p>
          <p class="acts">
            <button class="button quiet" type="button" id="forget">
              {words.forget}
            </button>
          </p>
          <p class="status" role="status" id="forgotten" hidden>
            {words.forgotten}
          </p>
        </Section>
      </div>
      <Instead {...props} />
    </>
  );
}

function Add({ story, book, course, frame, lang, words }: KeepProps) {
  return (
    <div>
      {course && (
        <>
          <p>{filled(words.addCourse, { title: spoken(course.lang, words.lang, course.title) })}</p>
          <p class="acts">
            <button class="button" type="button" data-keep={course.path}>
              <span>
                {words.allLessons} <bdi>{formatBytes(course.bytes, words.lang)}</bdi>
              </span>
            </button>
          </p>
        </>
      )}
      {book && (
        <>
          <p>{filled(words.addBook, { title: spoken(book.lang, words.lang, book.title) })}</p>
          <p class="acts">
            {book.choices.map(({ path, play, bytes }) => (
              <button class="button" type="button" data-keep={path}>
                <span>
                  {words.bookWith[play ?? "text"]} <bdi>{formatBytes(bytes, words.lang)}</bdi>
                </span>
              </button>
            ))}
          </p>
        </>
      )}
      {story && (
        <p class="acts">
          <button class="button" type="button" data-keep={storyPath(frame, lang, story.slug)}>
            <span>{filled(words.add, { title: spoken(story.lang, words.lang, story.title) })}</span>
          </button>
        </p>
      )}
      <p class="status" role="status" id="keeping" hidden>
        {words.keeping}
      </p>
      <p class="status" role="status" id="kept" hidden>
        {words.kept}
      </p>
      <p class="status" role="status" id="full" hidden>
        {words.full}
      </p>
      <p class="status" role="status" id="not-kept" hidden>
        {words.notKept}
      </p>
    </div>
  );
}

/** What needs neither script nor https. */
function Instead({ story, book, course, frame, lang, words }: KeepProps) {
  return (
    <Section id="instead" title={words.instead}>
      <ul class="lines">
        {story && (
          <>
            <li>
              <a href={storyPath(frame, lang, story.slug)} {...foreign(story.lang, words.lang)}>
                {story.title}
              </a>{" "}
              <small>{words.print}</small>
            </li>
            <li>
              <a href={`${storyPath(frame, lang, story.slug)}.epub`}>{words.storyBook}</a>
            </li>
          </>
        )}
        {course && (
          <li>
            <a href={course.path}>
              {filled(words.courseAsPages, {
                title: spoken(course.lang, words.lang, course.title),
              })}
            </a>
          </li>
        )}
        {book && (
          <li>
            <a href={book.epub}>
              {filled(words.epubOf, { title: spoken(book.lang, words.lang, book.title) })}
            </a>
          </li>
        )}
        <li>
          <a href={pathIn(frame, lang, "/campaign.epub")}>{words.book}</a>
        </li>
      </ul>
    </Section>
  );
}

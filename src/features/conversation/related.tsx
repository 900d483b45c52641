/** The way into the conversation, on the page of what it is about; a topic shows its thread itself. Rule CO11. */
import { pathIn } from "../../platform/web/frame.ts";
import type { Html, PageRequest, Related } from "../../platform/web/route.ts";
import { Section } from "../../platform/web/heads.tsx";
import { foreign } from "../../platform/words/inline.tsx";
import { askedQuestions, storiesBySubject } from "../stories/api.ts";
import { MAX_WORDS } from "./bounds.ts";
import { Comments } from "./components/comments.tsx";
import { threadVersion } from "./projection.ts";
import { commentCounts, laddersIn, threadPage } from "./queries.ts";
import { isTopic, thingAbout, type Thing } from "./things.ts";
import { wordsIn, type ConversationWords } from "./words.ts";

const SHOWN = 12; // comments on the page of a topic, which has stories too

export async function relatedConversation(
  request: PageRequest,
  subject: string,
): Promise<Related | undefined> {
  const { db, frame, lang } = request;
  const thing = await thingAbout(request, subject);
  if (!thing) return undefined;
  const words = wordsIn(lang);
  const count = (await commentCounts(db, [subject])).get(subject) ?? 0;
  const to = (path: string) => pathIn(frame, lang, path);
  const all = count > 0 && <a href={to(thing.thread)}>{words.comments(count)}</a>;
  const thread = isTopic(subject) ? await threadPage(db, subject, { order: "newest" }) : undefined;
  return {
    uses: { projections: [threadVersion(subject), ...(thread ? laddersIn(thread) : [])] },
    html: (
      <Section id="talk" title={words.title}>
        {thread ? (
          <>
            {all && <p>{all}</p>}
            <Comments
              thing={thing}
              thread={{ ...thread, lines: thread.lines.slice(0, SHOWN) }}
              words={words}
              to={to}
            />
            <Box form={to(thing.form)} words={words} />
          </>
        ) : (
          <Way
            thing={thing}
            all={all}
            question={count === 0 ? await questionOf(request, subject) : undefined}
            words={words}
            to={to}
          />
        )}
      </Section>
    ),
  };
}

/** A box to begin a comment in; the next page asks who says it. */
const Box = ({ form, words }: { readonly form: string; readonly words: ConversationWords }) => (
  <form class="c7" method="post" action={form}>
    <div class="field">
      <label for="text">{words.form.text}</label>
      <textarea id="text" name="text" rows={4} maxlength={MAX_WORDS} required dir="auto" />
    </div>
    <p class="acts field">
      <button type="submit">{words.goOn}</button>
      <span class="small">{words.goOnHint}</span>
    </p>
  </form>
);

/** Below a story, whose page has no byte to spare: its question with a box, or the way to what was said. */
function Way(props: {
  readonly thing: Thing;
  readonly all: unknown;
  readonly question: { readonly words: string; readonly lang: string } | undefined;
  readonly words: ConversationWords;
  readonly to: (path: string) => string;
}): Html {
  const { thing, all, question, words, to } = props;
  const more = (
    <>
      <a href={to(thing.form)}>{words.say}</a>
      <a class="small" href={to(`/conversation/report?of=${thing.about}`)} rel="nofollow">
        {words.wrong}
      </a>
    </>
  );
  if (!question)
    return (
      <p class="acts">
        {all}
        {more}
      </p>
    );
  return (
    <form method="post" action={to(thing.form)}>
      <label for="text" {...foreign(question.lang, words.lang)}>
        {question.words}
      </label>
      <textarea id="text" name="text" required dir="auto" />
      <p class="acts">
        <button>{words.goOn}</button>
        {more}
      </p>
    </form>
  );
}

/** CO24: of a story its first open question, else that of its first topic. */
async function questionOf({ db, frame, lang, today }: PageRequest, subject: string) {
  const story = (await storiesBySubject(db, [subject])).get(subject);
  if (!story) return undefined;
  if (story.questions?.some(({ settled }) => !settled)) {
    const { asked } = await askedQuestions(db, { today, lang });
    const open = asked.find((one) => one.subject === subject && !one.settled);
    if (open) return { words: open.words, lang: open.lang };
  }
  const topic = frame.topics.find(({ id }) => story.topics?.includes(id));
  return topic && { words: topic.question, lang: frame.own };
}

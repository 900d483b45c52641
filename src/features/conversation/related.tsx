/** The way into the conversation, on the page of what it is about; a topic shows its thread itself. Rule CO11. */
import { pathIn } from "../../platform/web/frame.ts";
import type { PageRequest, Related } from "../../platform/web/route.ts";
import { Section } from "../../platform/web/heads.tsx";
import { MAX_WORDS } from "./bounds.ts";
import { Comments } from "./components/comments.tsx";
import { threadVersion } from "./projection.ts";
import { commentCounts, laddersIn, threadPage } from "./queries.ts";
import { isTopic, thingAbout } from "./things.ts";
import { wordsIn } from "./words.ts";

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
        {count === 0 && <p>{words.none}</p>}
        {thread ? (
          <>
            {all && <p>{all}</p>}
            <Comments
              thing={thing}
              thread={{ ...thread, lines: thread.lines.slice(0, SHOWN) }}
              words={words}
              to={to}
            />
            <form class="c7" method="post" action={to(thing.form)}>
              <div class="field">
                <label for="text">{words.form.text}</label>
                <textarea
                  id="text"
                  name="text"
                  rows={4}
                  maxlength={MAX_WORDS}
                  required
                  dir="auto"
                />
              </div>
              <p class="acts field">
                <button type="submit">{words.goOn}</button>
                <span class="small">{words.goOnHint}</span>
              </p>
            </form>
          </>
        ) : (
          <p class="acts">
            {all}
            <a class={count > 0 ? undefined : "button quiet"} href={to(thing.form)}>
              {words.say}
            </a>
            <a class="small" href={to(`/conversation/report?of=${subject}`)} rel="nofollow">
              {words.wrong}
            </a>
          </p>
        )}
      </Section>
    ),
  };
}

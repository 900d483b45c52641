/** The page of a story: who and where, the text with its numbered sources, what stands beside it. */
import { pathIn } from "../../../platform/web/frame.ts";
import { Markdown } from "../../../platform/web/markdown.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { Share } from "../../../platform/web/share.tsx";
import { Sources } from "../../../platform/web/sources.tsx";
import { formatDay } from "../../../platform/web/words.ts";
import type { StoryProps } from "./props.ts";
import { languageName, stateWords, wordsIn } from "../words.ts";
import { minutesToRead } from "../text.ts";
import { Beside } from "./beside.tsx";
import { Along, Cover } from "./line.tsx";
import { placeLine, storyPath } from "./list.tsx";

export function StoryPage({ view, request }: Omit<StoryProps, "words">): Html {
  const { frame, lang } = request;
  const { story, text } = view;
  const words = wordsIn(text.lang);
  const props = { view, request, words };
  const media = story.cover ? [story.cover.file] : [];
  return (
    <>
      <article>
        <Cover view={view} />
        <div class="row head body">
          <Head {...props} />
          <Beside {...props} />
          <div class="prose c8">
            <Markdown
              text={text.markdown}
              lang={text.lang}
              sources={story.sources ?? []}
              media={(name) => media.find((file) => file.name === name)}
              ladders={view.ladders}
            />
          </div>
        </div>
        <Share url={`${frame.base}${storyPath(frame, lang, view.slug)}`} title={text.title} />
        <SourceList {...props} />
      </article>
      {view.related.map((section) => section.html)}
      <Along {...props} />
    </>
  );
}

function Head({ view, request, words }: StoryProps) {
  const { frame, lang } = request;
  const { story, text, authors, places, walk } = view;
  const many = frame.walks.find(({ id }) => id === walk)?.many;
  const campaigns = frame.language === text.lang ? undefined : frame.language;
  return (
    <header class="c8">
      <p class="meta">
        {many === undefined ? (
          <span lang={campaigns}>{story.category}</span>
        ) : (
          <a href={pathIn(frame, lang, `/stories?walk=${walk}`)} lang={campaigns}>
            {many}
          </a>
        )}
        {places[0] && <span>{placeLine(places[0])}</span>}
      </p>
      <h1>{text.title}</h1>
      <p class="stand">{text.summary}</p>
      <LanguageNote view={view} request={request} words={words} />
      <p class="meta">
        {authors.length > 0 && (
          <span>
            {words.by}{" "}
            {authors.map((author, i) => (
              <>
                {i > 0 && ", "}
                <a href={pathIn(frame, lang, `/authors/${author.slug}`)} rel="author">
                  {author.name}
                </a>
              </>
            ))}
          </span>
        )}
        <time datetime={story.published}>{formatDay(story.published, text.lang)}</time>
        {story.updated && (
          <span>
            {words.updated} {formatDay(story.updated, text.lang)}
          </span>
        )}
        {story.lookedUp && story.lookedUp !== story.published && (
          <span>
            {words.lookedUp} {formatDay(story.lookedUp, text.lang)}
          </span>
        )}
        <span>{minutesToRead(text.markdown)} min</span>
      </p>
    </header>
  );
}

/** Says when the text is not in the language of the address, and how far a translation is. */
function LanguageNote({ view, request, words }: StoryProps) {
  const { frame, lang } = request;
  const { story, text, slug } = view;
  if (text.translation) {
    const { state, translator, behind } = text.translation;
    const said = [
      stateWords(state, words),
      translator && `${words.translatedBy} ${translator}`,
      behind && words.behind,
    ].filter(Boolean);
    return (
      <p class="small">
        {said.length > 0 && <>{said.join("; ")}. </>}
        <a href={storyPath(frame, story.language, slug)} hreflang={story.language}>
          {words.readOriginal} ({languageName(story.language)})
        </a>
      </p>
    );
  }
  if (text.lang === lang) return <></>;
  const asked = wordsIn(lang);
  return (
    <p class="small" lang={asked.lang}>
      {asked.translationWanted} <span lang={text.lang}>{languageName(text.lang)}</span>.
    </p>
  );
}

function SourceList({ view, request, words }: StoryProps) {
  const { sources } = view.story;
  const { frame } = request;
  const disclaimer = view.story.disclaimer ?? frame.disclaimer;
  const own = view.story.disclaimer === undefined ? frame.language : view.story.language;
  const note = disclaimer !== "" && (
    <p class="aside" lang={own === view.text.lang ? undefined : own}>
      {disclaimer}
    </p>
  );
  if (!sources) return <>{note}</>;
  return (
    <section aria-labelledby="so">
      <h2 class="knot" id="so">
        {words.sources}
      </h2>
      <Sources sources={sources} lang={view.text.lang} />
      {note}
    </section>
  );
}

/** The page of a story: who and where, the text with its numbered sources, what stands beside it. */
import { linkIn, pathIn } from "../../../platform/web/frame.ts";
import { Fold } from "../../../platform/web/look.ts";
import { Markdown } from "../../../platform/web/markdown.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { passOnPath, Share } from "../../../platform/web/share.tsx";
import { Sources } from "../../../platform/web/sources.tsx";
import { formatDay, formatMinutes, languageName } from "../../../platform/web/words.ts";
import { Section } from "../../../platform/web/heads.tsx";
import { filled, foreign } from "../../../platform/words/inline.tsx";
import { firstSky, Globe, PlaceFilm, skiesOf, Sky, WatchFilm } from "../../places/api.ts";
import type { StoryProps } from "./props.ts";
import { Unknown } from "./questions.tsx";
import { stateWords, wordsIn } from "../words.ts";
import { minutesToRead } from "../text.ts";
import { Beside, Media, opensWithSky, Portrait, skyOf } from "./beside.tsx";
import { Along, Cover } from "./line.tsx";
import { placeLine, storyPath } from "../naming.ts";

export function StoryPage({ view, request }: Omit<StoryProps, "words">): Html {
  const { frame, lang } = request;
  const { story, text } = view;
  const words = wordsIn(text.lang);
  const around = wordsIn(lang);
  const props = { view, request, words };
  const media = story.cover ? [story.cover.file] : [];
  return (
    <>
      <article {...foreign(text.lang, around.lang)}>
        <Opening {...props} />
        <div class="row head body">
          <Portrait {...props} />
          <div class="c8">
            {!opensWithSky(props) && (
              <header>
                <Head {...props} />
              </header>
            )}
            <Media {...props} />
            <div class="prose">
              <Markdown
                text={text.markdown}
                lang={text.lang}
                to={linkIn(frame, lang)}
                sources={story.sources ?? []}
                media={(name) => media.find((file) => file.name === name)}
                picture={(name) => story.pictures?.find((one) => one.name === name)}
                map={(slug) => mapOf(view, slug)}
                ladders={view.ladders}
                open={view.story.photos === "open"}
              />
            </div>
            <Fold />
          </div>
          <Beside {...props} />
          <Later {...props} />
        </div>
        <PlaceFilm
          place={view.places[0]}
          lang={words.lang}
          own={frame.own}
          language={frame.language}
          ladders={view.ladders}
        />
        <Share
          url={`${frame.base}${storyPath(frame, lang, view.slug)}`}
          title={text.title}
          lang={words.lang}
          hashtag={frame.hashtag}
          more={passOnPath(frame, lang, `/stories/${view.slug}`)}
        />
        <Unknown {...props} />
        <SourceList {...props} />
      </article>
      {view.related.map((section) => section.html)}
      <Along view={view} request={request} words={around} />
    </>
  );
}

/** S24: the place from space under the title, where neither a photo of the person nor a drawing leads. */
function Opening(props: StoryProps) {
  const { view, request, words } = props;
  const sky = skyOf(props);
  if (!sky || !opensWithSky(props)) return <Cover view={view} />;
  return (
    <Sky {...sky} lang={words.lang} own={request.frame.own}>
      <Head {...props} />
    </Sky>
  );
}

/** The same ground in its other pictures, when a reader comes near; in its first, too, where a photo led. */
function Later(props: StoryProps) {
  const { view, request, words } = props;
  const [place] = view.places;
  if (!place) return <></>;
  const all = skiesOf(place.sky);
  const opening = opensWithSky(props) ? firstSky(place.sky) : undefined;
  const later = all.filter(({ kind }) => kind !== opening);
  if (later.length === 0) return <></>;
  return (
    <div class="later">
      {later.map((sky) => {
        const of = { place: place.name, kind: sky.kind };
        return <Sky view={sky.view} of={of} lang={words.lang} own={request.frame.own} />;
      })}
    </div>
  );
}

/** A place that the text draws once more; the globe beside the text shows the first one. */
function mapOf({ places, text }: StoryProps["view"], slug: string): Html | undefined {
  const place = places.find((one) => one.slug === slug);
  return place && <Globe place={place} lang={text.lang} id={`map-${slug}`} />;
}

/** Where a story asks for nothing else. */
const TELL = "/take-part/story";
/** Forms that know what to do with where a story happened and what it belongs to. */
const TAKE_PLACES: readonly string[] = [TELL, "/take-part/opportunity"];

/** The form that a story leads to, with its place, and its programme where stories are told. S35. */
function formOf(to: string, { places: [place], programmes: [programme] }: StoryProps["view"]) {
  const [path = "", asked = ""] = to.split(/[?#]/, 2);
  if (!TAKE_PLACES.includes(path) || to.includes("#")) return to;
  const query = new URLSearchParams(asked);
  if (place) query.set("place", place.slug);
  if (programme && path === TELL) query.set("programme", programme.slug);
  return query.size === 0 ? to : `${path}?${query.toString()}`;
}

/** S25. */
function Head({ view, request, words }: StoryProps) {
  const { frame, lang } = request;
  const { story, text, head, authors, places, walk } = view;
  const own = foreign(head.lang, text.lang);
  const step = head.ask ?? text.ask;
  const many = frame.walks.find(({ id }) => id === walk)?.many;
  const campaigns = foreign(frame.own, text.lang);
  return (
    <>
      <p class="meta">
        {many === undefined ? (
          <span {...campaigns}>{view.category}</span>
        ) : (
          <a href={pathIn(frame, lang, `/stories?walk=${walk}`)} {...campaigns}>
            {many}
          </a>
        )}
        {places[0] && <span>{placeLine(places[0])}</span>}
      </p>
      <h1 {...own}>{head.title}</h1>
      <p class="stand" {...own}>
        {head.summary}
      </p>
      <p class="acts">
        <b>{words.youCan}</b>
        <a
          class="button"
          href={pathIn(frame, lang, formOf(step?.to ?? TELL, view))}
          {...(head.ask ? own : {})}
        >
          {step?.text ?? words.tellYourOwn}
        </a>{" "}
        <WatchFilm place={places[0]} lang={words.lang} />
      </p>
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
          <span>{filled(words.updated, { day: formatDay(story.updated, text.lang) })}</span>
        )}
        <span>{formatMinutes(minutesToRead(text.markdown), text.lang)}</span>
      </p>
    </>
  );
}

/** S7: says when the text is not in the language of the address, and in which others it is; of a translation how far it is. */
function LanguageNote({ view, request, words }: StoryProps) {
  const { frame, lang } = request;
  const { story, text, slug, languages } = view;
  if (text.translation) {
    const { state, translator, behind } = text.translation;
    const said = [
      stateWords(state, words),
      translator && words.translatedBy(translator),
      behind && words.behind,
    ].filter(Boolean);
    return (
      <p class="small">
        {said.length > 0 && <>{said.join("; ")}. </>}
        <a href={storyPath(frame, story.language, slug)} hreflang={story.language}>
          {words.readOriginal(languageName(story.language))}
        </a>
      </p>
    );
  }
  if (text.lang === lang) return <></>;
  const asked = wordsIn(lang);
  return (
    <p class="small" {...foreign(asked.lang, text.lang)}>
      {filled(asked.translationWanted, {
        language: languageName(text.lang, asked.lang),
      })}
      {languages.length > 1 &&
        languages.slice(1).map((one) => (
          <>
            {" "}
            <a href={storyPath(frame, one, slug)} hreflang={one} {...foreign(one, asked.lang)}>
              {languageName(one)}
            </a>
          </>
        ))}
    </p>
  );
}

function SourceList({ view, request, words }: StoryProps) {
  const { sources, lookedUp } = view.story;
  const { frame } = request;
  const disclaimer = view.story.disclaimer ?? frame.disclaimer;
  const own = view.story.disclaimer === undefined ? frame.own : view.story.language;
  const note = disclaimer !== "" && (
    <p class="aside" {...foreign(own, view.text.lang)}>
      {disclaimer}
    </p>
  );
  if (!sources) return <>{note}</>;
  return (
    <Section id="so" title={words.sources}>
      <Sources sources={sources} lang={view.text.lang} />
      {lookedUp && (
        <p class="small">{filled(words.lookedUp, { day: formatDay(lookedUp, view.text.lang) })}</p>
      )}
      {note}
    </Section>
  );
}

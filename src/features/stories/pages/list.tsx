/** Stories in a list: who or where, the title, the sentence under it. */
import type { Frame } from "../../../platform/web/frame.ts";
import { Face, thumbOf } from "../../../platform/web/stills.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { formatMinutes, languageName } from "../../../platform/web/words.ts";
import { foreign, spoken } from "../../../platform/words/inline.tsx";
import { storyPath, walkName, whereOf } from "../naming.ts";
import type { StoryCard } from "../queries.ts";
import { wordsIn, type StoryWords } from "../words.ts";

interface ListProps {
  readonly stories: readonly StoryCard[];
  readonly frame: Frame;
  /** The language of the address. */
  readonly lang: string;
}

export function StoryIndex({ stories, frame, lang }: ListProps): Html {
  const words = wordsIn(lang);
  return (
    <ol class="index">
      {stories.map((story) => (
        <li>
          <p>
            <Seen story={story} />
            {spoken(frame.own, words.lang, walkName(frame, story.walk) ?? story.category)}
            {story.place && (
              <>
                <br />
                <small>{whereOf(story)}</small>
              </>
            )}
          </p>
          <h3 {...foreign(story.lang, words.lang)}>
            <a href={storyPath(frame, lang, story.slug)}>{story.title}</a>{" "}
            <OnlyIn story={story} lang={lang} />
          </h3>
          <p {...foreign(story.lang, words.lang)}>
            {story.summary}{" "}
            <small {...foreign(words.lang, story.lang)}>{weightOf(story, words)}</small>
          </p>
        </li>
      ))}
    </ol>
  );
}

/** S37: the language of a story that the reader's language does not have, in the reader's word for it. */
export function OnlyIn({
  story: { lang: said, language, languages },
  lang,
}: {
  readonly story: Pick<StoryCard, "lang" | "language" | "languages">;
  readonly lang: string;
}): Html {
  if (languages.includes(lang)) return <></>;
  return (
    <small {...foreign(lang, said)}>
      (<span lang={lang}>{languageName(language, lang)}</span>)
    </small>
  );
}

function Seen({ story: { face } }: { readonly story: StoryCard }) {
  const thumb = face && thumbOf(face.picture, face.ladder);
  return thumb ? <Face thumb={thumb} focus={face.focus} /> : <></>;
}

function weightOf({ minutes, sources }: StoryCard, words: StoryWords): string {
  const time = formatMinutes(minutes, words.lang);
  return sources === 0 ? time : words.timeAndSources(time, words.countedSources(sources));
}

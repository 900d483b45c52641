/** Stories in a list: who or where, the title, the sentence under it. */
import { pathIn, type Frame } from "../../../platform/web/frame.ts";
import type { Html } from "../../../platform/web/route.ts";
import { plural } from "../../../platform/web/words.ts";
import type { StoryCard } from "../queries.ts";

export interface ListProps {
  readonly stories: readonly StoryCard[];
  readonly frame: Frame;
  /** The language of the address. */
  readonly lang: string;
}

export function StoryIndex({ stories, frame, lang }: ListProps): Html {
  return (
    <ol class="index">
      {stories.map((story) => (
        <li>
          <p>
            {walkName(frame, story.walk) ?? story.category}
            {story.place && (
              <>
                <br />
                <small>{whereOf(story)}</small>
              </>
            )}
          </p>
          <h3 lang={other(story.lang, frame.language)}>
            <a href={storyPath(frame, lang, story.slug)}>{story.title}</a>
          </h3>
          <p lang={other(story.lang, frame.language)}>
            {story.summary} <small>{weightOf(story)}</small>
          </p>
        </li>
      ))}
    </ol>
  );
}

export const storyPath = (frame: Frame, lang: string, slug: string): string =>
  pathIn(frame, lang, `/stories/${slug}`);

/** `Mankosi, Eastern Cape, South Africa`, as far as it is known. */
export function whereOf({ place }: Pick<StoryCard, "place">): string {
  return place ? placeLine(place) : "";
}
export function placeLine(place: NonNullable<StoryCard["place"]>): string {
  const parts = [place.name, place.region, place.countryName];
  return parts.filter((part, i) => part !== undefined && parts.indexOf(part) === i).join(", ");
}

export function walkName(frame: Frame, id: string | undefined): string | undefined {
  return frame.walks.find((walk) => walk.id === id)?.one;
}

const weightOf = ({ minutes, sources }: StoryCard): string =>
  sources === 0
    ? `${minutes} min`
    : `${minutes} min, ${sources} ${plural(sources, "source", "sources")}`;

const other = (lang: string, page: string): string | undefined =>
  lang === page ? undefined : lang;

/** The line on a story's page: over the drawing of its place, and on to the next story. */
import { isLight, Picture } from "../../../platform/web/picture.tsx";
import { foreign } from "../../../platform/words/inline.tsx";
import type { StoryCard } from "../queries.ts";
import type { StoryView } from "../view.ts";
import { placeLine, storyPath } from "../naming.ts";
import { OnlyIn } from "./list.tsx";
import type { StoryProps } from "./props.ts";

export const isInline = ({ story }: Pick<StoryView, "story">): boolean =>
  story.cover !== undefined && isLight(story.cover);

/** A drawing light enough belongs to the page; a heavier one waits beside the text behind its button. */
export function Cover({ view }: { view: StoryView }) {
  const { cover } = view.story;
  if (!cover || !isInline(view)) return <></>;
  return (
    <figure class="cover">
      <Picture picture={cover} title={cover.alt} inline />
      {cover.credit && (
        <figcaption>
          <small>{cover.credit}</small>
        </figcaption>
      )}
    </figure>
  );
}

export function Along({ view, request, words }: StoryProps) {
  const { before, next } = view.along;
  if (!before && !next) return <></>;
  const step = (story: StoryCard, word: string, rel: string) => (
    <a href={storyPath(request.frame, request.lang, story.slug)} rel={rel}>
      <small>
        {word}
        {story.place && `: ${placeLine(story.place)}`}
      </small>
      <b {...foreign(story.lang, words.lang)}>{story.title}</b>
      <OnlyIn story={story} lang={request.lang} />
    </a>
  );
  return (
    <nav class="along" aria-label={words.along}>
      {before && step(before, words.before, "prev")}
      {next && step(next, words.next, "next")}
    </nav>
  );
}

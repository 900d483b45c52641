/** Tell the world: a story for each walk of life, and an invitation where one is wanted. */
import { foreign } from "../../../platform/words/inline.tsx";
import { storyPath, type StoryCard } from "../../stories/feature.ts";
import type { FrontProps } from "./props.ts";

export function Walks({ front, request, to, words }: FrontProps) {
  const { campaign, walks, opening, stories } = front;
  const { frame } = request;
  // Those that are told come first; the order of the campaign decides the rest.
  const told = walks.flatMap(({ many, story }) => (story ? [{ many, story }] : []));
  const wanted = walks.filter(({ story }) => !story);
  const own = foreign(frame.language, words.lang);
  const other = (lang: string) => foreign(lang, words.lang);
  const link = (story: StoryCard, text: string) => (
    <a href={storyPath(frame, request.lang, story.slug)}>{text}</a>
  );
  return (
    <section aria-labelledby="tw">
      <h2 class="knot" id="tw">
        {words.front.tellTheWorld}
      </h2>
      {campaign && (
        <p class="stand" {...own}>
          {campaign.tellTheWorld}
        </p>
      )}
      <ol class="index walks">
        {told.map(({ many, story }) => (
          <li>
            <p {...own}>{many}</p>
            <h3 {...(story.person ? {} : other(story.lang))}>
              {link(story, story.person?.name ?? story.title)}
            </h3>
            <p>
              {story.place && (
                <>
                  {story.place.name}, {story.place.countryName}.{" "}
                </>
              )}
              <span {...other(story.lang)}>{story.summary}</span>
            </p>
          </li>
        ))}
        {wanted.map(({ many }) => (
          <li>
            <p {...own}>{many}</p>
            <h3>
              <a class="wanted" href={to("/take-part")}>
                {words.front.tellYours}
              </a>
            </h3>
          </li>
        ))}
      </ol>
      <p class="chips">
        {stories > 0 && (
          <a class="more" href={to("/stories")}>
            {words.front.allStories}
          </a>
        )}
        {opening && <span {...other(opening.lang)}>{link(opening, opening.title)}</span>}
      </p>
    </section>
  );
}

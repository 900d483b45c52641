/** Tell the world: a story for each walk of life, and an invitation where one is wanted. */
import { storyPath, type StoryCard } from "../../stories/feature.ts";
import type { FrontProps } from "./props.ts";

export function Walks({ front, request, to }: FrontProps) {
  const { campaign, walks, opening, stories } = front;
  const { frame } = request;
  // Those that are told come first; the order of the campaign decides the rest.
  const told = walks.flatMap(({ many, story }) => (story ? [{ many, story }] : []));
  const wanted = walks.filter(({ story }) => !story);
  const other = (lang: string) => (lang === frame.language ? undefined : lang);
  const link = (story: StoryCard, words: string) => (
    <a href={storyPath(frame, request.lang, story.slug)}>{words}</a>
  );
  return (
    <section aria-labelledby="tw">
      <h2 class="knot" id="tw">
        Tell the world
      </h2>
      {campaign && <p class="stand">{campaign.tellTheWorld}</p>}
      <ol class="index walks">
        {told.map(({ many, story }) => (
          <li>
            <p>{many}</p>
            <h3 lang={story.person ? undefined : other(story.lang)}>
              {link(story, story.person?.name ?? story.title)}
            </h3>
            <p lang={other(story.lang)}>
              {story.place && (
                <>
                  {story.place.name}, {story.place.countryName}.{" "}
                </>
              )}
              {story.summary}
            </p>
          </li>
        ))}
        {wanted.map(({ many }) => (
          <li>
            <p>{many}</p>
            <h3>
              <a class="wanted" href={to("/take-part")}>
                Wanted: tell yours
              </a>
            </h3>
          </li>
        ))}
      </ol>
      <p class="chips">
        {stories > 0 && (
          <a class="more" href={to("/stories")}>
            All stories
          </a>
        )}
        {opening && <span lang={other(opening.lang)}>{link(opening, opening.title)}</span>}
      </p>
    </section>
  );
}

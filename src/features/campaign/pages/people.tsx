/** Three people, each introduced by a figure from their own story, and the way to all the others. */
import { Portrayed, stillOf, thumbOf } from "../../../platform/web/stills.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { foreign } from "../../../platform/words/inline.tsx";
import { storyPath, type StoryCard } from "../../stories/api.ts";
import type { FrontProps } from "./props.ts";
import { Section } from "../../../platform/web/heads.tsx";

export function People({ front, request, to, words }: FrontProps): Html {
  const { lead, people, opening, stories } = front;
  const { frame, lang } = request;
  const told = [...(lead ? [lead] : []), ...people];
  if (told.length === 0) return <></>;
  return (
    <Section id="tw" title={words.front.howTheyDidIt}>
      <ul class="three">
        {told.map((story) => (
          <li>
            <Introduced story={story} request={request} words={words} />
          </li>
        ))}
      </ul>
      <p class="chips">
        <a class="more" href={to("/stories")}>
          {words.front.allStories(stories)}
        </a>
        {opening && (
          <a
            class="more"
            href={storyPath(frame, lang, opening.slug)}
            {...foreign(opening.lang, words.lang)}
          >
            {opening.title}
          </a>
        )}
      </p>
    </Section>
  );
}

/** Who it is, where, and what happened: by a figure of the story where it has one. */
export function Introduced({
  story,
  request: { frame, lang },
  words,
}: Pick<FrontProps, "request" | "words"> & { readonly story: StoryCard }): Html {
  const { person, place, title, summary, figure, face } = story;
  const own = foreign(story.lang, words.lang);
  const thumb = face && thumbOf(face.picture, face.ladder);
  return (
    <>
      {face && thumb && (
        <Portrayed thumb={thumb} still={stillOf(face.picture, face.ladder)} focus={face.focus} />
      )}
      {figure && (
        <p class="figure" {...own}>
          <b>{figure.number}</b> <span>{figure.says}</span>
        </p>
      )}
      <h3>
        <a href={storyPath(frame, lang, story.slug)} {...(person ? {} : own)}>
          {person?.name ?? title}
        </a>{" "}
        {place && (
          <small>
            {place.name}, {place.countryName}
          </small>
        )}
      </h3>
      {!figure && <p {...own}>{summary}</p>}
    </>
  );
}

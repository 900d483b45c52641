/** Tell the world: more people, each with the place where they are, and the way to all the others. */
import { Portrayed, stillOf, thumbOf } from "../../../platform/web/stills.tsx";
import { foreign, spoken } from "../../../platform/words/inline.tsx";
import { firstSky, Glimpse, GlimpsesOf } from "../../places/api.ts";
import { storyPath, walkName, type StoryCard } from "../../stories/api.ts";
import { openingSky } from "./lead.tsx";
import type { FrontProps } from "./props.ts";
import { Section } from "../../../platform/web/heads.tsx";

export function People({ front, request, to, words }: FrontProps) {
  const { campaign, people, opening, stories } = front;
  const { frame, lang } = request;
  const views = people.flatMap((story) => (thumbIn(story) ? [] : (skyOf(story) ?? [])));
  return (
    <Section id="tw" title={words.front.tellTheWorld}>
      {campaign && <p {...foreign(frame.own, words.lang)}>{campaign.tellTheWorld}</p>}
      <ul class="four">
        {people.map((story) => (
          <Person story={story} request={request} words={words} />
        ))}
      </ul>
      <GlimpsesOf
        views={views}
        lang={words.lang}
        own={frame.own}
        said={openingSky({ front, request })?.view.credit}
      />
      <p class="chips">
        {stories > 0 && (
          <a class="more" href={to("/stories")}>
            {words.front.allStories(stories)}
          </a>
        )}
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

function Person({
  story,
  request: { frame, lang },
  words,
}: Pick<FrontProps, "request" | "words"> & { readonly story: StoryCard }) {
  const { person, place, title, summary } = story;
  const view = skyOf(story);
  const own = foreign(story.lang, words.lang);
  const { face } = story;
  const thumb = thumbIn(story);
  return (
    <li>
      <div class="beside">
        {face && thumb ? (
          <Portrayed thumb={thumb} still={stillOf(face.picture, face.ladder)} focus={face.focus} />
        ) : (
          view && <Glimpse view={view} />
        )}
        <div>
          <h3 {...(person ? {} : own)}>
            <a href={storyPath(frame, lang, story.slug)}>{person?.name ?? title}</a>
          </h3>
          <p class="small">
            {spoken(frame.own, words.lang, walkName(frame, story.walk) ?? story.category)}
            {place && (
              <>
                <br />
                {place.name}, {place.countryName}
              </>
            )}
          </p>
        </div>
      </div>
      <p {...own}>{summary}</p>
    </li>
  );
}

/** Somebody who agreed to be seen comes before the place. */
const thumbIn = ({ face }: StoryCard) => face && thumbOf(face.picture, face.ladder);

function skyOf({ place }: StoryCard) {
  const kind = firstSky(place?.sky);
  return kind && place?.sky?.[kind];
}

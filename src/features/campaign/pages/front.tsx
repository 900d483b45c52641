/** The front page: what a stranger meets, in the order in which it is told. */
import { pathIn } from "../../../platform/web/frame.ts";
import { HowHonest } from "../../../platform/web/honest.tsx";
import { Player } from "../../../platform/web/player/player.tsx";
import type { Html, Related } from "../../../platform/web/route.ts";
import { WorldMap } from "../../places/feature.ts";
import { Opportunities, ProgrammeCells } from "../../programmes/feature.ts";
import { LastWord } from "../../room/feature.ts";
import { foreign } from "../../../platform/words/inline.tsx";
import { wordsIn } from "../words.ts";
import { Doors } from "./doors.tsx";
import type { FrontProps } from "./props.ts";
import { GoalAndPledges } from "./goal.tsx";
import { Lead } from "./lead.tsx";
import { Walks } from "./walks.tsx";

export function FrontPage(
  props: Omit<FrontProps, "to" | "words"> & {
    /** What other features have to show about the campaign as a whole. */
    readonly related: readonly Related[];
  },
): Html {
  const { front, request, related } = props;
  const { frame, lang } = request;
  const to = (path: string) => pathIn(frame, lang, path);
  const words = wordsIn(lang);
  const own = foreign(frame.language, words.lang);
  const parts = { front, request, to, words };
  return (
    <>
      <header class="row head" {...own}>
        <h1 class="c8">{frame.claim}</h1>
        <div class="r4">
          <p class="stand">{frame.purpose}</p>
          {frame.hashtag !== "" && (
            <p>
              <a class="more" href={to("/conversation")}>
                #{frame.hashtag}
              </a>
            </p>
          )}
        </div>
      </header>
      <Lead {...parts} />
      <OurFilm {...parts} />
      {related.map(({ html }) => html)}
      <DoGood {...parts} />
      <Walks {...parts} />
      <GoalAndPledges {...parts} />
      <Conversation {...parts} />
      {front.event}
      <section aria-labelledby="tp">
        <h2 class="knot" id="tp">
          {words.front.takePart}
        </h2>
        <Doors to={to} words={words} />
      </section>
      <HowHonest log={to("/log")} lang={lang} />
      <p class="chips">
        <a class="more" href={to("/privacy")}>
          {words.privacy.title}
        </a>
      </p>
    </>
  );
}

/** Beside the person's story, not before it: a film of the campaign's own, for those who can load it. */
function OurFilm({ front, request, words }: FrontProps) {
  const { campaign, ladders } = front;
  if (!campaign?.film) return <></>;
  const { language } = request.frame; // of the film, and of the buttons around it
  return (
    <section class="row" aria-labelledby="fi" {...foreign(language, words.lang)}>
      <h2 class="c4" id="fi">
        {campaign.film.title}
      </h2>
      <div class="c7">
        <Player film={campaign.film} own={language} lang={language} ladders={ladders} />
      </div>
    </section>
  );
}

function DoGood({ front, request, to, words }: FrontProps) {
  const { campaign, programmes, places, partners } = front;
  return (
    <section aria-labelledby="dg">
      <h2 class="knot" id="dg">
        {words.front.doGood}
      </h2>
      {campaign && (
        <p class="stand" {...foreign(request.frame.language, words.lang)}>
          {campaign.doGood}
        </p>
      )}
      <ProgrammeCells
        programmes={programmes}
        lang={words.lang}
        own={request.frame.language}
        to={to}
      />
      {places.length > 0 && (
        <div class="row">
          <WorldMap places={places} lang={words.lang} to={to} />
        </div>
      )}
      <Opportunities partners={partners} lang={words.lang} to={to} />
      <p>
        <a class="more" href={to("/do-good")}>
          {words.front.allDoGood}
        </a>
      </p>
    </section>
  );
}

function Conversation({ front, request, to, words }: FrontProps) {
  const { topics, hashtag, language } = request.frame;
  if (topics.length === 0) return <></>;
  return (
    <section aria-labelledby="cv">
      <h2 class="knot" id="cv">
        {words.front.conversation}
      </h2>
      <ul class="lines topics" {...foreign(language, words.lang)}>
        {topics.map(({ id, name, question }) => {
          const latest = front.lastWords.get(id);
          return (
            <li>
              <a href={`${to("/conversation")}#${id}`}>{name}</a>
              <span>
                {question}
                {latest && <LastWord latest={latest} lang={language} />}
              </span>
            </li>
          );
        })}
      </ul>
      <p>
        <a class="more" href={to("/conversation")}>
          {hashtag === "" ? words.front.join : words.front.joinWith(`#${hashtag}`)}
        </a>
      </p>
    </section>
  );
}

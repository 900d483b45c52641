/** The front page: what a stranger meets, in the order in which it is told; each part leads to its whole. */
import { pathIn } from "../../../platform/web/frame.ts";
import { Player } from "../../../platform/web/player/player.tsx";
import type { Html, Related } from "../../../platform/web/route.ts";
import { Section } from "../../../platform/web/heads.tsx";
import { LastWord } from "../../hashtag/api.ts";
import { filled, foreign, linked, listed } from "../../../platform/words/inline.tsx";
import { FRONT_BLOCKS, type FrontBlock } from "../records.ts";
import { wordsIn } from "../words.ts";
import { ThreeDoors } from "./doors.tsx";
import type { FrontProps } from "./props.ts";
import { GoalAndPledges } from "./goal.tsx";
import { Opening } from "./lead.tsx";
import { People } from "./people.tsx";

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
  const parts = { front, request, to, words };
  return (
    <>
      <Opening {...parts} />
      {(front.campaign?.front?.blocks ?? FRONT_BLOCKS).map((block) => {
        if (block === "event") return front.event;
        if (block === "letter") return related.map(({ html }) => html);
        const Block = BLOCKS[block];
        return <Block {...parts} />;
      })}
    </>
  );
}

const BLOCKS: Readonly<
  Record<Exclude<FrontBlock, "event" | "letter">, (props: FrontProps) => Html>
> = {
  purpose: Purpose,
  people: People,
  "do-good": DoGood,
  pledges: GoalAndPledges,
  conversation: Conversation,
  wanted: Wanted,
};

/** What the campaign is for, and a film of its own for those who can load it. */
function Purpose({ front, request, words }: FrontProps) {
  const { campaign, ladders } = front;
  const { own: titled, language, purpose } = request.frame;
  const own = foreign(titled, words.lang);
  return (
    <div class="row">
      <p class="stand c4" {...own}>
        {purpose}
      </p>
      {campaign?.film && (
        <section class="c7" aria-labelledby="fi">
          <h2 class="mini" id="fi" {...own}>
            {campaign.film.title}
          </h2>
          <Player
            film={campaign.film}
            own={language}
            titled={titled}
            lang={words.lang}
            ladders={ladders}
          />
        </section>
      )}
    </div>
  );
}

function DoGood({ front, request, to, words }: FrontProps) {
  const { campaign, programmes } = front;
  return (
    <Section id="dg" title={words.front.now}>
      {campaign && <p {...foreign(request.frame.own, words.lang)}>{campaign.doGood}</p>}
      <ThreeDoors to={to} words={words} />
      {programmes.length > 0 && (
        <div class="row" {...foreign(request.frame.own, words.lang)}>
          {programmes.map(({ slug, title, summary }) => (
            <div class="c4">
              <h3>
                <a href={to(`/programmes/${slug}`)}>{title}</a>
              </h3>
              <p>{summary}</p>
            </div>
          ))}
        </div>
      )}
      <p class="chips">
        <a class="more" href={to("/take-part")}>
          {words.front.allWays}
        </a>
        <a class="more" href={to("/do-good")}>
          {words.front.allDoGood}
        </a>
      </p>
    </Section>
  );
}

function Conversation({ front, request, to, words }: FrontProps) {
  const { topics, hashtag, own: language } = request.frame;
  if (topics.length === 0) return <></>;
  return (
    <Section id="cv" title={words.front.conversation}>
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
    </Section>
  );
}

/** What the campaign looks for, once and last. */
function Wanted({ front, request, to, words }: FrontProps) {
  const { own: language } = request.frame;
  const walks = front.wanted.map((many) => <span {...foreign(language, words.lang)}>{many}</span>);
  return (
    <Section id="wanted" title={words.front.yours}>
      {walks.length > 0 && (
        <p>{filled(words.front.notYet, { walks: listed(walks, words.lang) })}</p>
      )}
      <p>{linked(words.front.invite, to("/take-part/story"), to("/take-part"))}</p>
    </Section>
  );
}

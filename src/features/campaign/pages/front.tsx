/** The front page: what a stranger meets, in the order in which it is told; each part leads to its whole. */
import { pathIn } from "../../../platform/web/frame.ts";
import { Player } from "../../../platform/web/player/player.tsx";
import type { Html, Related } from "../../../platform/web/route.ts";
import { Section } from "../../../platform/web/heads.tsx";
import { LastWord } from "../../hashtag/api.ts";
import { filled, foreign, linked, listed } from "../../../platform/words/inline.tsx";
import { FRONT_BLOCKS, type FrontBlock } from "../records.ts";
import { wordsIn } from "../words.ts";
import type { FrontProps } from "./props.ts";
import { GoalAndPledges } from "./goal.tsx";
import { Opening } from "./lead.tsx";
import { People } from "./people.tsx";
import { OfTheMonth, ThisWeek } from "./this-week.tsx";

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
      <div class="front">
        {(front.campaign?.front?.blocks ?? FRONT_BLOCKS).map((block) => {
          if (block === "event") return front.event;
          if (block === "letter" || block === "book")
            return related.map((one) => ((one.block ?? "letter") === block ? one.html : ""));
          const Block = BLOCKS[block];
          return <Block {...parts} />;
        })}
      </div>
    </>
  );
}

const BLOCKS: Readonly<
  Record<Exclude<FrontBlock, "event" | "letter" | "book">, (props: FrontProps) => Html>
> = {
  purpose: Film,
  people: People,
  "do-good": ThisWeek,
  pledges: GoalAndPledges,
  conversation: Conversation,
  wanted: Wanted,
};

/** A film of the campaign’s own, for those who can load it. */
function Film({ front, request, words }: FrontProps) {
  const { campaign, ladders } = front;
  if (!campaign?.film) return <></>;
  const { own: titled, language } = request.frame;
  return (
    <section class="half" aria-labelledby="fi">
      <h2 class="knot mini" id="fi" {...foreign(titled, words.lang)}>
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
  );
}

function Conversation(props: FrontProps) {
  const { front, request, to, words } = props;
  const { topics, hashtag, own: language } = request.frame;
  if (topics.length === 0) return <></>;
  return (
    <Section id="cv" class="half" title={words.front.conversation}>
      <OfTheMonth {...props} />
      <ul class={front.question ? "chips" : "lines topics"} {...foreign(language, words.lang)}>
        {topics.map(({ id, name, question }) => {
          const latest = front.lastWords.get(id);
          return (
            <li>
              <a class="more" href={`${to("/conversation")}#${id}`}>
                {name}
              </a>
              {(latest || !front.question) && (
                <span>
                  {!front.question && question}
                  {latest && <LastWord latest={latest} lang={language} />}
                </span>
              )}
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
        <p>{filled(words.front.hearFrom, { walks: listed(walks, words.lang) })}</p>
      )}
      <p>{linked(words.front.invite, to("/take-part/story"), to("/take-part"))}</p>
    </Section>
  );
}

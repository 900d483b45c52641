/** The room at the desk: the form of a page elsewhere. */
import type { Frame } from "../../../platform/web/frame.ts";
import type { Html } from "../../../platform/web/route.ts";
import { Section } from "../../../platform/web/heads.tsx";
import type { CardProblems, TypedCard } from "../card.ts";
import { HASHTAG } from "../queries.ts";
import type { HashtagWords } from "../words.ts";
import { CardForm } from "./card-form.tsx";

export function HashtagDesk(props: {
  readonly frame: Frame;
  readonly typed?: TypedCard;
  readonly problems?: CardProblems;
  readonly trouble?: string;
  readonly words: HashtagWords;
}): Html {
  const { frame, typed = { about: HASHTAG }, problems, trouble, words } = props;
  const { desk } = words;
  return (
    <>
      <header class="row head">
        <h1 class="c10">{desk.title}</h1>
        <p class="chips">
          <a href="/conversation">{words.title}</a>
          <a href="/desk/conversation">{desk.waiting}</a>
        </p>
      </header>
      <Section id="card" title={desk.card} mini>
        <p>{desk.cardIs}</p>
        <CardForm
          frame={frame}
          typed={typed}
          {...(problems && { problems })}
          trouble={trouble}
          action="/desk/room"
          send={desk.cardSend}
          next={desk.cardNext}
          words={words}
        />
      </Section>
    </>
  );
}

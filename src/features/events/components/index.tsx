/** Events in a list: when and where, the title, the sentence under it. */
import type { Html } from "../../../platform/web/route.ts";
import { foreign, spoken } from "../../../platform/words/inline.tsx";
import { placeLine } from "../../stories/api.ts";
import type { EventCard } from "../queries.ts";
import { timeWords, type Words } from "../words.ts";

export interface Props {
  readonly words: Words;
  /** In which the campaign announces, where an event says nothing else. */
  readonly own: string;
  readonly lang: string;
  readonly to: (path: string) => string;
}

export function EventIndex({
  cards,
  words,
  own,
  lang,
  to,
}: Props & { readonly cards: readonly EventCard[] }): Html {
  return (
    <ol class="index">
      {cards.map((card) => (
        <li>
          <p>
            {timeWords(card.event, lang)}
            <br />
            <small>
              {card.event.address !== undefined &&
                spoken(card.event.language ?? own, words.lang, card.event.address)}
              {card.event.address !== undefined && card.place && ", "}
              {card.place && placeLine(card.place)}
            </small>
          </p>
          <h3 {...foreign(card.event.language ?? own, words.lang)}>
            <a href={to(`/events/${card.slug}`)}>{card.event.title}</a>
          </h3>
          <p {...foreign(card.event.language ?? own, words.lang)}>
            {card.event.cancelled && (
              <>
                <b {...foreign(words.lang, card.event.language ?? own)}>
                  {words.cancelledThen}
                </b>{" "}
              </>
            )}
            {card.event.summary}
          </p>
        </li>
      ))}
    </ol>
  );
}

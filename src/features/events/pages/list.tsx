/** What comes and what is over, and the next one where another page has room for a line. Rules E2 and E3. */
import type { Html } from "../../../platform/web/route.ts";
import { foreign, spoken } from "../../../platform/words/inline.tsx";
import { placeLine } from "../../stories/feature.ts";
import type { EventCard, EventList } from "../queries.ts";
import { timeWords } from "../words.ts";
import type { Words } from "../words.ts";

interface Props {
  readonly words: Words;
  /** In which the campaign announces, where an event says nothing else. */
  readonly own: string;
  readonly lang: string;
  readonly to: (path: string) => string;
}

export function EventsMain({ events, ...props }: Props & { readonly events: EventList }): Html {
  const { words, to } = props;
  const isEmpty = events.coming.length === 0;
  return (
    <>
      <header class="row head">
        <h1 class="c10">{words.title}</h1>
        <p class="stand c8">{words.lead}</p>
      </header>
      <section aria-labelledby="coming">
        <h2 class="knot mini" id="coming">
          {words.coming}
        </h2>
        {isEmpty && <p class="stand">{words.none}</p>}
        {!isEmpty && <EventIndex {...props} cards={events.coming} />}
        <p>
          {words.invite} <a href={to("/take-part")}>{words.inviteLink}</a>
        </p>
      </section>
      {events.past.length > 0 && (
        <section aria-labelledby="past">
          <h2 class="knot mini" id="past">
            {words.past}
          </h2>
          <EventIndex {...props} cards={events.past} />
        </section>
      )}
      <p class="chips">
        <a href="/events.ics">{words.calendar}</a>
        <a href={to("/events/feed.xml")}>{words.feed}</a>
      </p>
    </>
  );
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

export const whereOf = ({ event, place }: EventCard): string =>
  [event.address, place && placeLine(place)].filter((part) => part !== undefined).join(", ");

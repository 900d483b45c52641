/** What comes and what is over, and the next one where another page has room for a line. Rules E2 and E3. */
import type { Html } from "../../../platform/web/route.ts";
import { placeLine } from "../../stories/api.ts";
import { EventIndex, type Props } from "../components/index.tsx";
import type { EventCard, EventList } from "../queries.ts";

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

export const whereOf = ({ event, place }: EventCard): string =>
  [event.address, place && placeLine(place)].filter((part) => part !== undefined).join(", ");

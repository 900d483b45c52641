/** What comes and what is over, and the next one where another page has room for a line. Rules E2 and E3. */
import type { Html } from "../../../platform/web/route.ts";
import { PageHead, Section } from "../../../platform/web/heads.tsx";
import { placeLine } from "../../stories/api.ts";
import { EventIndex, type Props } from "../components/index.tsx";
import type { EventCard, EventList } from "../queries.ts";

export function EventsMain({
  events,
  isAsked,
  ...props
}: Props & {
  readonly events: EventList;
  /** Whether readers are asked for theirs. */
  readonly isAsked: boolean;
}): Html {
  const { words, to } = props;
  const isEmpty = events.coming.length === 0;
  return (
    <>
      <PageHead title={words.title} stand={words.lead} />
      <Section id="coming" title={words.coming} mini>
        {isEmpty && <p class="stand">{words.none}</p>}
        {!isEmpty && <EventIndex {...props} cards={events.coming} />}
        {isAsked && (
          <p>
            {words.invite} <a href={to("/take-part")}>{words.inviteLink}</a>
          </p>
        )}
      </Section>
      {events.past.length > 0 && (
        <Section id="past" title={words.past} mini>
          <EventIndex {...props} cards={events.past} />
        </Section>
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

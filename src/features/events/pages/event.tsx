/** One event: when by the clock there, where, who invites. */
import type { Html } from "../../../platform/web/route.ts";
import { foreign, listed, spoken } from "../../../platform/words/inline.tsx";
import { partnerPath } from "../../partners/api.ts";
import { placeLine } from "../../stories/api.ts";
import type { EventCard } from "../queries.ts";
import { timeWords, zoneWords } from "../words.ts";
import type { Words } from "../words.ts";

export function EventMain(props: {
  readonly card: EventCard;
  readonly words: Words;
  readonly lang: string;
  readonly languageName: string | undefined;
  /** In which the campaign announces, where the event says nothing else. */
  readonly own: string;
  readonly isOver: boolean;
  readonly to: (path: string) => string;
}): Html {
  const { card, words, lang, languageName, own, isOver, to } = props;
  const { event, place, partners, slug, starts } = card;
  const told = foreign(event.language ?? own, words.lang);
  const utc = new Date(starts).toISOString().slice(0, 16).replace("T", " ");
  return (
    <article>
      <header class="row head">
        <h1 class="c10" {...told}>
          {event.title}
        </h1>
        {(event.cancelled || isOver) && (
          <p class="stand c8">
            <strong>{event.cancelled ? words.cancelled : words.over}</strong>
          </p>
        )}
        <p class="stand c8" {...told}>
          {event.summary}
        </p>
      </header>
      <dl class="facts">
        <dt>{words.when}</dt>
        <dd>
          <time datetime={new Date(starts).toISOString()}>{timeWords(event, lang)}</time>{" "}
          <small>{words.clock(zoneWords(event.zone))}</small>
          {event.zone !== "UTC" && <small> ({words.utc(utc)})</small>}
        </dd>
        <dt>{words.where}</dt>
        <dd>
          {event.address !== undefined && spoken(event.language ?? own, words.lang, event.address)}
          {event.address !== undefined && place && ", "}
          {place && <a href={to(`/places/${place.slug}`)}>{placeLine(place)}</a>}
        </dd>
        {partners.length > 0 && (
          <>
            <dt>{words.who}</dt>
            <dd>
              {listed(
                partners.map((partner) => <a href={to(partnerPath(partner))}>{partner.name}</a>),
                words.lang,
              )}
            </dd>
          </>
        )}
        {languageName !== undefined && (
          <>
            <dt>{words.language}</dt>
            <dd>{languageName}</dd>
          </>
        )}
      </dl>
      {event.link !== undefined && (
        <p>
          <a href={event.link} rel="noopener">
            {words.link(new URL(event.link).hostname)}
          </a>
        </p>
      )}
      <p class="chips">
        <a href={`/events/${slug}.ics`}>{words.oneCalendar}</a>
        <a href={to("/events")}>{words.title}</a>
      </p>
    </article>
  );
}

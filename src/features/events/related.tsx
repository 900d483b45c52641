/** Coming events on the page of their place, and the next one on the front page. Rules E4 and E5. */
import { toIn } from "../../platform/web/frame.ts";
import type { Html, PageRequest, Related } from "../../platform/web/route.ts";
import { Section } from "../../platform/web/heads.tsx";
import { EventIndex } from "./components/index.tsx";
import { eventList, type EventCard } from "./queries.ts";
import { wordsIn } from "./words.ts";

/** @returns undefined where none comes: a section without anything in it would pass for something that stands there */
export async function relatedEvents(
  request: PageRequest,
  subject: string,
): Promise<Related | undefined> {
  const { db, today, lang } = request;
  const { coming, until } = await eventList(db, today, lang, subject);
  if (coming.length === 0) return undefined;
  return {
    uses: { projections: ["events"] },
    ...(until !== undefined && { until }),
    html: section(request, coming, wordsIn(lang).here),
  };
}

/** The next event that stands; nothing where none comes. */
export async function nextEvent(
  request: PageRequest,
): Promise<{ readonly html?: Html; readonly until?: string }> {
  const { db, today, lang } = request;
  const { coming, until } = await eventList(db, today, lang);
  const next = coming.find(({ event }) => event.cancelled !== true);
  return {
    ...(until !== undefined && { until }),
    ...(next && { html: section(request, [next], wordsIn(lang).next) }),
  };
}

const section = (
  { frame, lang }: PageRequest,
  cards: readonly EventCard[],
  heading: string,
): Html => (
  <Section id="events" title={heading} mini>
    <EventIndex
      cards={cards}
      words={wordsIn(lang)}
      own={frame.own}
      lang={lang}
      to={toIn({ frame, lang })}
    />
  </Section>
);

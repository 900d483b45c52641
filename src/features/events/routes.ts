/** The addresses of events. */
import { ATOM, atomFeed } from "../../platform/web/feed.ts";
import { toIn } from "../../platform/web/frame.ts";
import type { Answer, PageRequest, Route } from "../../platform/web/route.ts";
import { calendar, ICAL, type CalendarEvent } from "./ical.ts";
import { EventMain } from "./pages/event.tsx";
import { EventsMain, whereOf } from "./pages/list.tsx";
import { dayAfter, eventAt, eventList, type EventCard } from "./queries.ts";
import { timeWords, wordsIn, zoneWords } from "./words.ts";

const USES = { projections: ["events", "places", "partners", "addresses"] };

export const eventRoutes: readonly Route[] = [
  { path: "/events", answer: list },
  { path: "/events.ics", answer: whole },
  { path: "/events/feed.xml", answer: feed },
  { path: "/events/:slug", answer: one },
];

async function list(request: PageRequest): Promise<Answer> {
  const { db, frame, today, lang } = request;
  const events = await eventList(db, today, lang);
  const words = wordsIn(lang);
  return {
    kind: "page",
    uses: USES,
    ...(events.until !== undefined && { until: events.until }),
    title: words.title,
    description: words.description,
    lang: words.lang,
    current: "/take-part",
    main: EventsMain({
      isAsked: !frame.unasked?.pages?.includes("events"),
      events,
      words,
      own: frame.own,
      lang,
      to: toIn(request),
    }),
    feeds: [{ title: words.feed, path: toIn(request)("/events/feed.xml") }],
  };
}

async function one(request: PageRequest): Promise<Answer> {
  const { db, frame, lang, params } = request;
  const words = wordsIn(lang);
  const [, slug = "", ending] = /^(.*?)(\.ics)?$/.exec(params["slug"] ?? "") ?? [];
  const card = await eventAt(db, slug, lang);
  if (!card) return undefined;
  if (card.slug !== slug)
    return {
      kind: "redirect",
      uses: { subjects: [card.subject], projections: ["addresses"] },
      to: `/events/${card.slug}${ending ?? ""}`,
    };
  if (ending) return file(request, [card]);
  const { event } = card;
  const until = dayAfter(card.ends);
  const language =
    event.language && new Intl.DisplayNames([words.lang], { type: "language" }).of(event.language);
  return {
    kind: "page",
    uses: USES,
    ...(until > request.today && { until }),
    title: event.title,
    description: event.summary,
    lang: words.lang,
    current: "/take-part",
    main: EventMain({
      card,
      words,
      own: frame.own,
      lang,
      languageName: language,
      isOver: until <= request.today,
      to: toIn(request),
    }),
    jsonLd: {
      "@context": "https://schema.org",
      "@type": "Event",
      name: event.title,
      description: event.summary,
      startDate: new Date(card.starts).toISOString(),
      endDate: new Date(card.ends).toISOString(),
      eventStatus: `https://schema.org/Event${event.cancelled ? "Cancelled" : "Scheduled"}`,
      location: { "@type": "Place", name: whereOf(card), address: whereOf(card) },
    },
  };
}

async function whole(request: PageRequest): Promise<Answer> {
  const { coming, past } = await eventList(request.db, request.today, request.lang);
  return file(request, [...coming, ...past.slice(0, 50)]); // an old calendar is no archive
}

function file({ frame }: PageRequest, cards: readonly EventCard[]): Answer {
  const events = cards.map((card): CalendarEvent => {
    const { subject, slug, event, starts, ends, place } = card;
    return {
      uid: `${subject}@${new URL(frame.base).hostname}`,
      title: event.title,
      summary: event.summary,
      where: whereOf(card),
      url: `${frame.base}/events/${slug}`,
      starts,
      ends,
      said: card.said,
      isCancelled: event.cancelled === true,
      ...(place && { lat: place.lat, lon: place.lon }),
    };
  });
  return {
    kind: "file",
    uses: { projections: [...USES.projections, "campaign"] },
    type: ICAL,
    body: calendar(frame.name, `${frame.base}/events`, events),
  };
}

async function feed(request: PageRequest): Promise<Answer> {
  const { db, frame, today, lang } = request;
  const to = toIn(request);
  const { coming, until } = await eventList(db, today, lang);
  const words = wordsIn(lang);
  const path = frame.base + to("/events");
  const self = frame.base + to("/events/feed.xml");
  const entries = coming.map((card) => ({
    id: `urn:sha256:${card.subject}`,
    title: card.event.title,
    url: `${path}/${card.slug}`,
    published: new Date(card.said).toISOString(), // to the second: what is cancelled on the same day is news
    summary: summaryOf(card, card.event.language ?? lang),
    lang: card.event.language,
  }));
  const title = `${words.title}, ${frame.name}`;
  const about = { title, description: words.description, lang: words.lang, home: path };
  return {
    kind: "file",
    uses: { projections: [...USES.projections, "campaign"] },
    ...(until !== undefined && { until }),
    type: ATOM,
    body: atomFeed({
      id: self,
      ...about,
      atom: self,
      json: "",
      began: frame.opened ?? today,
      entries,
    }),
  };
}

/** Whoever reads feeds sees nothing else of it. @param lang that of the event */
function summaryOf(card: EventCard, lang: string): string {
  const { event } = card;
  const words = wordsIn(lang);
  const when = `${timeWords(event, lang)}, ${words.clock(zoneWords(event.zone))}.`;
  const parts = [when, `${whereOf(card)}.`, event.summary];
  return [...(event.cancelled ? [words.cancelledThen] : []), ...parts].join(" ");
}

/** The addresses of events. */
import { ATOM, atomFeed } from "../../platform/web/feed.ts";
import { pathIn } from "../../platform/web/frame.ts";
import type { Answer, PageRequest, Route } from "../../platform/web/route.ts";
import { calendar, ICAL, type CalendarEvent } from "./ical.ts";
import { EventMain } from "./pages/event.tsx";
import { EventsMain, whereOf } from "./pages/list.tsx";
import { dayAfter, eventAt, eventList, type EventCard } from "./queries.ts";
import { wordsIn } from "./words.ts";

const USES = { projections: ["events", "places", "partners", "addresses"] };

export const eventRoutes: readonly Route[] = [
  { path: "/events", answer: list },
  { path: "/events.ics", answer: whole },
  { path: "/events/feed.xml", answer: feed },
  { path: "/events/:slug", answer: one },
];

async function list(request: PageRequest): Promise<Answer> {
  const { db, today, lang } = request;
  const events = await eventList(db, today, lang);
  const words = wordsIn(lang);
  return {
    kind: "page",
    uses: USES,
    ...(events.until !== undefined && { until: events.until }),
    title: words.title,
    description: words.description,
    current: "/take-part",
    main: EventsMain({ events, words, lang, to: toIn(request) }),
    feeds: [{ title: words.feed, path: "/events/feed.xml" }],
  };
}

async function one(request: PageRequest): Promise<Answer> {
  const { db, lang, params } = request;
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
    event.language && new Intl.DisplayNames([lang], { type: "language" }).of(event.language);
  return {
    kind: "page",
    uses: USES,
    ...(until > request.today && { until }),
    title: event.title,
    description: event.summary,
    current: "/take-part",
    main: EventMain({
      card,
      words: wordsIn(lang),
      lang,
      languageName: language,
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

async function feed({ db, frame, today, lang }: PageRequest): Promise<Answer> {
  const { coming, until } = await eventList(db, today, lang);
  const words = wordsIn(lang);
  const path = `${frame.base}/events`;
  const entries = coming.map(({ subject, slug, event, said }) => ({
    id: `urn:sha256:${subject}`,
    title: event.title,
    url: `${path}/${slug}`,
    published: new Date(said).toISOString().slice(0, 10),
    summary: event.summary,
    lang: event.language,
  }));
  const title = `${words.title}, ${frame.name}`;
  const about = { title, description: words.description, lang, home: path };
  return {
    kind: "file",
    uses: { projections: [...USES.projections, "campaign"] },
    ...(until !== undefined && { until }),
    type: ATOM,
    body: atomFeed({
      id: `${path}/feed.xml`,
      ...about,
      atom: `${path}/feed.xml`,
      json: "",
      entries,
    }),
  };
}

const toIn =
  ({ frame, lang }: PageRequest) =>
  (path: string): string =>
    pathIn(frame, lang, path);

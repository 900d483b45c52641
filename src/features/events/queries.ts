/** What pages ask about events. What is over is told from what comes by the UTC day on which an event ends. */
import { A_DAY, dayAt } from "../../engines/calendar/day.ts";
import { subjectAt, type Address } from "../../platform/addresses/addresses.ts";
import { withSlugs } from "../../platform/addresses/things.ts";
import type { Db } from "../../platform/db/store.ts";
import { localised, textsOf } from "../../platform/texts/view.ts";
import { partnersBySubject, type PartnerCard } from "../partners/api.ts";
import { placesBySubject, type PlaceCard } from "../places/api.ts";
import type { EventTables } from "./projection.ts";
import { EVENT_WORDING, type Event } from "./records.ts";

export interface EventCard extends Address {
  readonly event: Event;
  /** UTC milliseconds. */
  readonly starts: number;
  readonly ends: number;
  /** When it was last said. */
  readonly said: number;
  readonly place?: PlaceCard;
  readonly partners: readonly PartnerCard[];
}
export interface EventList {
  /** The next first. */
  readonly coming: readonly EventCard[];
  /** The latest first. */
  readonly past: readonly EventCard[];
  /** The first day on which one of them is over. */
  readonly until?: string;
}

/** Every event, or those at a place. */
export async function eventList(
  db: Db,
  today: string,
  lang = "en",
  place?: string,
): Promise<EventList> {
  let query = events(db);
  if (place !== undefined) query = query.where("place", "=", place);
  const all = await cards(db, await query.execute(), lang);
  const begins = Date.parse(`${today}T00:00:00Z`);
  const coming = all.filter((card) => card.ends > begins);
  const until = coming.map((card) => dayAfter(card.ends)).toSorted()[0];
  return {
    coming,
    past: all.filter((card) => card.ends <= begins).toReversed(),
    ...(until !== undefined && { until }),
  };
}

/** An event by address; an old slug gives the present one. */
export async function eventAt(db: Db, slug: string, lang = "en"): Promise<EventCard | undefined> {
  const address = await subjectAt(db, "events", slug);
  if (!address) return undefined;
  const rows = await events(db).where("subject", "=", address.subject).execute();
  return (await cards(db, rows, lang))[0];
}

/** The first UTC day on which what ends then is over. */
export const dayAfter = (ends: number): string => dayAt(Math.ceil(ends / A_DAY) * A_DAY);

const events = (db: Db) =>
  db.withTables<EventTables>().selectFrom("event").selectAll().orderBy("starts").orderBy("subject");

/** In the reader's language, where it is told in the campaign's own; one in another language stays in that. */
function eventOf(db: Db, event: Event): Event {
  const { language = textsOf(db)?.own, ...rest } = event;
  return language === textsOf(db)?.own ? localised(db, EVENT_WORDING, rest) : event;
}

async function cards(
  db: Db,
  rows: readonly EventTables["event"][],
  lang: string,
): Promise<EventCard[]> {
  const said = (await withSlugs(db, rows)).map(
    ({ subject, slug, starts, ends, said: at, state }) => {
      const event = eventOf(db, JSON.parse(state) as Event);
      return { subject, slug, event, starts, ends, said: at };
    },
  );
  const places = await placesBySubject(
    db,
    said.flatMap(({ event }) => event.place ?? []),
    lang,
  );
  const partners = await partnersBySubject(
    db,
    said.flatMap(({ event }) => event.partners ?? []),
  );
  return said.map((card) => {
    const { place: where, partners: who = [] } = card.event;
    const place = where === undefined ? undefined : places.get(where);
    const known = who.flatMap((one) => partners.get(one) ?? []);
    return { ...card, partners: known, ...(place && { place }) };
  });
}

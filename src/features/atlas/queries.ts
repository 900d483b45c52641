/** What the atlas brings together: places with their stories, networks and pledges, and the indicators of countries. */
import type { Db } from "../../platform/db/store.ts";
import { datasetList, latestByCountry, type DatasetCard, type Figure } from "../datasets/api.ts";
import { partnerList, partnerPath } from "../partners/api.ts";
import { PLACE_STATES, placeList, type PlaceCard, type PlaceState } from "../places/api.ts";
import { pledgeLedger } from "../pledges/api.ts";
import { storyList } from "../stories/api.ts";

const MAX_STORIES = 500; // the newest; a page that lists more is no map

export interface Named {
  readonly title: string;
  readonly path: string;
  readonly lang?: string;
}
/** A place with what stands there. */
export interface Spot {
  readonly place: PlaceCard;
  readonly stories: readonly Named[];
  readonly partners: readonly Named[];
  /** Pledges whose pledger is at home here. */
  readonly pledges: readonly Named[];
}

export interface Wanted {
  readonly today: string;
  readonly lang: string;
  /** The campaign's language, in which pledges are made. */
  readonly own: string;
  readonly topic?: string;
  readonly state?: string;
}
/** In the order of getting there; `not-known` is what nobody says. */
export type StateChoice = PlaceState | "not-known";
export const STATES: readonly StateChoice[] = [...PLACE_STATES, "not-known"];
const stateOf = (place: PlaceCard): StateChoice => place.state?.value ?? "not-known";

/** Every place that fits, west to east. */
export async function spots(
  db: Db,
  { today, lang, own, topic, state }: Wanted,
): Promise<{ spots: Spot[]; states: StateChoice[]; until?: string }> {
  const places = await placeList(db, lang);
  const filter = { today, lang, size: MAX_STORIES, ...(topic !== undefined && { topic }) };
  const { cards, until } = await storyList(db, filter);
  const partners = await partnerList(db, lang);
  const ledger = await pledgeLedger(db, today, lang);
  const home = new Map(partners.map((p) => [partnerPath(p), p.place]));
  const stories = Map.groupBy(cards, (story) => story.place?.subject);
  const networks = Map.groupBy(partners, (partner) => partner.place);
  const pledges = Map.groupBy(ledger.pledges, ({ pledger }) => home.get(pledger.path ?? ""));
  const found = places
    .map((place): Spot => {
      const at = place.subject;
      return {
        place,
        stories: (stories.get(at) ?? []).map(({ title, slug, lang: of }) => ({
          title,
          path: `/stories/${slug}`,
          lang: of,
        })),
        partners: (networks.get(at) ?? []).map((partner) => ({
          title: partner.name,
          path: partnerPath(partner),
        })),
        pledges: (pledges.get(at) ?? []).map(({ pledge, slug }) => ({
          title: pledge.title,
          path: `/pledges/${slug}`,
          lang: own,
        })),
      };
    })
    .filter(
      (spot) =>
        (topic === undefined || spot.stories.length > 0) &&
        (state === undefined || stateOf(spot.place) === state),
    )
    .toSorted((a, b) => a.place.lon - b.place.lon || (a.place.slug < b.place.slug ? -1 : 1));
  const ends = [until, ledger.until].filter((day) => day !== undefined).toSorted();
  const present = new Set(places.map(stateOf));
  const states = STATES.filter((one) => present.has(one));
  return { spots: found, states, ...(ends[0] !== undefined && { until: ends[0] }) };
}

/** A dataset of countries with the latest value of each. */
export interface Indicator extends DatasetCard {
  readonly figures: ReadonlyMap<string, Figure>;
}
export interface Indicators {
  /** In percent of the people who use the Internet: it shades the atlas. */
  readonly use?: Indicator;
  /** How many people do not. */
  readonly offline?: Indicator;
  readonly all: readonly DatasetCard[];
}

/** Found by what they count, since every campaign names its datasets as it likes: the first by title that counts so. */
export async function indicators(db: Db, lang: string): Promise<Indicators> {
  const all = await datasetList(db, lang);
  const first = async (of: string): Promise<Indicator | undefined> => {
    const card = all.find(
      ({ dataset }) => dataset.kind === "country-indicator" && dataset.unit?.startsWith(of),
    );
    return card && { ...card, figures: await latestByCountry(db, card.subject) };
  };
  const [use, offline] = [await first("%"), await first("people")];
  return { all, ...(use && { use }), ...(offline && { offline }) };
}

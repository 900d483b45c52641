/** A plan becomes a project, with its places and a pledge where somebody makes one: what is said of it. Rule PN19. */
import type { Opening } from "../../platform/sent/opening.ts";
import { formatDay, formatNumber } from "../../platform/web/words.ts";
import { distanceKm } from "../../engines/terrain/great-circle.ts";
import { PLACE_NAMED, type PlaceCard } from "../places/api.ts";
import { PLEDGE_MADE } from "../pledges/api.ts";
import { PROJECT_OPENED } from "../projects/api.ts";
import type { PlanCard } from "./queries.ts";
import type { Plan, PlannedPlace } from "./records.ts";
import { wordsIn } from "./words.ts";

/** What a desk chose. */
export interface Chosen {
  readonly title: string;
  readonly summary: string;
  /** How many of its steps. */
  readonly steps: number;
  /** Subjects. */
  readonly partners: readonly string[];
  readonly namesPlaces: boolean;
  readonly pledge?: { readonly pledger: string; readonly by: string };
}

export function peopleOf({ steps }: Plan, most: number): number {
  return steps.slice(0, most).reduce((sum, { people }) => sum + people, 0);
}
export function costOf({ steps }: Plan, most: number): number {
  return Math.round(steps.slice(0, most).reduce((sum, { cost }) => sum + cost, 0));
}

/** The places of the first steps. */
export function placesOf({ steps, places }: Plan, most: number): PlannedPlace[] {
  const ids = new Set(steps.slice(0, most).flatMap((step) => step.places));
  return places.filter(({ id }) => ids.has(id));
}

/** Those that have no page and can be given one, since their country is known. */
export const unnamedOf = (plan: Plan, most: number): PlannedPlace[] =>
  placesOf(plan, most).filter((one) => one.place === undefined && countryOf(plan, one));

/** The slugs that it may be given: where another place has its own, the plan's stands behind it. */
export const slugsFor = ({ slug }: PlanCard, { id }: PlannedPlace): string[] => [
  id,
  `${id}-${slug}`.slice(0, 80),
];

const SAME = 1; // km: at one slug, in one country, nearer than that it is the same place

/** The page that it has although the plan names none: another project along this plan named it, or somebody else did. */
export const standingFor = (
  card: PlanCard,
  place: PlannedPlace,
  pages: ReadonlyMap<string, PlaceCard>,
): PlaceCard | undefined =>
  slugsFor(card, place)
    .map((slug) => pages.get(slug))
    .find(
      (page) =>
        page?.country === countryOf(card.plan, place) && page && distanceKm(page, place) < SAME,
    );

const countryOf = (plan: Plan, place: PlannedPlace) => place.country ?? plan.country;

/** What names a place of a plan: its position, and who says so. */
export function placeOpening(
  card: PlanCard,
  place: PlannedPlace,
  base: string,
): Omit<Opening, "slug"> {
  return {
    space: "places",
    kind: PLACE_NAMED,
    body: {
      type: "Feature",
      geometry: { type: "Point", coordinates: [place.lon, place.lat] },
      properties: {
        name: place.name,
        country: countryOf(card.plan, place)!,
        sources: [sourceOf(card, base)],
      },
    },
  };
}

/** @param today the day on which the promise is made @param lang the campaign's, in which records speak */
export function pledgeOpening(
  { plan }: PlanCard,
  chosen: Chosen & Required<Pick<Chosen, "pledge">>,
  { today, lang }: { readonly today: string; readonly lang: string },
): Omit<Opening, "slug"> {
  const { pledger, by } = chosen.pledge;
  const target = peopleOf(plan, chosen.steps);
  const words = wordsIn(lang);
  const others = chosen.partners.filter((one) => one !== pledger);
  return {
    space: "pledges",
    kind: PLEDGE_MADE,
    body: {
      kind: "pledge",
      title: words.promised(formatNumber(target, lang), formatDay(by, lang)),
      pledger,
      ...(others.length > 0 && { with: others }),
      summary: chosen.summary,
      metric: words.people,
      unit: "people",
      target,
      from: today,
      by,
    },
  };
}

export function projectOpening(
  card: PlanCard,
  chosen: Chosen,
  made: {
    readonly places: readonly string[];
    readonly pledge: string | undefined;
    readonly base: string;
    readonly lang: string;
  },
): Omit<Opening, "slug"> {
  const { plan } = card;
  const { partners, steps } = chosen;
  const source = sourceOf(card, made.base);
  const builders = [...new Set([...partners, ...(chosen.pledge ? [chosen.pledge.pledger] : [])])];
  const words = wordsIn(made.lang);
  return {
    space: "projects",
    kind: PROJECT_OPENED,
    body: {
      title: chosen.title,
      summary: chosen.summary,
      state: "planned",
      ...(builders.length > 0 && { partners: builders }),
      ...(made.places.length > 0 && { places: [...new Set(made.places)] }),
      ...(made.pledge !== undefined && { pledges: [made.pledge] }),
      plan: card.subject,
      ...(plan.hops.length > 0 && { technology: ["microwave"] }),
      people: {
        low: peopleOf(plan, steps),
        source,
        period: words.plannedOn(formatDay(plan.made, made.lang)),
      },
      budget: { amount: costOf(plan, steps), currency: plan.money.currency, source },
      sources: [source],
    },
  };
}

const sourceOf = ({ slug, plan }: PlanCard, base: string) => ({
  title: plan.title,
  url: `${base}/plans/${slug}`,
  date: plan.made,
});

/** Which offers may fit which asks: those within the distance that the offer is willing to go. Rule O10. */
import { distanceKm } from "../../engines/terrain/great-circle.ts";
import type { OpportunityCard } from "./queries.ts";
import { isAsk } from "./records.ts";

export interface Fit {
  readonly ask: OpportunityCard;
  readonly offer: OpportunityCard;
  readonly km: number;
  /** One of the two positions is rounded to 0.1°, so the distance is too. */
  readonly isCoarse: boolean;
}

/** The nearest first. An offer that says no distance stays where it is; one without a position fits nothing. */
export function fitsAmong(cards: readonly OpportunityCard[]): Fit[] {
  const asks = cards.filter(({ opportunity }) => isAsk(opportunity.kind));
  const offers = cards.filter(({ opportunity }) => !isAsk(opportunity.kind));
  return offers
    .flatMap((offer) => asks.flatMap((ask) => fitOf(ask, offer) ?? []))
    .toSorted(
      (a, b) =>
        a.km - b.km || (`${a.ask.slug} ${a.offer.slug}` < `${b.ask.slug} ${b.offer.slug}` ? -1 : 1),
    );
}

function fitOf(ask: OpportunityCard, offer: OpportunityCard): Fit | undefined {
  if (!ask.where.point || !offer.where.point) return undefined;
  const km = distanceKm(ask.where.point, offer.where.point);
  if (km > (offer.opportunity.distance ?? 0)) return undefined;
  return { ask, offer, km, isCoarse: ask.where.isCoarse || offer.where.isCoarse };
}

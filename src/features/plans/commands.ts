/** A plan becomes a project, with its places and a pledge where somebody makes one; or it is withdrawn. Rules PN19 and PN20. */
import { subjectAt } from "../../platform/addresses/addresses.ts";
import { openIn } from "../../platform/sent/opening.ts";
import { appendSigned, batchOf, sayAbout, type Speaker } from "../../platform/sent/speaker.ts";
import { placeList, type PlaceCard } from "../places/api.ts";
import {
  placeOpening,
  placesOf,
  pledgeOpening,
  projectOpening,
  slugsFor,
  standingFor,
  unnamedOf,
  type Chosen,
} from "./project-bodies.ts";
import type { PlanCard } from "./queries.ts";
import { PLAN_WITHDRAWN, type PlannedPlace } from "./records.ts";

interface Becoming {
  readonly speaker: Speaker;
  readonly base: string;
  /** The campaign's, in which records speak. */
  readonly lang: string;
  /** The day on which the promise is made. */
  readonly today: string;
}

export async function becomeProject(
  card: PlanCard,
  chosen: Chosen & { readonly slug: string },
  { speaker, base, lang, today }: Becoming,
): Promise<void> {
  const { slug, pledge: promised } = chosen;
  const batch = batchOf(speaker);
  const pages = await placePages(speaker);
  const named: string[] = [];
  for (const place of unnamedOf(card.plan, chosen.steps)) {
    const page = standingFor(card, place, pages);
    const free = !page && chosen.namesPlaces ? await freeSlug(speaker, card, place) : undefined;
    if (page) named.push(page.subject);
    else if (free !== undefined)
      named.push(openIn(batch, { ...placeOpening(card, place, base), slug: free }));
  }
  const pledge =
    promised &&
    openIn(batch, {
      ...pledgeOpening(card, { ...chosen, pledge: promised }, { today, lang }),
      slug,
    });
  const known = placesOf(card.plan, chosen.steps).flatMap(({ place }) => place ?? []);
  const made = { places: [...known, ...named], pledge, base, lang };
  openIn(batch, { ...projectOpening(card, chosen, made), slug });
  await appendSigned(speaker, batch.records);
}

/** The places that have a page, by their slugs. */
export const placePages = async ({
  snapshot,
}: Pick<Speaker, "snapshot">): Promise<ReadonlyMap<string, PlaceCard>> =>
  new Map((await snapshot((db) => placeList(db))).map((page) => [page.slug, page]));

async function freeSlug({ snapshot }: Speaker, card: PlanCard, place: PlannedPlace) {
  for (const slug of slugsFor(card, place))
    if (!(await snapshot((db) => subjectAt(db, "places", slug)))) return slug;
  return undefined;
}

export const withdrawPlan = (speaker: Speaker, subject: string) =>
  sayAbout(speaker, subject, { kind: PLAN_WITHDRAWN, body: {} });

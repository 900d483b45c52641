/** What pages ask about plans. */
import type { Address } from "../../platform/addresses/addresses.ts";
import { byWords, addressedThings, type Addressed } from "../../platform/addresses/things.ts";
import type { Db } from "../../platform/db/store.ts";
import type { Plan } from "./records.ts";
import { PLAN_WORDING } from "./wording.ts";

export interface PlanCard extends Address {
  readonly plan: Plan;
}

const plans = addressedThings<Plan>("plan", PLAN_WORDING);

/** Every plan, by title. */
export async function planList(db: Db, lang = "en"): Promise<PlanCard[]> {
  return cards(await plans.all(db), lang);
}

/** The plans that name this place, by title. */
export async function plansAbout(db: Db, place: string, lang: string): Promise<PlanCard[]> {
  return cards(await plans.naming(db, "plan_place", "place", place), lang);
}

/** A plan in full, with the address under which it stands today. */
export async function planAt(db: Db, slug: string): Promise<PlanCard | undefined> {
  const found = await plans.at(db, slug);
  return found && cardOf(found);
}

const cards = (found: readonly Addressed<Plan>[], lang: string): PlanCard[] =>
  found.map(cardOf).toSorted(byWords(lang, ({ plan }) => plan.title));

const cardOf = ({ thing, ...address }: Addressed<Plan>): PlanCard => ({ ...address, plan: thing });

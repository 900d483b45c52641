/** What pages ask about plans. */
import { slugsOf, subjectAt, type Address } from "../../platform/addresses/addresses.ts";
import type { Db } from "../../platform/db/store.ts";
import { localised } from "../../platform/texts/view.ts";
import type { PlanTables } from "./projection.ts";
import { PLAN_WORDING, type Plan } from "./records.ts";

export interface PlanCard extends Address {
  readonly plan: Plan;
}

/** Every plan, by title. */
export async function planList(db: Db, lang = "en"): Promise<PlanCard[]> {
  const rows = await db
    .withTables<PlanTables>()
    .selectFrom("plan")
    .select(["subject", "state"])
    .execute();
  return cards(db, rows, lang);
}

/** The plans that name this place, by title. */
export async function plansAbout(db: Db, place: string, lang: string): Promise<PlanCard[]> {
  const rows = await db
    .withTables<PlanTables>()
    .selectFrom("plan_place")
    .innerJoin("plan", "plan.subject", "plan_place.subject")
    .select(["plan.subject", "plan.state"])
    .where("plan_place.place", "=", place)
    .execute();
  return cards(db, rows, lang);
}

/** A plan in full, with the address under which it stands today. */
export async function planAt(db: Db, slug: string): Promise<PlanCard | undefined> {
  const address = await subjectAt(db, "plans", slug);
  if (!address) return undefined;
  const row = await db
    .withTables<PlanTables>()
    .selectFrom("plan")
    .select("state")
    .where("subject", "=", address.subject)
    .executeTakeFirst();
  return row && { ...address, plan: planOf(db, row) };
}

const planOf = (db: Db, { state }: { readonly state: string }): Plan =>
  localised(db, PLAN_WORDING, JSON.parse(state) as Plan);

async function cards(
  db: Db,
  rows: readonly { subject: string; state: string }[],
  lang: string,
): Promise<PlanCard[]> {
  const slugs = await slugsOf(
    db,
    rows.map((r) => r.subject),
  );
  const byTitle = new Intl.Collator(lang).compare;
  return rows
    .flatMap(({ subject, state }) => {
      const slug = slugs.get(subject);
      return slug === undefined ? [] : [{ subject, slug, plan: planOf(db, { state }) }];
    })
    .toSorted((a, b) => byTitle(a.plan.title, b.plan.title) || (a.slug < b.slug ? -1 : 1));
}

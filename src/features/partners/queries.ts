/** What pages ask about partners. */
import { byWords, addressedThings, type Addressed } from "../../platform/addresses/things.ts";
import type { Db } from "../../platform/db/store.ts";
import type { Partner } from "./records.ts";
import type { PartnerTables } from "./projection.ts";
import { PARTNER_WORDING, type PartnerKind } from "./records.ts";

export interface PartnerCard {
  readonly subject: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: PartnerKind;
  readonly summary: string;
  readonly standing: Partner["standing"];
  readonly country?: Partner["country"];
  /** As registers know it. */
  readonly reference?: Partner["reference"];
  /** The subject of its place. */
  readonly place?: Partner["place"];
}

/** Where one of them stands, whether it takes part or not. */
export const partnerPath = ({ slug }: { readonly slug: string }): string =>
  `/organisations/${slug}`;

const partners = addressedThings<Partner>("partner", PARTNER_WORDING);

/** A partner in full, with the address under which it stands today. */
export const partnerAt = partners.at;
/** Every partner in full, by slug: for the open data. */
export const allPartners = partners.all;

/** The cards of these partners; one that is withdrawn or has no address is left out. */
export async function partnersBySubject(
  db: Db,
  subjects: readonly string[],
): Promise<Map<string, PartnerCard>> {
  const found = await partners.some(db, subjects);
  return new Map(found.map((one) => [one.subject, cardOf(one)]));
}

/** Every partner, by name. */
export async function partnerList(db: Db, lang = "en"): Promise<PartnerCard[]> {
  return cards(await partners.all(db), lang);
}

/** The partners whose place this is, by name. */
export async function partnersOfPlace(db: Db, place: string, lang: string): Promise<PartnerCard[]> {
  const rows = db.withTables<PartnerTables>().selectFrom("partner").select(["subject", "state"]);
  const here = await rows.where("place", "=", place).execute();
  return cards(await partners.addressed(db, here), lang);
}

const cards = (found: readonly Addressed<Partner>[], lang: string): PartnerCard[] =>
  found.map(cardOf).toSorted(byWords(lang, ({ name }) => name));

function cardOf({ subject, slug, thing }: Addressed<Partner>): PartnerCard {
  const { name, kind, summary, standing, country, reference, place } = thing;
  const where = {
    ...(country !== undefined && { country }),
    ...(reference !== undefined && { reference }),
    ...(place !== undefined && { place }),
  };
  return { subject, slug, name, kind, summary, standing, ...where };
}

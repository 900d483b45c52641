/** What pages ask about partners. */
import { slugsOf, subjectAt, type Address } from "../../platform/addresses/addresses.ts";
import type { Db } from "../../platform/db/store.ts";
import { localised } from "../../platform/texts/view.ts";
import type { Partner } from "./fold.ts";
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

/** Partners are those who take part; the others are organisations that were written about. */
export const partnersBase = (standing: Partner["standing"]): "/partners" | "/organisations" =>
  standing === "joined" ? "/partners" : "/organisations";

/** Where one of them stands today; under the other word its address leads here. */
export const partnerPath = ({
  standing,
  slug,
}: {
  readonly standing: Partner["standing"];
  readonly slug: string;
}): string => `${partnersBase(standing)}/${slug}`;

/** The cards of these partners; one that is withdrawn or has no address is left out. */
export async function partnersBySubject(
  db: Db,
  subjects: readonly string[],
): Promise<Map<string, PartnerCard>> {
  const wanted = [...new Set(subjects)];
  if (wanted.length === 0) return new Map();
  const rows = await partners(db).where("subject", "in", wanted).execute();
  return new Map((await cards(db, rows)).map((card) => [card.subject, card]));
}

/** Every partner, by name. */
export async function partnerList(db: Db, lang = "en"): Promise<PartnerCard[]> {
  return sorted(await cards(db, await partners(db).execute()), lang);
}

/** The partners whose place this is, by name. */
export async function partnersOfPlace(db: Db, place: string, lang: string): Promise<PartnerCard[]> {
  return sorted(await cards(db, await partners(db).where("place", "=", place).execute()), lang);
}

/** A partner in full, with the address under which it stands today. */
export async function partnerAt(
  db: Db,
  slug: string,
): Promise<(Address & { partner: Partner }) | undefined> {
  const address = await subjectAt(db, "partners", slug);
  if (!address) return undefined;
  const row = await partners(db).where("subject", "=", address.subject).executeTakeFirst();
  return (
    row && { ...address, partner: localised(db, PARTNER_WORDING, JSON.parse(row.state) as Partner) }
  );
}

/** Every partner in full, by slug: for the open data. */
export async function allPartners(db: Db): Promise<(Address & { partner: Partner })[]> {
  const rows = await partners(db).execute();
  const slugs = await slugsOf(
    db,
    rows.map((r) => r.subject),
  );
  return rows
    .flatMap(({ subject, state }) => {
      const slug = slugs.get(subject);
      return slug === undefined
        ? []
        : [
            {
              subject,
              slug,
              partner: localised(db, PARTNER_WORDING, JSON.parse(state) as Partner),
            },
          ];
    })
    .toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
}

const partners = (db: Db) =>
  db.withTables<PartnerTables>().selectFrom("partner").select(["subject", "state"]);

async function cards(
  db: Db,
  rows: readonly { subject: string; state: string }[],
): Promise<PartnerCard[]> {
  const slugs = await slugsOf(
    db,
    rows.map((r) => r.subject),
  );
  return rows.flatMap(({ subject, state }) => {
    const slug = slugs.get(subject);
    if (slug === undefined) return [];
    const { name, kind, summary, standing, country, reference, place } = localised(
      db,
      PARTNER_WORDING,
      JSON.parse(state) as Partner,
    );
    const where = {
      ...(country !== undefined && { country }),
      ...(reference !== undefined && { reference }),
      ...(place !== undefined && { place }),
    };
    return [{ subject, slug, name, kind, summary, standing, ...where }];
  });
}

function sorted(list: readonly PartnerCard[], lang: string): PartnerCard[] {
  const byName = new Intl.Collator(lang).compare;
  return list.toSorted((a, b) => byName(a.name, b.name) || (a.slug < b.slug ? -1 : 1));
}

/** What pages ask about pledges; what depends on the day is worked out here. */
import { slugsOf, subjectAt, type Address } from "../../platform/addresses/addresses.ts";
import type { Db } from "../../platform/db/store.ts";
import { partnersBySubject } from "../partners/feature.ts";
import { firstDay } from "./dates.ts";
import type { Pledge } from "./fold.ts";
import type { GoalTotal } from "./goal.ts";
import type { PledgeTables } from "./projection.ts";
import { statusOf, type Status } from "./status.ts";

export interface Party {
  readonly name: string;
  /** Its page, where it has one. */
  readonly path?: string;
}

/** A pledge as a page shows it on a day. */
export interface PledgeLine extends Address {
  readonly pledge: Pledge;
  readonly pledger: Party;
  readonly with: readonly Party[];
  /** A series has none. */
  readonly status?: Status;
}

export interface Ledger {
  /** Alphabetical by pledger, then by date. */
  readonly pledges: readonly PledgeLine[];
  /** Context, without promise or status. */
  readonly series: readonly PledgeLine[];
  /** The first day on which a status changes by itself. */
  readonly until?: string;
}

export async function pledgeLedger(db: Db, today: string, lang = "en"): Promise<Ledger> {
  return ledgerFrom(await linesOf(db, await allPledges(db).execute(), today, lang));
}

/** The pledges that this partner made or joined. */
export async function pledgesOfPartner(
  db: Db,
  partner: string,
  today: string,
  lang: string,
): Promise<Ledger> {
  const rows = await allPledges(db)
    .innerJoin("pledge_partner", "pledge_partner.subject", "pledge.subject")
    .where("pledge_partner.partner", "=", partner)
    .execute();
  return ledgerFrom(await linesOf(db, rows, today, lang));
}

export async function pledgeAt(
  db: Db,
  slug: string,
  today: string,
  lang: string,
): Promise<PledgeLine | Address | undefined> {
  const address = await subjectAt(db, "pledges", slug);
  if (!address) return undefined;
  if (address.slug !== slug) return address;
  const rows = await allPledges(db).where("pledge.subject", "=", address.subject).execute();
  return (await linesOf(db, rows, today, lang))[0];
}

export interface GoalHistory {
  /** Per unit; a unit without a pledge that counts is absent. */
  readonly totals: readonly GoalTotal[];
  readonly counted: readonly PledgeLine[];
  /** Shown beside, never added. */
  readonly historical: readonly PledgeLine[];
  readonly until?: string;
}

export async function goalHistory(db: Db, today: string, lang = "en"): Promise<GoalHistory> {
  const rows = await allPledges(db).where("goal", "=", 1).execute();
  const ledger = ledgerFrom(await linesOf(db, rows, today, lang));
  const totals = await db
    .withTables<PledgeTables>()
    .selectFrom("goal_total")
    .select("state")
    .orderBy("unit")
    .execute();
  return {
    totals: totals.map((t) => JSON.parse(t.state) as GoalTotal),
    counted: ledger.pledges.filter((line) => !line.pledge.historical),
    historical: ledger.pledges.filter((line) => line.pledge.historical),
    ...(ledger.until !== undefined && { until: ledger.until }),
  };
}

const allPledges = (db: Db) =>
  db.withTables<PledgeTables>().selectFrom("pledge").select(["pledge.subject", "pledge.state"]);

async function linesOf(
  db: Db,
  rows: readonly { subject: string; state: string }[],
  today: string,
  lang: string,
): Promise<PledgeLine[]> {
  const slugs = await slugsOf(
    db,
    rows.map((r) => r.subject),
  );
  const found = rows.flatMap(({ subject, state }) => {
    const slug = slugs.get(subject);
    return slug === undefined ? [] : [{ subject, slug, pledge: JSON.parse(state) as Pledge }];
  });
  const named = await partnersBySubject(
    db,
    found.flatMap(({ pledge }) => [pledge.pledger, ...pledge.with]),
  );
  const party = (subject: string): Party => {
    const card = named.get(subject);
    if (!card) return { name: "An organisation no longer listed here" };
    return { name: card.name, path: `/partners/${card.slug}` };
  };
  const byName = new Intl.Collator(lang).compare;
  return found
    .map(({ subject, slug, pledge }) => {
      const status = statusOf(pledge, today, lang);
      const parties = { pledger: party(pledge.pledger), with: pledge.with.map(party) };
      return { subject, slug, pledge, ...parties, ...(status && { status }) };
    })
    .toSorted(
      (a, b) =>
        byName(a.pledger.name, b.pledger.name) ||
        compare(firstDay(a.pledge.from), firstDay(b.pledge.from)) ||
        compare(a.slug, b.slug),
    );
}

function ledgerFrom(lines: readonly PledgeLine[]): Ledger {
  const until = lines.flatMap((line) => line.status?.until ?? []).toSorted()[0];
  return {
    pledges: lines.filter((line) => line.pledge.kind === "pledge"),
    series: lines.filter((line) => line.pledge.kind === "series"),
    ...(until !== undefined && { until }),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What pages ask about pledges; what depends on the day is worked out here. */
import { slugsOf, subjectAt, type Address } from "../../platform/addresses/addresses.ts";
import type { Db } from "../../platform/db/store.ts";
import { partnerPath, partnersBySubject } from "../partners/api.ts";
import { localised } from "../../platform/texts/view.ts";
import { firstDay } from "./dates.ts";
import type { Pledge } from "./fold.ts";
import type { PledgeTables } from "./tables.ts";
import { attestersOf, withAttesters } from "./projection.ts";
import { PLEDGE_WORDING } from "./records.ts";
import { statusOf, type Status } from "./status.ts";
import { goalTotals, type Totals } from "./totals.ts";
import { namesOf, towardsOf, type NamedPledge } from "./towards.ts";
import { wordsIn } from "./words.ts";

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
  /** P21: who stands behind each key that attests one of its figures. */
  readonly signers: ReadonlyMap<string, Party>;
  /** P29: the larger pledge that it is part of. */
  readonly towards?: NamedPledge;
  /** A series has none. */
  readonly status?: Status;
}

export interface Ledger {
  /** Alphabetical by pledger, then by date. */
  readonly pledges: readonly PledgeLine[];
  /** Context, without promise or status. */
  readonly series: readonly PledgeLine[];
  /** How many pledges there are in all. */
  readonly count: number;
  /** The first day on which a status changes by itself. */
  readonly until?: string;
}

/** All pledges with all their figures; and the series. */
export async function pledgeLedger(db: Db, today: string, lang = "en"): Promise<Ledger> {
  const rows = await db
    .withTables<PledgeTables>()
    .selectFrom("pledge")
    .select(ORDERED)
    .orderBy("subject")
    .execute();
  const lines = await linesOf(db, await inOrder(db, rows, lang), today, lang);
  const count = rows.filter((r) => r.kind === "pledge").length;
  return ledgerFrom(lines, count);
}

/**
 * Some of the pledges, in the same order, each with the figures that a list shows; or of those that count towards the
 * goal. Series come with the first of all.
 */
export async function pledgePart(
  db: Db,
  today: string,
  lang: string,
  {
    from = 0,
    most,
    counted = false,
  }: { readonly from?: number; readonly most: number; readonly counted?: boolean },
): Promise<Ledger> {
  const mine = db.withTables<PledgeTables>();
  const all = mine
    .selectFrom("pledge")
    .where("kind", "=", "pledge")
    .$if(counted, (only) => only.where("goal", "=", 1).where("silent", ">", today));
  const counts = await all
    .select((eb) => ["pledger", eb.fn.countAll<number>().as("n")])
    .groupBy("pledger")
    .execute();
  const wanted: string[] = []; // pledgers whose pledges stand in this part
  let [before, first] = [0, 0];
  const named = await byName(db, counts, lang);
  for (const { pledger, n } of named) {
    const after = before + n;
    if (after <= from) first = after;
    else if (before < from + most) wanted.push(pledger);
    before = after;
  }
  const rows = await all
    .select(ORDERED)
    .where("pledger", "in", wanted.length > 0 ? wanted : [""])
    .execute();
  const part = (await inOrder(db, rows, lang)).slice(from - first, from - first + most);
  const series = mine.selectFrom("pledge").select(ORDERED).where("kind", "=", "series");
  const context = from === 0 && !counted ? await inOrder(db, await series.execute(), lang) : [];
  return ledgerFrom(await linesOf(db, [...part, ...context], today, lang, "brief"), before);
}

export const ORDERED = ["pledge.subject", "kind", "pledger", "began"] as const;

/** The pledges that this partner made or joined. */
export async function pledgesOfPartner(
  db: Db,
  partner: string,
  today: string,
  lang: string,
): Promise<Ledger> {
  const rows = await db
    .withTables<PledgeTables>()
    .selectFrom("pledge")
    .innerJoin("pledge_partner", "pledge_partner.subject", "pledge.subject")
    .select(ORDERED)
    .where("pledge_partner.partner", "=", partner)
    .execute();
  const lines = await linesOf(db, await inOrder(db, rows, lang), today, lang);
  return ledgerFrom(lines, lines.length);
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
  return (await linesOf(db, [address], today, lang))[0];
}

/** These pledges, in the same order; what is none, or stands no more, is passed over. */
export async function pledgesBySubject(
  db: Db,
  subjects: readonly string[],
  today: string,
  lang: string,
): Promise<Ledger> {
  const all = subjects.map((subject) => ({ subject }));
  return ledgerFrom(await linesOf(db, all, today, lang, "brief"), subjects.length);
}

export interface GoalHistory extends Totals {
  /** Shown beside, never added. */
  readonly historical: readonly PledgeLine[];
}

/** What counts towards the goal on a day, and the pledges that are its history. */
export async function goalHistory(db: Db, today: string, lang = "en"): Promise<GoalHistory> {
  const totals = await goalTotals(db, today);
  const rows = await db
    .withTables<PledgeTables>()
    .selectFrom("pledge")
    .select(ORDERED)
    .where("goal", "=", 2)
    .execute();
  const historical = await linesOf(db, await inOrder(db, rows, lang), today, lang);
  const until = [totals.until, ledgerFrom(historical, 0).until]
    .filter((day) => day !== undefined)
    .toSorted()[0];
  return { ...totals, historical, ...(until !== undefined && { until }) };
}

type Ordered = Pick<PledgeTables["pledge"], "subject" | "kind" | "pledger" | "began">;

/** P16: by the pledger's name, then by date. */
export async function inOrder(db: Db, rows: readonly Ordered[], lang: string): Promise<Ordered[]> {
  const pledgers = await byName(db, [...new Map(rows.map((r) => [r.pledger, r])).values()], lang);
  const rank = new Map(pledgers.map(({ pledger }, i) => [pledger, i]));
  return rows.toSorted(
    (a, b) =>
      rank.get(a.pledger)! - rank.get(b.pledger)! ||
      compare(firstDay(a.began), firstDay(b.began)) ||
      compare(a.subject, b.subject),
  );
}

/** Each name is compared once, however many pledges it has. */
async function byName<T extends { readonly pledger: string }>(
  db: Db,
  rows: readonly T[],
  lang: string,
): Promise<T[]> {
  const named = await partnersBySubject(
    db,
    rows.map((r) => r.pledger),
  );
  const { unlisted } = wordsIn(lang);
  const nameOf = ({ pledger }: T) => named.get(pledger)?.name ?? unlisted;
  const { compare: compareNames } = new Intl.Collator(lang);
  return rows.toSorted(
    (a, b) => compareNames(nameOf(a), nameOf(b)) || compare(a.pledger, b.pledger),
  );
}

/** The lines of these pledges, in the order given; one without an address is left out. */
async function linesOf(
  db: Db,
  wanted: readonly { readonly subject: string }[],
  today: string,
  lang: string,
  column: "brief" | "state" = "state",
): Promise<PledgeLine[]> {
  if (wanted.length === 0) return [];
  const subjects = wanted.map((r) => r.subject);
  const slugs = await slugsOf(db, subjects);
  const rows = await db
    .withTables<PledgeTables>()
    .selectFrom("pledge")
    .select(["subject", `${column} as state`])
    .where("subject", "in", subjects)
    .execute();
  const states = new Map(rows.map((r) => [r.subject, r.state]));
  const attesters = await attestersOf(db);
  const found = subjects.flatMap((subject) => {
    const [slug, state] = [slugs.get(subject), states.get(subject)];
    if (slug === undefined || state === undefined) return [];
    return [
      {
        subject,
        slug,
        pledge: withAttesters(
          localised(db, PLEDGE_WORDING, JSON.parse(state) as Pledge),
          attesters,
        ),
      },
    ];
  });
  const signing = found.flatMap(({ pledge }) =>
    pledge.ledger.flatMap((e) => e.signed.map(({ key }) => attesters.get(key)!)),
  );
  const named = await partnersBySubject(db, [
    ...found.flatMap(({ pledge }) => [pledge.pledger, ...pledge.with]),
    ...signing,
  ]);
  const naming = found.some((f) => f.pledge.countsTowards !== undefined)
    ? await towardsOf(db)
    : null;
  const larger = await namesOf(db, [
    ...new Set(found.flatMap(({ subject }) => naming?.get(subject) ?? [])),
  ]);
  const party = (subject: string): Party => {
    const card = named.get(subject);
    return card ? { name: card.name, path: partnerPath(card) } : { name: wordsIn(lang).unlisted };
  };
  return found.map(({ subject, slug, pledge }) => {
    const status = statusOf(pledge, today, lang);
    const keys = pledge.ledger.flatMap((e) => e.signed.map(({ key }) => key));
    const towards = larger.get(naming?.get(subject) ?? "");
    return {
      subject,
      slug,
      pledge,
      pledger: party(pledge.pledger),
      with: pledge.with.map(party),
      signers: new Map(keys.map((key) => [key, party(attesters.get(key)!)])),
      ...(towards && { towards }),
      ...(status && { status }),
    };
  });
}

function ledgerFrom(lines: readonly PledgeLine[], count: number): Ledger {
  const until = lines.flatMap((line) => line.status?.until ?? []).toSorted()[0];
  return {
    pledges: lines.filter((line) => line.pledge.kind === "pledge"),
    series: lines.filter((line) => line.pledge.kind === "series"),
    count,
    ...(until !== undefined && { until }),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

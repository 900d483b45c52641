/** The tables of pledges: what each says, whose it is, whose keys sign, and what counts towards the goal. */
import { replaceRows } from "../../platform/db/replace-rows.ts";
import type { Db, Tx } from "../../platform/db/store.ts";
import { ERASURE_MADE } from "../../platform/log/kinds.ts";
import type { Projection, Subjects } from "../../platform/log/projection.ts";
import * as v from "valibot";
import { withAttesters } from "./attested.ts";
import { briefOf } from "./brief.ts";
import { foldPledge, type Pledge } from "./fold.ts";
import { contributionOf, NUMBERS, type Number3 } from "./goal.ts";
import { PARTNER_KEY, PartnerKeyBody, pledgeKinds } from "./records.ts";
import { silentFrom } from "./silence.ts";
import { createPledgeTables, PLEDGE_TABLES } from "./pledge-tables.ts";

export type PledgeTables = {
  /**
   * `goal`: 1 when it counts towards the campaign's goal, 2 when as history only. `silent`: the first day without a
   * report for long. `towards`: the larger pledge that it is part of, or empty. `brief`: the state with the few figures that a list shows.
   */
  pledge: {
    subject: string;
    kind: string;
    pledger: string;
    began: string;
    unit: string;
    goal: number;
    silent: string;
    towards: string;
    brief: string;
    state: string;
  };
  /** Pledger and co-pledgers. */
  pledge_partner: { subject: string; partner: string };
  /** Keys that signed for a figure of a pledge. */
  attestation: { subject: string; key: string };
  /** The keys that sign for a partner. */
  attester: { key: string; partner: string };
  /**
   * A view: what each pledge that counts adds to the goal, per number. `places` is a JSON list, or empty. `tied`: 1
   * when it is part of another pledge or another of it.
   */
  share: {
    subject: string;
    number: Number3;
    unit: string;
    silent: string;
    value: number;
    joint: string | null;
    places: string;
    since: number;
    until: number;
    tied: number;
  };
};

export const pledgeProjection: Projection = {
  name: "pledges",
  version: 6,
  kinds: [...Object.keys(pledgeKinds), ERASURE_MADE],
  tables: PLEDGE_TABLES,
  create: createPledgeTables,

  async write(tx, subjects) {
    const names = [...subjects.keys()];
    const before = await tx
      .withTables<PledgeTables>()
      .selectFrom("pledge")
      .select("towards")
      .where("subject", "in", names)
      .where("towards", "<>", "")
      .execute();
    const standing = [...subjects].flatMap(([subject, records]) => {
      const pledge = foldPledge(records);
      return pledge ? [{ subject, pledge }] : [];
    });
    const of = { column: "subject", values: names };
    await replaceRows(tx, { ...of, table: "pledge", key: ["subject"] }, standing.map(row));
    const links = standing.flatMap(({ subject, pledge }) =>
      [...new Set([pledge.pledger, ...pledge.with])].map((partner) => ({ subject, partner })),
    );
    const link = { ...of, table: "pledge_partner", key: ["partner", "subject"] };
    await replaceRows(tx, link, links);
    const signed = standing.flatMap(({ subject, pledge }) =>
      [...new Set(pledge.ledger.flatMap((e) => e.signed.map((s) => s.key)))].map((key) => ({
        subject,
        key,
      })),
    );
    await replaceRows(tx, { ...of, table: "attestation", key: ["key", "subject"] }, signed);
    const towards = standing.flatMap(({ pledge }) => pledge.countsTowards ?? []);
    const wholes = [...before.map((r) => r.towards), ...towards];
    return [...new Set([...names, ...wholes, ...(await writeAttesters(tx, subjects))])];
  },

  async view(tx, subjects) {
    const mine = tx.withTables<PledgeTables>();
    const rows = await mine
      .selectFrom("pledge")
      .select(["subject", "unit", "silent", "brief"])
      .where("subject", "in", subjects)
      .where("goal", "=", 1)
      .execute();
    const attesters = rows.length === 0 ? new Map<string, string>() : await attestersOf(tx);
    const tied = await tiedOf(
      tx,
      rows.map((r) => r.subject),
    );
    const shares = rows.flatMap(({ subject, unit, silent, brief }) => {
      const adds = contributionOf(withAttesters(JSON.parse(brief) as Pledge, attesters));
      return NUMBERS.flatMap((number) => {
        const share = adds[number];
        if (!share) return [];
        const { value, joint = null, places, from: since, to: until } = share;
        const named = places.length === 0 ? "" : JSON.stringify(places);
        const where = { places: named, since, until, tied: Number(tied.has(subject)) };
        return [{ subject, number, unit, silent, value, joint, ...where }];
      });
    });
    const of = { table: "share", column: "subject", values: subjects };
    await replaceRows(tx, { ...of, key: ["subject", "number"] }, shares);
  },
};

/** Of these pledges, those that count towards another or that another counts towards. */
async function tiedOf(db: Db, subjects: readonly string[]): Promise<Set<string>> {
  if (subjects.length === 0) return new Set();
  const rows = await db
    .withTables<PledgeTables>()
    .selectFrom("pledge")
    .select(["subject", "towards"])
    .where("towards", "<>", "")
    .where((eb) => eb.or([eb("subject", "in", subjects), eb("towards", "in", subjects)]))
    .execute();
  return new Set(rows.flatMap((r) => [r.subject, r.towards]));
}

function row({ subject, pledge }: { subject: string; pledge: Pledge }): PledgeTables["pledge"] {
  const { kind, pledger, unit } = pledge;
  const goal = !pledge.goal ? 0 : pledge.historical ? 2 : 1;
  const [brief, state] = [JSON.stringify(briefOf(pledge)), JSON.stringify(pledge)];
  return {
    subject,
    kind,
    pledger,
    began: pledge.from,
    unit,
    goal,
    silent: silentFrom(pledge),
    towards: pledge.countsTowards ?? "",
    brief,
    state,
  };
}

/** Said about partners: whose key is whose. @returns the pledges that these keys, old and new, signed for */
async function writeAttesters(tx: Tx, subjects: Subjects): Promise<string[]> {
  const mine = tx.withTables<PledgeTables>();
  const names = [...subjects.keys()];
  const before = await mine
    .selectFrom("attester")
    .select("key")
    .where("partner", "in", names)
    .execute();
  if (before.length > 0) await mine.deleteFrom("attester").where("partner", "in", names).execute();
  const rows = [...subjects].flatMap(([partner, records]) =>
    records.flatMap(({ kind, body }) => {
      const said = kind === PARTNER_KEY ? v.safeParse(PartnerKeyBody, body) : undefined;
      return said?.success ? [{ partner, key: said.output.key }] : [];
    }),
  );
  const unique = [...new Map(rows.map((r) => [`${r.partner} ${r.key}`, r])).values()];
  if (unique.length > 0) await mine.insertInto("attester").values(unique).execute();
  const keys = [...new Set([...before, ...unique].map((r) => r.key))];
  if (keys.length === 0) return [];
  const touched = await mine
    .selectFrom("attestation")
    .select("subject")
    .distinct()
    .where("key", "in", keys)
    .execute();
  return touched.map((r) => r.subject);
}

/** A key that two partners name signs for neither. */
export async function attestersOf(db: Db): Promise<Map<string, string>> {
  const rows = await db.withTables<PledgeTables>().selectFrom("attester").selectAll().execute();
  const partners = Map.groupBy(rows, (r) => r.key);
  return new Map(
    [...partners].flatMap(([key, named]) => (named.length === 1 ? [[key, named[0]!.partner]] : [])),
  );
}

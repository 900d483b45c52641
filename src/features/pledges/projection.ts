/** How pledges fill their tables: what each says, whose it is, whose keys sign, and what counts towards the goal. */
import { replaceRows } from "../../platform/db/replace-rows.ts";
import type { Db, Tx } from "../../platform/db/store.ts";
import { createTables } from "../../platform/db/table.ts";
import { ERASURE_MADE } from "../../platform/log/kinds.ts";
import type { Projection, Subjects } from "../../platform/log/projection.ts";
import { writeRows } from "../../platform/log/row-projection.ts";
import * as v from "valibot";
import { foldPledge, type Pledge } from "./fold.ts";
import { lastDay } from "./dates.ts";
import { contributionOf, NUMBERS } from "./goal.ts";
import { PARTNER_KEY, PartnerKeyBody, pledgeKinds } from "./records.ts";
import { closingFigure, type Entry } from "./ledger.ts";
import { lastReport, silentFrom } from "./silence.ts";
import { pledgeTables, statedTables, type PledgeTables } from "./tables.ts";

export const pledgeProjection: Projection = {
  name: "pledges",
  version: 6,
  kinds: [...Object.keys(pledgeKinds), ERASURE_MADE],
  tables: Object.keys(pledgeTables),
  create: (db) => createTables(db, pledgeTables),

  async write(tx, subjects) {
    const changed = await writeRows(tx, statedTables, subjects, (records) => {
      const pledge = foldPledge(records);
      if (!pledge) return undefined;
      const signed = pledge.ledger.flatMap((e) => e.signed.map(({ key }) => ({ key })));
      return {
        pledge: [rowOf(pledge)],
        pledge_partner: [pledge.pledger, ...pledge.with].map((partner) => ({ partner })),
        attestation: signed,
      };
    });
    const wholes = changed.flatMap(({ towards }) => (towards ? String(towards) : []));
    const attested = await writeAttesters(tx, subjects);
    return [...new Set([...subjects.keys(), ...wholes, ...attested])];
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
    const { key } = pledgeTables.share;
    await replaceRows(tx, { table: "share", column: "subject", values: subjects, key }, shares);
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

function rowOf(pledge: Pledge) {
  const { kind, pledger, unit, from: began, countsTowards: towards = "" } = pledge;
  const goal = !pledge.goal ? 0 : pledge.historical ? 2 : 1;
  const [brief, state] = [JSON.stringify(briefOf(pledge)), JSON.stringify(pledge)];
  return { kind, pledger, began, unit, goal, silent: silentFrom(pledge), towards, brief, state };
}

/** With the few figures that lists, totals and the status need, so that a ledger of thousands is read in a moment. */
function briefOf(pledge: Pledge): Pledge {
  const { ledger, numbers, lead, by } = pledge;
  const last = lastReport(pledge);
  const closing = by === undefined ? undefined : closingFigure(pledge, lastDay(by));
  const latest = ledger.findLast((e) => lastDay(e.saidOn) === last);
  const ids = new Set([numbers.claimed, numbers.evidenced, lead, closing?.id, latest?.id]);
  const revised = ledger.find((e) => e.id === lead)?.revises;
  const shown = ledger.filter((e) => ids.has(e.id) || e.id === revised || e.signed.length > 0);
  return { ...pledge, ledger: shown };
}

/** Said about partners: whose key is whose. @returns the pledges that these keys, old and new, signed for */
async function writeAttesters(tx: Tx, subjects: Subjects): Promise<string[]> {
  const rows = [...subjects].flatMap(([partner, records]) =>
    records.flatMap(({ kind, body }) => {
      const said = kind === PARTNER_KEY ? v.safeParse(PartnerKeyBody, body) : undefined;
      return said?.success ? [{ partner, key: said.output.key }] : [];
    }),
  );
  const { key } = pledgeTables.attester;
  const of = { table: "attester", column: "partner", values: [...subjects.keys()], key };
  const before = await replaceRows(tx, of, rows);
  const keys = [...new Set([...before, ...rows].map((row) => String(row.key)))];
  if (keys.length === 0) return [];
  const touched = await tx
    .withTables<PledgeTables>()
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

/** P21: which signatures count. The partner that each key signs for. */
type Attesters = ReadonlyMap<string, string>;

/** The pledge with `attested` wherever a partner who is not a pledger of it has signed for the figure as it stands. */
export function withAttesters(pledge: Pledge, attesters: Attesters): Pledge {
  const own = new Set([pledge.pledger, ...pledge.with]);
  const countsFor = ({ key }: { readonly key: string }) => {
    const partner = attesters.get(key);
    return partner !== undefined && !own.has(partner);
  };
  const ledger = pledge.ledger.map((entry): Entry => {
    const signed = entry.signed.filter(countsFor);
    return { ...entry, signed, ...(signed.length > 0 && { texture: "attested" as const }) };
  });
  const attested = ledger.findLast((e) => e.counts && e.texture === "attested")?.id;
  // P5: what somebody else has signed for can be checked, so it is evidenced too.
  const evidenced = ledger.findLast((e) => e.counts && e.texture !== "claimed")?.id;
  return {
    ...pledge,
    ledger,
    numbers: {
      ...pledge.numbers,
      ...(evidenced !== undefined && { evidenced }),
      ...(attested !== undefined && { attested }),
    },
  };
}

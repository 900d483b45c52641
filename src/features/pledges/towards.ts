/** Which pledge is part of which. Rule P29: one in a circle counts as if it named nobody. */
import { slugsOf, type Address } from "../../platform/addresses/addresses.ts";
import type { Db } from "../../platform/db/store.ts";
import { withoutCircles } from "../../platform/folder/naming.ts";
import { localised } from "../../platform/texts/view.ts";
import type { Pledge } from "./fold.ts";
import type { PledgeTables } from "./tables.ts";
import { PLEDGE_WORDING } from "./records.ts";

export interface NamedPledge extends Address {
  readonly title: string;
}

/** Pledges that are part of another, the first of them by name. */
export interface Parts {
  readonly count: number;
  readonly first: readonly NamedPledge[];
}

/** Each pledge that counts towards another, and which: subjects, both standing, without circles. */
export async function towardsOf(db: Db): Promise<Map<string, string>> {
  const rows = await db
    .withTables<PledgeTables>()
    .selectFrom("pledge as part")
    .innerJoin("pledge as whole", "whole.subject", "part.towards")
    .select(["part.subject as subject", "part.towards as towards"])
    .where("part.towards", "<>", "")
    .where("whole.kind", "=", "pledge")
    .orderBy("part.subject")
    .execute();
  return withoutCircles(new Map(rows.map((r) => [r.subject, r.towards])));
}

const MOST_PARTS = 50; // links on one page; a coalition may have thousands

/** P29: what counts towards this pledge. */
export async function partsOf(db: Db, subject: string, lang: string): Promise<Parts> {
  const naming = await towardsOf(db);
  const parts = [...naming].flatMap(([part, whole]) => (whole === subject ? [part] : []));
  const { compare: compareTitles } = new Intl.Collator(lang);
  const named = [...(await namesOf(db, parts)).values()].toSorted(
    (a, b) => compareTitles(a.title, b.title) || (a.subject < b.subject ? -1 : 1),
  );
  return { count: named.length, first: named.slice(0, MOST_PARTS) };
}

/** Each of these pledges that has an address, by subject. */
export async function namesOf(
  db: Db,
  subjects: readonly string[],
): Promise<Map<string, NamedPledge>> {
  if (subjects.length === 0) return new Map();
  const slugs = await slugsOf(db, subjects);
  const rows = await db
    .withTables<PledgeTables>()
    .selectFrom("pledge")
    .select(["subject", "brief"])
    .where("subject", "in", subjects)
    .execute();
  return new Map(
    rows.flatMap(({ subject, brief }) => {
      const { title } = localised(db, PLEDGE_WORDING, JSON.parse(brief) as Pledge);
      const slug = slugs.get(subject);
      return slug === undefined ? [] : [[subject, { subject, slug, title }] as const];
    }),
  );
}

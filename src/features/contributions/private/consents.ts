/**
 * Who agreed to be shown or heard, and how it can be proved: names, guardians, proofs and the hashes of withdrawal codes. What is
 * public of it (`consent.given/1`) names a random id alone.
 */
import { A_DAY, dayAt } from "../../../engines/calendar/day.ts";
import type { Db } from "../../../platform/db/store.ts";
import { columns, integer, orNull, table, text, unique } from "../../../platform/db/table.ts";
import { asking, creating, rowsOf, type PrivatePart } from "../../../platform/private/part.ts";
import type { Submission } from "../../../platform/private/submissions.ts";

export interface ConsentRow {
  /** Random; the public record names it. */
  readonly id: string;
  /** The secret's hash of the contribution that it came with; of one that the desk took down, that of its draft. */
  readonly owner: string;
  /** In the order of the form; the one whose story it is stands first. */
  readonly n: number;
  /** JSON: name, guardian, who asked, how, purposes, channels, languages, until, files. */
  readonly about: string;
  /** Makes the public hash of the proof say nothing by itself. */
  readonly salt: string;
  /** Hash of the code by which it is withdrawn. */
  readonly code: string;
  /** The UTC day on which it was given. */
  readonly given: string;
  /** The person's subject once it is said in public. */
  readonly subject: string | null;
}
/** What is left of a story that somebody left, until those who stay have agreed to it without them (rules T22 to T24). */
export interface RestRow {
  /** Of the draft that it became. */
  readonly draft: string;
  /** The UTC day on which somebody left. */
  readonly since: string;
  /** The UTC day on which the desk and those who stay were told that it ends; null before. */
  readonly told: string | null;
  /** How whoever sent the story can be reached, where they are among those who stay. */
  readonly contact: string | null;
}
/** Somebody's own "I agree" to a draft. */
export interface YesRow {
  /** The id of the consent that it goes with. */
  readonly consent: string;
  /** The hash of the words that were agreed to (`digestOf`). */
  readonly text: string;
  /** The UTC day. */
  readonly given: string;
  /** How, where the desk noted it; empty for the code. */
  readonly how: string;
}
type Tables = { consent: ConsentRow; story_rest: RestRow; consent_yes: YesRow };

/** For so long whoever ran the campaign may have to prove that a person had agreed. */
const KEPT_OVER = 3 * 365; // days after the last one on which it held
const AT_ONCE = 1000; // rows in one statement

export const consentsPart = {
  name: "consents",
  tables: {
    consent: {
      key: ["id"],
      keeps: {
        what: "consents",
        until: "consent",
        ends: [{ days: KEPT_OVER, after: "over", day: "given", by: "consents.over" }],
      },
    },
    story_rest: {
      key: ["draft"],
      of: { draft: "draft" },
      keeps: { what: "consents", until: "draft", with: { draft: "draft" } },
    },
    consent_yes: {
      key: ["consent"],
      of: { consent: "consent" },
      keeps: { what: "consents", until: "consent", with: { consent: "consent" } },
    },
  },
  migrations: [
    creating({
      consent: table(
        {
          ...columns(text, "id", "owner"),
          n: integer,
          ...columns(text, "about", "salt"),
          code: unique(text),
          given: text,
          subject: orNull(text),
        },
        { indexes: { consent_owner: ["owner"] } },
      ),
    }),
    creating({
      story_rest: table({
        ...columns(text, "draft", "since"),
        ...columns(orNull(text), "told", "contact"),
      }),
      consent_yes: table(columns(text, "consent", "text", "given", "how")),
    }),
  ],
  whose: { consent: ["about.name"] },
  hashes: async (typed) => {
    const { hashOfCode, readCode } = await import("../../../platform/sent/code.ts");
    const code = readCode(typed);
    return code === undefined ? [] : [await hashOfCode(code)];
  },
  questions: { of, ofStories, ofPerson, inPublic, byCode, rests, rest, yes },
  operations: { add, revise, said, drop, end, forget, over, offer, stay, agree, tell, settled },
} satisfies PrivatePart;

export const askConsents = asking(consentsPart);
const consents = rowsOf<ConsentRow>("consent");
const restRows = rowsOf<RestRow>("story_rest");
const yesRows = rowsOf<YesRow>("consent_yes");

/** The same ones sent again change nothing. */
async function add(tx: Db, given: readonly Omit<ConsentRow, "subject">[]): Promise<void> {
  const fresh = given.map((row) => ({ ...row, subject: null }));
  for (let i = 0; i < fresh.length; i += AT_ONCE)
    await mine(tx)
      .insertInto("consent")
      .values(fresh.slice(i, i + AT_ONCE))
      .onConflict((c) => c.doNothing())
      .execute();
}

function of(tx: Db, owner: string): Promise<ConsentRow[]> {
  return consents.of(tx, { owner }).orderBy("n").execute();
}

/** Those that were said with these stories, by their addresses. */
async function ofStories(tx: Db, slugs: readonly string[]): Promise<ConsentRow[]> {
  const wanted = new Set<string | undefined>(slugs);
  const all = await consents.of(tx).where("subject", "is not", null).execute();
  return all.filter(({ about }) => {
    const { as } = JSON.parse(about) as { readonly as?: { readonly story?: string } };
    return as?.story !== undefined && wanted.has(as.story);
  });
}

/** All that this person agreed to, said in public or not yet. @param of.slugs under which drafts name the person */
export async function ofPerson(
  tx: Db,
  { subject, slugs }: { readonly subject: string; readonly slugs: readonly string[] },
): Promise<ConsentRow[]> {
  const all = await consents.of(tx).execute();
  return all.filter((row) => {
    const { as } = JSON.parse(row.about) as { readonly as?: { readonly slug: string } };
    return row.subject === subject || (as !== undefined && slugs.includes(as.slug));
  });
}

/** Those that stand in public. */
function inPublic(tx: Db): Promise<ConsentRow[]> {
  return consents.of(tx).where("subject", "is not", null).execute();
}

function byCode(tx: Db, code: string): Promise<ConsentRow | undefined> {
  return consents.one(tx, { code });
}

/** What is known of it changes until it stands in public. */
async function revise(tx: Db, { id, about }: Pick<ConsentRow, "id" | "about">): Promise<void> {
  await consents.change(tx, { id, subject: null }, { about });
}

/** It stands in public about this person from now on, and this is what its proof is made of. */
async function said(
  tx: Db,
  { id, ...set }: Pick<ConsentRow, "id" | "about" | "subject">,
): Promise<void> {
  await consents.change(tx, { id }, set);
}

/** One that the desk took down and no record says. */
async function drop(tx: Db, { id, owner }: Pick<ConsentRow, "id" | "owner">): Promise<void> {
  await consents.drop(tx, { id, owner, subject: null });
  await dropOrphans(tx);
}

/** What they were given for is gone. @param ids of the rows */
async function end(tx: Db, ids: readonly string[]): Promise<void> {
  for (const id of ids) await consents.drop(tx, { id });
  await dropOrphans(tx);
}

async function forget(tx: Db, owners: readonly string[]): Promise<void> {
  for (const owner of owners) await consents.drop(tx, { owner });
  await dropOrphans(tx);
}

/** Nobody agrees by a consent that is gone. */
async function dropOrphans(tx: Db): Promise<void> {
  const known = mine(tx).selectFrom("consent").select("id");
  await mine(tx).deleteFrom("consent_yes").where("consent", "not in", known).execute();
}

/** All that waits for those who stay, the oldest first. */
function rests(tx: Db): Promise<RestRow[]> {
  return restRows.of(tx).orderBy("since").orderBy("draft").execute();
}

function rest(tx: Db, draft: string): Promise<RestRow | undefined> {
  return restRows.one(tx, { draft });
}

/** Who of these said so themselves. @param ids of consents */
async function yes(tx: Db, ids: readonly string[]): Promise<YesRow[]> {
  if (ids.length === 0) return [];
  return yesRows.of(tx).where("consent", "in", ids).execute();
}

/** Somebody left: the draft waits for those who stay. Asked again, it waits from the same day. */
async function offer(tx: Db, row: Omit<RestRow, "told">): Promise<void> {
  await mine(tx)
    .insertInto("story_rest")
    .values({ ...row, told: null })
    .onConflict((c) => c.doNothing())
    .execute();
}

/** In place of these consents stand others of the same people, with the codes that they have. @param gone ids of the rows */
async function stay(
  tx: Db,
  { gone, rows }: { gone: readonly string[]; rows: readonly Omit<ConsentRow, "subject">[] },
): Promise<void> {
  await end(tx, gone);
  await add(tx, rows);
}

/** The last yes counts. */
async function agree(tx: Db, row: YesRow): Promise<void> {
  await yesRows.drop(tx, { consent: row.consent });
  if (await consents.one(tx, { id: row.consent })) await yesRows.add(tx, row);
}

async function tell(tx: Db, { draft, told }: Pick<RestRow, "draft" | "told">): Promise<void> {
  await restRows.change(tx, { draft, told: null }, { told });
}

/** It was published, or is gone. */
async function settled(tx: Db, draft: string): Promise<void> {
  await restRows.drop(tx, { draft });
}

/**
 * Those that nothing needs any more: what came with something that was refused, at once, and what ended long ago, with the proof
 * that lies among what was sent. @param now UTC milliseconds
 */
async function over(tx: Db, now: number): Promise<void> {
  const before = dayAt(now - KEPT_OVER * A_DAY);
  const refused = await tx
    .withTables<Tables & { submission: Pick<Submission, "secret_hash" | "state"> }>()
    .selectFrom("consent")
    .innerJoin("submission", "submission.secret_hash", "consent.owner")
    .select("consent.id")
    .where("submission.state", "=", "refused")
    .where("consent.subject", "is", null)
    .execute();
  await end(tx, idsOf(refused));
  for (const { id, owner, about } of await consents.of(tx).execute()) {
    const { until, proof } = JSON.parse(about) as {
      readonly until?: string;
      readonly proof?: string;
    };
    if (until === undefined || until >= before) continue;
    await end(tx, [id]);
    if (proof !== undefined)
      await tx
        .withTables<{ upload: { readonly id: string; readonly owner: string } }>()
        .deleteFrom("upload")
        .where("id", "=", proof)
        .where("owner", "=", owner)
        .execute();
  }
}
const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);

const mine = (db: Db) => db.withTables<Tables>();

/** What pages and mails ask about newsletters. */
import { subjectAt, type Address } from "../../platform/addresses/addresses.ts";
import { withSlugs } from "../../platform/addresses/things.ts";
import type { Db } from "../../platform/db/store.ts";
import type { NewsletterTables } from "./projection.ts";
import type { Newsletter } from "./records.ts";

export interface NewsletterCard extends Address {
  readonly newsletter: Newsletter;
}

/** Every newsletter, the newest first. */
export const newsletterList = async (db: Db): Promise<NewsletterCard[]> =>
  cards(db, await rows(db).execute());

/** Those of these subjects. */
export const newslettersBySubject = async (
  db: Db,
  subjects: readonly string[],
): Promise<NewsletterCard[]> =>
  subjects.length === 0
    ? []
    : cards(
        db,
        await rows(db)
          .where("subject", "in", [...subjects])
          .execute(),
      );

/** A newsletter by address; an old slug gives the present one. */
export async function newsletterAt(db: Db, slug: string): Promise<NewsletterCard | undefined> {
  const address = await subjectAt(db, "newsletters", slug);
  return address && (await newslettersBySubject(db, [address.subject]))[0];
}

const rows = (db: Db) =>
  db
    .withTables<NewsletterTables>()
    .selectFrom("newsletter")
    .selectAll()
    .orderBy("published", "desc")
    .orderBy("subject");

const cards = async (
  db: Db,
  found: readonly NewsletterTables["newsletter"][],
): Promise<NewsletterCard[]> =>
  (await withSlugs(db, found)).map(({ subject, slug, state }) => ({
    subject,
    slug,
    newsletter: JSON.parse(state) as Newsletter,
  }));

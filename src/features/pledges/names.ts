/** What pledges are called, for whoever chooses some of them. */
import { slugsOf } from "../../platform/addresses/addresses.ts";
import type { Db } from "../../platform/db/store.ts";
import { partnersBySubject } from "../partners/api.ts";
import type { Pledge } from "./fold.ts";
import type { PledgeTables } from "./tables.ts";
import { inOrder, ORDERED } from "./queries.ts";

/** Every pledge by its slug and what people call it, in the ledger's order: for whoever chooses some. */
export async function pledgeNames(
  db: Db,
  lang = "en",
): Promise<readonly { readonly slug: string; readonly name: string }[]> {
  const rows = await db
    .withTables<PledgeTables>()
    .selectFrom("pledge")
    .select([...ORDERED, "brief"])
    .where("kind", "=", "pledge")
    .execute();
  const subjects = rows.map(({ subject }) => subject);
  const slugs = await slugsOf(db, subjects);
  const states = new Map(rows.map((row) => [row.subject, JSON.parse(row.brief) as Pledge]));
  const partners = await partnersBySubject(
    db,
    rows.map(({ pledger }) => pledger),
  );
  return (await inOrder(db, rows, lang)).flatMap(({ subject, pledger }) => {
    const slug = slugs.get(subject);
    const { title } = states.get(subject)!;
    const by = partners.get(pledger)?.name;
    return slug === undefined ? [] : [{ slug, name: by === undefined ? title : `${by}: ${title}` }];
  });
}

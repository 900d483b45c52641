/** The table of newsletters. */
import { table, text, type TablesOf } from "../../platform/db/table.ts";
import { rowProjection } from "../../platform/log/row-projection.ts";
import { foldNewsletter } from "./fold.ts";
import { newsletterKinds } from "./records.ts";

const tables = { newsletter: table({ subject: text, published: text, state: text }) };
export type NewsletterTables = TablesOf<typeof tables>;

export const newsletterProjection = rowProjection({
  name: "newsletters",
  version: 1,
  kinds: newsletterKinds,
  tables,
  fold: foldNewsletter,
  rows: (newsletter) => ({
    newsletter: [{ published: newsletter.published, state: JSON.stringify(newsletter) }],
  }),
});

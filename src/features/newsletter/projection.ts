/** The table of newsletters. */
import { table, text, type TablesOf } from "../../platform/db/table.ts";
import { rowProjection } from "../../platform/log/row-projection.ts";
import { lastSaid } from "../../platform/records/last-said.ts";
import type { LogRecord } from "../../platform/records/record.ts";
import {
  type Newsletter,
  NEWSLETTER_WITHDRAWN,
  NewsletterBody,
  newsletterKinds,
} from "./records.ts";

const tables = { newsletter: table({ subject: text, published: text, state: text }) };
export type NewsletterTables = TablesOf<typeof tables>;

/** U14: fold one newsletter's records, in reading order; `undefined` when withdrawn or never sent. */
export const foldNewsletter = (records: readonly LogRecord[]): Newsletter | undefined =>
  lastSaid(records, NewsletterBody, NEWSLETTER_WITHDRAWN);

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

/** What a newsletter's records say of it. Rule U14 of README.md. */
import { lastSaid } from "../../platform/records/last-said.ts";
import type { LogRecord } from "../../platform/records/record.ts";
import { NEWSLETTER_WITHDRAWN, NewsletterBody, type Newsletter } from "./records.ts";

/** Fold one newsletter's records, in reading order; `undefined` when withdrawn or never sent. */
export const foldNewsletter = (records: readonly LogRecord[]): Newsletter | undefined =>
  lastSaid(records, NewsletterBody, NEWSLETTER_WITHDRAWN);

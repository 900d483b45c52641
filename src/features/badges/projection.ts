/** What the records of a key say, and its tables. */
import * as v from "valibot";
import { table, text, type TablesOf } from "../../platform/db/table.ts";
import { rowProjection } from "../../platform/log/row-projection.ts";
import { timeDay } from "../../platform/records/clock.ts";
import { firstSaid } from "../../platform/records/last-said.ts";
import type { LogRecord } from "../../platform/records/record.ts";
import {
  BADGE_WITHDRAWN,
  badgeKinds,
  BadgeKeyBody,
  BadgeWithdrawnBody,
  type BadgeKey,
} from "./records.ts";

/** A key is said once and stays what it was. */
export const foldKey = (records: readonly LogRecord[]): BadgeKey | undefined =>
  firstSaid(records, BadgeKeyBody);

const tables = {
  badge_key: table({ subject: text, kid: text, since: text, state: text }),
  badge_withdrawn: table(
    { subject: text, hash: text },
    { key: ["hash", "subject"], indexes: { badge_withdrawn_subject: ["subject"] } },
  ),
};
export type BadgeTables = TablesOf<typeof tables>;

export const badgeProjection = rowProjection({
  name: "badges",
  version: 1,
  kinds: badgeKinds,
  tables,
  fold: foldKey,
  rows: (key, records) => ({
    badge_key: [{ kid: key.kid, since: sinceOf(key, records), state: JSON.stringify(key) }],
    badge_withdrawn: withdrawnIn(records).map((hash) => ({ hash })),
  }),
});

/** The day on which it was said first. */
function sinceOf({ kid }: BadgeKey, records: readonly LogRecord[]): string {
  const first = records.find(({ body }) => (body as { kid?: unknown } | null)?.kid === kid);
  return first ? timeDay(first.at) : "";
}

/** The hashes of the badges that were taken back, each once. */
export function withdrawnIn(records: readonly LogRecord[]): string[] {
  const hashes = records.flatMap(({ kind, body }) => {
    const said = v.safeParse(BadgeWithdrawnBody, body);
    return kind === BADGE_WITHDRAWN && said.success ? [said.output.badge] : [];
  });
  return [...new Set(hashes)].toSorted();
}

/** Saying records for this instance, served here or elsewhere: what a desk accepts and what a sender takes back. */
import type { Db } from "../db/store.ts";
import type { Log } from "../log/log.ts";
import type { Key } from "../records/keys.ts";
import type { SignedRecord } from "../records/record.ts";

export interface Speaker {
  readonly append: Log["append"];
  readonly key: Key;
  readonly snapshot: <T>(work: (db: Db) => Promise<T>) => Promise<T>;
}

/** @throws Error when the key may not say one of them */
export async function sayAll(
  { append }: Speaker,
  records: readonly Pick<SignedRecord, "entry" | "document">[],
): Promise<void> {
  const { results } = await append(records.map(({ entry, document }) => ({ entry, document })));
  const refused = results.find((r) => r.is !== "accepted" && r.is !== "known");
  if (refused)
    throw new Error(
      `Expected this instance's key to be allowed to say record ${refused.id}, it was ${refused.is}.`,
    );
}

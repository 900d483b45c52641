/** Saying a few records by hand: through the running process, or directly where none runs. */
import { subjectAt } from "../platform/addresses/addresses.ts";
import type { Unsigned } from "../platform/records/batch.ts";
import type { Key } from "../platform/records/keys.ts";
import type { SignedRecord } from "../platform/records/record.ts";
import { batchOf, refusedOf } from "../platform/sent/speaker.ts";
import type { Db } from "../platform/db/store.ts";
import { CommandError, dataDir, openExisting, withLog, type Settings } from "./context.ts";

/** Sign these sentences with the campaign's key, or with another, and append them. @returns the records */
export async function say(
  settings: Settings,
  drafts: (db: Db) => Promise<readonly Unsigned[]>,
  by?: Key,
): Promise<readonly SignedRecord[]> {
  const { records, key } = await signed(settings, drafts, by);
  const incoming = records.map(({ entry, document }) => ({ entry, document }));
  const refused = refusedOf(await withLog(settings, (log) => log.append(incoming)));
  if (refused)
    throw new CommandError(
      `Expected the key ${key.name} to be allowed to sign this, but it was ${refused.is}.`,
    );
  return records;
}

async function signed(
  settings: Settings,
  drafts: (db: Db) => Promise<readonly Unsigned[]>,
  by?: Key,
): Promise<{ records: readonly SignedRecord[]; key: Key }> {
  await using reader = await openExisting(settings, dataDir(settings));
  const key = by ?? reader.folder.keys.owner;
  const batch = batchOf({ key });
  for (const one of await reader.snapshot(drafts)) batch.add(one);
  return { key, records: batch.records };
}

/** @throws CommandError when nothing of this space has the slug */
export async function subjectOf(db: Db, space: string, slug: string): Promise<string> {
  const found = await subjectAt(db, space, slug);
  if (!found) throw new CommandError(`Expected one of the ${space}, but there is no ${slug}.`);
  return found.subject;
}

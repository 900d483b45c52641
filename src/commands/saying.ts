/** Saying a few records by hand: through the running process, or directly where none runs. */
import { subjectAt } from "../platform/addresses/addresses.ts";
import { Clock } from "../platform/records/clock.ts";
import type { Key } from "../platform/records/keys.ts";
import { signRecord, type Draft, type SignedRecord } from "../platform/records/record.ts";
import type { Db } from "../platform/db/store.ts";
import { CommandError, dataDir, openExisting, withLog, type Settings } from "./context.ts";

/** Sign these sentences with the campaign's key, or with another, and append them. @returns the records */
export async function say(
  settings: Settings,
  drafts: (db: Db) => Promise<readonly Omit<Draft, "at">[]>,
  by?: Key,
): Promise<SignedRecord[]> {
  const { records, key } = await signed(settings, drafts, by);
  const incoming = records.map(({ entry, document }) => ({ entry, document }));
  const { results } = await withLog(settings, (log) => log.append(incoming));
  const refused = results.find((r) => r.is !== "accepted" && r.is !== "known");
  if (refused)
    throw new CommandError(
      `Expected the key ${key.name} to be allowed to say this, it was ${refused.is}.`,
    );
  return records;
}

async function signed(
  settings: Settings,
  drafts: (db: Db) => Promise<readonly Omit<Draft, "at">[]>,
  by?: Key,
): Promise<{ records: SignedRecord[]; key: Key }> {
  await using reader = await openExisting(settings, dataDir(settings));
  const key = by ?? reader.folder.keys.owner;
  const clock = new Clock(Date.now);
  const said = await reader.snapshot(drafts);
  return { key, records: said.map((draft) => signRecord({ ...draft, at: clock.tick() }, key)) };
}

/** @throws CommandError when nothing of this space has the slug */
export async function subjectOf(db: Db, space: string, slug: string): Promise<string> {
  const found = await subjectAt(db, space, slug);
  if (!found) throw new CommandError(`Expected one of the ${space}, found no ${slug}.`);
  return found.subject;
}

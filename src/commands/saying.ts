/** Saying a few records by hand: through the running process, or directly where none runs. */
import { parseArgs } from "node:util";
import { subjectAt } from "../platform/addresses/addresses.ts";
import { Clock } from "../platform/records/clock.ts";
import type { Key } from "../platform/records/keys.ts";
import { signRecord, type Draft, type SignedRecord } from "../platform/records/record.ts";
import type { Db } from "../platform/db/store.ts";
import {
  CommandError,
  dataDir,
  openExisting,
  openLocked,
  openRunning,
  type Settings,
} from "./context.ts";

/** Sign these sentences with the campaign's key, or with another, and append them. @returns the records */
export async function say(
  settings: Settings,
  drafts: (db: Db) => Promise<readonly Omit<Draft, "at">[]>,
  by?: Key,
): Promise<SignedRecord[]> {
  const dir = dataDir(settings);
  const { records, key } = await signed(settings, dir, drafts, by);
  const incoming = records.map(({ entry, document }) => ({ entry, document }));
  await using instance = await openLocked(settings, dir, "");
  let results;
  if (instance) ({ results } = await instance.log.append(incoming));
  else {
    using running = await openRunning(dir);
    ({ results } = await running.append(incoming));
  }
  const refused = results.find((r) => r.is !== "accepted" && r.is !== "known");
  if (refused)
    throw new CommandError(
      `Expected the key ${key.name} to be allowed to say this, it was ${refused.is}.`,
    );
  return records;
}

async function signed(
  settings: Settings,
  dir: string,
  drafts: (db: Db) => Promise<readonly Omit<Draft, "at">[]>,
  by?: Key,
): Promise<{ records: SignedRecord[]; key: Key }> {
  await using reader = await openExisting(settings, dir);
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

/** The options of a command, all of them text. @throws CommandError that names an option it does not know */
export function options<const Name extends string>(
  args: readonly string[],
  names: readonly Name[],
): { readonly of: Readonly<Partial<Record<Name, string>>>; readonly rest: readonly string[] } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: Object.fromEntries(names.map((name) => [name, { type: "string" as const }])),
      allowPositionals: true,
    });
    return { of: values as Partial<Record<Name, string>>, rest: positionals };
  } catch (error) {
    throw new CommandError((error as Error).message, { cause: error });
  }
}

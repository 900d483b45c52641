/** A backup comes back into an empty data folder, for the command and for who has no shell (serve-setup.ts). */
import { existsSync, rmSync } from "node:fs";
import { readWaiting } from "../features/stories/private/draft-rows.ts";
import { openNotes } from "../platform/accounts/trail.ts";
import { RecordError } from "../platform/records/record.ts";
import { continued, headOf, isNewer, isOneLine, nextOrigin } from "../platform/log/lineage.ts";
import type { Incoming } from "../platform/log/incoming.ts";
import { logHead } from "../platform/log/reading.ts";
import { belonging } from "../platform/process/belonging.ts";
import {
  backupChunks,
  privateChunks,
  unpackBackup,
  type Manifest,
} from "../platform/process/unpack-backup.ts";
import { besideData } from "../platform/process/data-folder.ts";
import {
  readErasureList,
  readKeptAccess,
  readKeptCheckpoint,
  readWithdrawnList,
} from "../platform/process/kept.ts";
import { readTakenBack } from "../platform/process/list.ts";
import { readKeptTrail } from "../platform/process/kept-trail.ts";
import type { Access } from "../platform/private/access.ts";
import { askTakenBack } from "../platform/private/taken-back.ts";
import { askTrail, SHELL } from "../platform/private/trail.ts";
import { askAccounts } from "../platform/private/accounts.ts";
import { dropErasedPeople } from "../features/contributions/erase-person.ts";
import { closeUnlisted } from "../features/contributions/unlooked.ts";
import { dropErasedSignings } from "../features/books/erasing.ts";
import { askSignings } from "../features/books/private.ts";
import { askDrafts } from "../features/stories/private/drafts.ts";
import { momentNow } from "../platform/process/steady-clock.ts";
import { askFederation } from "../platform/private/federation.ts";
import { askNotices } from "../features/desk/notices/private.ts";
import { askNewsletters } from "../features/newsletter/private/drafts.ts";
import { askOutbox } from "../features/newsletter/private/outbox.ts";
import { sweepMedia, type Instance } from "../platform/process/instance.ts";
import { forgetErasedDrafts } from "../features/stories/api.ts";
import { CommandError, openLocked, type Settings } from "./context.ts";

interface Restoring {
  readonly file: string;
  /** The key file of an encrypted backup. */
  readonly keyFile: string | undefined;
  readonly newLog: boolean;
  /** Whether what is kept beside the folder must be of the same campaign; the command takes what it is given. */
  readonly isBound?: boolean;
  readonly progress: (done: number, total: number) => void;
}

/** It would do harm: another campaign's, or one from before what is known. */
export class NotThisBackup extends CommandError {
  override name = "NotThisBackup";
  readonly why: "other" | "newer";
  constructor(why: "other" | "newer", message: string) {
    super(message);
    this.why = why;
  }
}

/**
 * @param dir an empty or absent data folder
 * @returns what was done, a line each
 * @throws Error with one line; then the folder is as it was, where its database is in it
 */
export async function restoreInto(
  settings: Settings,
  dir: string,
  { file, keyFile, newLog, isBound = false, progress }: Restoring,
): Promise<{ readonly lines: readonly string[] }> {
  await belonging({ dir, database: settings.database, to: "restore" });
  const beside = besideData(dir);
  const newer = readKeptCheckpoint(beside.checkpoint);
  const access = readKeptAccess(beside.access);
  const wasListed = existsSync(beside.withdrawn);
  const unpacked = await unpackBackup(file, dir, keyFile);
  try {
    const { manifest } = unpacked;
    const known = newer === undefined ? undefined : headOf(newer);
    if (known && isBound && !isOneLine(known, manifest))
      throw new NotThisBackup(
        "other",
        `Expected a backup of ${known.origin}, which was here before, got one of ${manifest.origin}.`,
      );
    if (known && isNewer(known, manifest) && !newLog)
      throw new NotThisBackup(
        "newer",
        `A newer checkpoint of this log is known (${known.size} records of ${known.origin}, ` +
          `the backup has ${manifest.size} of ${manifest.origin}). ` +
          "Anyone who kept it would see the log go back. Restore with --new-log to open a new log that says so.",
      );
    const origin = newLog ? nextOrigin(manifest, known) : manifest.origin;
    unpacked.place();
    const { replayed, waiting, lost } = await fill(settings, dir, unpacked, {
      origin,
      access,
      progress,
      ...(newLog && { after: newer ?? manifest.checkpoint }),
    });
    const done =
      `Restored ${manifest.size} records of ${manifest.origin} as of ${manifest.made}` +
      `${replayed > 0 ? `, and carried out ${replayed} erasures made since` : ""}.`;
    return { lines: [...waiting, done, ...(access === undefined ? [UNKNOWN] : []), ...lost] };
  } catch (error) {
    // In a database of its own rows may stand: its folder stays, and says that the restore was not finished.
    if (settings.database === undefined) {
      unpacked.undo();
      if (!wasListed) rmSync(beside.withdrawn, { force: true });
    }
    throw error;
  } finally {
    unpacked.discard();
  }
}

const UNKNOWN =
  "Decisions made since the backup are not known here: there is no list beside the data folder (docs/operating.md, The data folder). " +
  "An account closed since then is open again. A learner, class, sensor or subscriber erased since then may be back, and so may a " +
  "person who objected or withdrew. Check who can sign in: bin/cnd.js account list";

const closedLine = (people: number): string =>
  `It is not known who has withdrawn consent since. So what depends on consent is closed: the pages, stories and photos of ${people === 1 ? "one person" : `${people} people`}. ` +
  "They open once an owner has checked /desk/run/restored and confirmed it there.";

/** Of a time for which no list says what was taken back. */
const unknownBetween = (from: string, until: string): string =>
  `What was withdrawn, closed or erased between ${from.slice(0, 10)} and ${until.slice(0, 10)} in private data ` +
  "(classes, sensors, drafts, subscribers and the like) is not known here, and may be back. " +
  "Check it at the desk, or put the list from that time beside the data folder and restore again (docs/operating.md, The data folder).";

type Unpacked = Awaited<ReturnType<typeof unpackBackup>>;

/**
 * Fill the log and the private tables, and carry out what was decided since.
 * @param log its name, who might come in last, and the checkpoint that it goes on from where it is a new one
 * @returns how many erasures were made since, what waits for its day, and for which days nothing is known
 */
async function fill(
  settings: Settings,
  dir: string,
  unpacked: Unpacked,
  {
    origin,
    access,
    after,
    progress,
  }: Pick<Restoring, "progress"> & {
    readonly origin: string;
    readonly access: Access | undefined;
    readonly after?: string;
  },
): Promise<Record<"waiting" | "lost", readonly string[]> & { readonly replayed: number }> {
  const { manifest, records, held, privates } = unpacked;
  const beside = besideData(dir);
  const erasures = readErasureList(beside.erasures);
  const isListed = existsSync(beside.withdrawn);
  const takenBack = readTakenBack(beside.withdrawn);
  const opened = await openLocked(settings, dir, origin, { to: "restore" });
  if (!opened) throw new CommandError(`Another process is using ${dir}. Stop it first.`);
  await using instance = opened;
  const { merge, lose, lost } = askTakenBack(instance.log.private);
  // First: a list that was made just now says nothing of the days before.
  if (!isListed) await lose({ from: manifest.made, until: momentNow() });
  if (after !== undefined)
    await instance.log.replay([continued(after, instance.folder.keys.owner)]);
  let done = 0;
  for await (const chunk of backupChunks(records)) {
    await instance.log.replay(chunk);
    progress((done += chunk.length), manifest.size);
  }
  if (existsSync(held))
    for await (const chunk of backupChunks(held)) await instance.log.keepWaiting(chunk);
  for (let i = 0; i < takenBack.length; i += CHUNK) await merge(takenBack.slice(i, i + CHUNK));
  if (existsSync(privates))
    for await (const rows of privateChunks(privates)) await instance.log.private("restore", rows);
  const withdrawn = readWithdrawnList(beside.withdrawn);
  await askDrafts(instance.log.private).withdrawn(withdrawn);
  await askSignings(instance.log.private).withdrawn(withdrawn);
  for (const part of FORGETTING) await instance.log.private(`${part}.forget`, withdrawn);
  if (access) await askAccounts(instance.log.private).restored(access);
  await askOutbox(instance.log.private).restored();
  await askNewsletters(instance.log.private).restored();
  await askNotices(instance.log.private).restored();
  await askFederation(instance.log.private).restored();
  if (after === undefined) await checkRestored(instance, manifest);
  const replayed = await carryOut(instance.log, erasures);
  // What was made of an erased film is in the backup, too, and of nothing that is named; the rest is made again.
  if (replayed > 0) await sweepMedia(instance, 0);
  const { log, snapshot, folder } = instance;
  const key = folder.keys.owner;
  const speaker = { append: (more: readonly Incoming[]) => log.append(more), key, snapshot };
  await forgetErasedDrafts({ speaker, private: log.private });
  await dropErasedPeople({ speaker, private: log.private });
  await dropErasedSignings({ speaker, private: log.private });
  const unknown = (await lost()).filter(({ until }) => until > manifest.made);
  const closed = unknown.length > 0 ? await closeUnlisted({ speaker, private: log.private }) : 0;
  await askTrail(instance.log.private).restored(readKeptTrail(beside.trail));
  const what = after === undefined ? "cnd restore" : "cnd restore --new-log";
  const { made } = manifest;
  const deed = { who: SHELL, what, about: "", detail: made, network: "", outcome: "done" } as const;
  await openNotes(instance.log.private)(deed);
  unpacked.finish();
  const waiting = (await snapshot((db) => readWaiting(db))).filter(({ lang }) => lang === "");
  const days = waiting.map(({ slug, day }) => `${slug} (${day})`).join(", ");
  const line = `${waiting.length} stories wait for their day, as when the backup was made: ${days}. The desk can cancel them.`;
  return {
    replayed,
    waiting: waiting.length > 0 ? [line] : [],
    lost: [
      ...unknown.map(({ from, until }) => unknownBetween(from > made ? from : made, until)),
      ...(closed > 0 ? [closedLine(closed)] : []),
    ],
  };
}

const CHUNK = 2000; // entries in one step

/**
 * What was decided since the backup, in its order: by the owner of then, which a change among it may have made another. One
 * that may be said no more, because the list was damaged and its order with it, is taken as this log had taken it.
 * @returns how many erasures there were
 */
async function carryOut(log: Instance["log"], decided: readonly Incoming[]): Promise<number> {
  if (decided.length === 0) return 0;
  try {
    return (await log.append(decided)).erasures.length;
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
  }
  return (await log.replay(decided)).erasures.length;
}

/** Parts whose operation `forget` takes the hashes of secrets by which senders took something back. */
const FORGETTING = ["submissions", "subscribers", "uploads", "consents", "remarks", "signatures"];

async function checkRestored(
  { snapshot }: Pick<Instance, "snapshot">,
  manifest: Manifest,
): Promise<void> {
  const head = await snapshot(logHead);
  if (head?.checkpoint !== manifest.checkpoint)
    throw new CommandError(
      "The restored log does not end at the backup's checkpoint: the file is damaged. Use another backup.",
    );
}

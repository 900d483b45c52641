/** `cnd verify`: the records, what follows from them, and what lies beside them; or one record. */
import { parseArgs } from "node:util";
import { publicKeyOf } from "../platform/records/keys.ts";
import { privateParts, registry } from "../models.ts";
import { verifyLog, type Verification } from "../platform/log/verify/verify.ts";
import { HELP } from "../platform/log/verify/problems.ts";
import { openMedia } from "../platform/media/media.ts";
import { checkBeside, mediaBeside } from "../platform/process/beside.ts";
import { besideData } from "../platform/process/data-folder.ts";
import { readKeptCheckpoint } from "../platform/process/kept.ts";
import { progressBar } from "../platform/process/progress.ts";
import { CommandError, dataDir, isDamaged, openExisting, type Settings } from "./context.ts";
import { verifyProof, verifyRecord } from "./verify-proof.ts";

export const help = `cnd verify
Check everything: the database's own files; every signature, hash and tile, the checkpoint, every erasure, every media
file; each column and table against the records; private tables against their checksums.
If anything fails, it exits with 1 and prints a line for each failure, with what to do. An instance keeps serving.

cnd verify --record ID
Check one record of the local data, step by step: its id, its author's signature, its text, its place in the log,
the log's signature.

cnd verify --proof FILE [--vkey KEY]
Check a proof file downloaded from /log/proof/<record>.json; this needs no data. With KEY, the log's verifier
key as you know it (/log/vkey), a proof of any other log fails.`;

export async function run(settings: Settings, args: readonly string[]): Promise<void> {
  const { record, proof, vkey } = optionsIn(args);
  if (record !== undefined && proof === undefined && vkey === undefined)
    return verifyRecord(settings, record);
  if (proof !== undefined && record === undefined) return verifyProof(proof, vkey);
  if ((record ?? proof ?? vkey) !== undefined)
    throw new CommandError("Expected --record ID, or --proof FILE [--vkey KEY], got both.");
  await verifyAll(settings);
}

function optionsIn(args: readonly string[]) {
  const text = { type: "string" } as const;
  try {
    return parseArgs({ args: [...args], options: { record: text, proof: text, vkey: text } })
      .values;
  } catch (error) {
    throw new CommandError(`${(error as Error).message}. See cnd verify --help`, { cause: error });
  }
}

async function verifyAll(settings: Settings): Promise<void> {
  const found = await verifyData(settings).catch((error: unknown) => {
    if (!isDamaged(error)) throw error;
    throw new CommandError(
      `The database cannot be read (${(error as Error).message}). ${HELP.backup}`,
      { cause: error },
    );
  });
  for (const problem of found.problems) console.error(problem);
  const { records, bodies, erased, tiles, rows } = found;
  const counts = `${records} records, ${bodies} bodies, ${erased} erased, ${tiles} tiles, ${rows} rows, ${found.media} media files`;
  if (found.count > 0)
    throw new CommandError(`The log is not valid: ${found.count} problems in ${counts}.`);
  console.log(`The log is valid: ${counts}.`);
}

type Progress = NonNullable<Parameters<typeof verifyLog>[0]["progress"]>;

/** Check all of an instance, from beside it. @param progress told how far it has come; bars are drawn without it */
export async function verifyData(settings: Settings, progress?: Progress): Promise<Verification> {
  const dir = dataDir(settings);
  await using instance = await openExisting(settings, dir);
  const media = openMedia(instance.folder.media);
  const beside = besideData(dir);
  const keptCheckpoint = readKeptCheckpoint(beside.checkpoint); // before the snapshot, which is then no older
  const bars = new Map<string, ReturnType<typeof progressBar>>();
  const drawn: Progress = (what, done, total) => {
    if (!bars.has(what)) for (const bar of bars.values()) bar.end();
    bars.set(what, bars.get(what) ?? progressBar(what));
    bars.get(what)!.report(done, total);
  };
  const checked = await instance.snapshot((db) =>
    verifyLog({
      db,
      registry,
      logKey: publicKeyOf(instance.folder.keys.log.name),
      mediaHolds: (name) => media.holds(name),
      readMedia: (name) => media.read(name),
      alsoNamed: (own) => mediaBeside(own, privateParts),
      keptCheckpoint,
      besides: (snapshot, problems) => checkBeside(snapshot, privateParts, beside, problems),
      progress: progress ?? drawn,
    }),
  );
  for (const bar of bars.values()) bar.end();
  return checked;
}

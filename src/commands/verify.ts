/** `cnd verify`: every signature, hash, tile, the checkpoint, every erasure and every media file; or one record. */
import { parseArgs } from "node:util";
import { publicKeyOf } from "../platform/records/keys.ts";
import { verifyLog } from "../platform/log/verify.ts";
import { openMedia } from "../platform/media/media.ts";
import { progressBar } from "../platform/process/progress.ts";
import { CommandError, dataDir, openExisting, type Settings } from "./context.ts";
import { verifyProof, verifyRecord } from "./verify-proof.ts";

export const help = `cnd verify
Check the whole log: every signature, hash and tile, the checkpoint, every erasure, every media file.
Exit code 1 and one line for each thing that does not hold.

cnd verify --record ID
Check one record of the local data, step by step: its id, its author's signature, its text, its place in the log,
the log's signature.

cnd verify --proof FILE [--vkey KEY]
Check a proof file that was downloaded from /log/proof/<record>.json; needs no data. With KEY, the log's verifier
key as you know it (/log/vkey), a proof of any other log fails.`;

export async function run(settings: Settings, args: readonly string[]): Promise<void> {
  const { record, proof, vkey } = optionsIn(args);
  if (record !== undefined && proof === undefined && vkey === undefined)
    return verifyRecord(settings, record);
  if (proof !== undefined && record === undefined) return verifyProof(proof, vkey);
  if ((record ?? proof ?? vkey) !== undefined)
    throw new CommandError("Expected --record ID, or --proof FILE [--vkey KEY], got a mixture.");
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
  const dir = dataDir(settings);
  await using instance = await openExisting(settings, dir);
  const media = openMedia(instance.folder.media);
  const bar = progressBar("Verifying");
  const found = await instance.snapshot((db) =>
    verifyLog({
      db,
      logKey: publicKeyOf(instance.folder.keys.log.name),
      mediaHolds: (name) => media.holds(name),
      progress: bar.report,
    }),
  );
  bar.end();
  for (const problem of found.problems) console.error(problem);
  const { records, bodies, erased, tiles } = found;
  const counts = `${records} records, ${bodies} bodies, ${erased} erased, ${tiles} tiles, ${found.media} media files`;
  if (found.problems.length > 0)
    throw new CommandError(
      `The log does not hold: ${found.problems.length} problems in ${counts}.`,
    );
  console.log(`The log holds: ${counts}.`);
}

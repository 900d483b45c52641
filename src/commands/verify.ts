/** `cnd verify`: every signature, hash, tile, the checkpoint, every erasure and every media file. */
import { publicKeyOf } from "../platform/records/keys.ts";
import { verifyLog } from "../platform/log/verify.ts";
import { openMedia } from "../platform/media/media.ts";
import { progressBar } from "../platform/process/progress.ts";
import { CommandError, dataDir, openExisting, type Settings } from "./context.ts";

export const help = `cnd verify
Check the whole log: every signature, hash and tile, the checkpoint, every erasure, every media file.
Exit code 1 and one line for each thing that does not hold.`;

export async function run(settings: Settings): Promise<void> {
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

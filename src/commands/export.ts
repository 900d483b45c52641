/** `cnd export DIR`: the campaign as a canonical folder. */
import { folderParts } from "../folder-parts.ts";
import { exportFolder } from "../platform/folder/export.ts";
import { withWaiting } from "../platform/folder/with-waiting.ts";
import { thingsIn } from "../platform/log/reading.ts";
import { openMedia } from "../platform/media/media.ts";
import type { Instance } from "../platform/process/instance.ts";
import { progressBar } from "../platform/process/progress.ts";
import { CommandError, dataDir, openExisting, type Settings } from "./context.ts";
import { waitingFiles } from "./waiting-room.ts";

export const help = `cnd export DIR
Write the campaign as a canonical folder, into a new or empty folder or over an earlier export. Importing it again
adds nothing. Items waiting for their day are written as if published. A running instance keeps serving.`;

export async function run(settings: Settings, [dir]: readonly string[]): Promise<void> {
  if (!dir) throw new CommandError("Expected a folder to write: cnd export DIR");
  await using instance = await openExisting(settings, dataDir(settings));
  const bar = progressBar("Exporting");
  const done = await exportInto(instance, dir, bar.report);
  bar.end();
  for (const { space, slug, reason } of done.leftOut)
    console.error(`${space}/${slug} was left out: ${reason}`);
  console.log(
    `Wrote ${done.things} things in ${done.files} files, and ${done.media} media files, to ${dir}.`,
  );
}

/** Write what an instance holds today. */
export async function exportInto(
  { snapshot, folder }: Exporting,
  dir: string,
  progress: (done: number, total: number) => void,
) {
  return snapshot(async (db) => {
    const said = {
      things: (space: string, kinds: readonly string[]) => thingsIn(db, space, kinds),
    };
    const log = await withWaiting(said, folderParts, () => waitingFiles(db));
    const media = openMedia(folder.media);
    const written = await exportFolder({ dir, parts: folderParts, log, media, progress });
    return { ...written, leftOut: [...log.leftOut, ...written.leftOut] };
  });
}

interface Exporting {
  readonly snapshot: Instance["snapshot"];
  readonly folder: Pick<Instance["folder"], "media">;
}

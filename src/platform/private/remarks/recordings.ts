/** Recordings that came with what was said, and how long their files lie here. Rule V42. */
import type { Db } from "../../db/store.ts";
import type { Upload } from "../uploads.ts";
import { withoutRecording, type RemarkTables } from "./remark.ts";

/**
 * Forget those that nothing needs any more: of what is shown, which is a file of the instance, of what was taken back, of
 * what was refused twice, and of what was refused before a day and is not appealed.
 * @returns the ids of the files, whose bytes are to be deleted
 */
export async function recordingsOver(tx: Db, before: string): Promise<string[]> {
  const over = await mine(tx)
    .selectFrom("upload")
    .innerJoin("remark", "remark.secret_hash", "upload.owner")
    .select(["upload.id as upload", "remark.id", "remark.state", "remark.more"])
    .where((eb) =>
      eb.or([
        eb("remark.state", "in", ["accepted", "withdrawn"]),
        eb.and([
          eb("remark.state", "=", "refused"),
          eb.or([
            eb("remark.appeal", "is not", null),
            eb(eb.fn.coalesce("remark.decided", "remark.received"), "<", before),
          ]),
        ]),
      ]),
    )
    .execute();
  if (over.length === 0) return [];
  const ids = over.map(({ upload }) => upload);
  await mine(tx).deleteFrom("upload").where("id", "in", ids).execute();
  for (const { id, state, more } of over)
    if (state === "refused")
      await mine(tx)
        .updateTable("remark")
        .set({ more: withoutRecording(more) })
        .where("id", "=", id)
        .execute();
  return ids;
}

const mine = (db: Db) => db.withTables<RemarkTables & { upload: Upload }>();

/** Words are forgotten: by whoever said them, and again after a restore; and recordings that nothing needs any more. Rule V42. */
import type { Db } from "../../../platform/db/store.ts";
import type { Upload } from "../../contributions/api.ts";
import { forgetAround } from "./moderating.ts";
import { mine, withoutRecording, type RemarkTables } from "./remark.ts";

const GONE = {
  state: "withdrawn" as const,
  text: "",
  name: null,
  contact: null,
  more: "{}",
  signals: "[]",
  edit: null,
  appeal: null,
  reason: null,
  alike: null,
};

/** By whoever said it, here or elsewhere: its words are forgotten. */
export async function withdraw(tx: Db, id: string): Promise<void> {
  await forgetAround(tx, id);
  await mine(tx)
    .updateTable("remark")
    .set((eb) => ({ ...GONE, version: eb("version", "+", 1) }))
    .where("id", "=", id)
    .execute();
}

/** The same for what was withdrawn since a backup was made. */
export async function forget(tx: Db, hashes: readonly string[]): Promise<void> {
  for (const hash of hashes) {
    const id = hash.slice(0, 32); // of what came from elsewhere the hash of its address; an id is the beginning of either
    await forgetAround(tx, id);
    await mine(tx).updateTable("remark").set(GONE).where("id", "=", id).execute();
  }
}

/**
 * Forget those that nothing needs any more: of what is shown, which is a file of the instance, of what was taken back, of
 * what was refused twice, and of what was refused before a day and is not appealed.
 * @returns the ids of the files, whose bytes are to be deleted
 */
export async function recordingsOver(tx: Db, before: string): Promise<string[]> {
  const over = await withUploads(tx)
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
  await withUploads(tx).deleteFrom("upload").where("id", "in", ids).execute();
  for (const { id, state, more } of over)
    if (state === "refused")
      await withUploads(tx)
        .updateTable("remark")
        .set({ more: withoutRecording(more) })
        .where("id", "=", id)
        .execute();
  return ids;
}

const withUploads = (db: Db) => db.withTables<RemarkTables & { upload: Upload }>();

/** Words are forgotten: by whoever said them, and again after a restore. */
import type { Db } from "../../db/store.ts";
import { forgetAround } from "../conversation/reports.ts";
import { mine } from "./remark.ts";

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

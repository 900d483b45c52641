/** What devices said last of the answers that they still hold. */
import type { Db } from "../../../platform/db/store.ts";
import { deviceRows, type Device } from "./rows.ts";

const MOST_DEVICES = 400; // of one class: what a program says of devices that are none takes no more room than that

export async function heard(tx: Db, { id, room: of, ...set }: Device): Promise<void> {
  const changed = await deviceRows.change(tx, { id, room: of }, set);
  if (changed > 0) return;
  const others = await deviceRows.of(tx, { room: of }).orderBy("seen").execute();
  for (const { id: oldest } of others.slice(0, Math.max(0, others.length + 1 - MOST_DEVICES)))
    await deviceRows.drop(tx, { id: oldest, room: of });
  await deviceRows.add(tx, { id, room: of, ...set });
}

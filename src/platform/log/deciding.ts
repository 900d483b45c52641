/** Which subjects a change of authority, or the end of an import, makes stand or fall. */
import type { Tx } from "../db/store.ts";
import type { Verified } from "./incoming.ts";
import { IMPORT_CLOSED } from "./kinds.ts";
import { DECIDING } from "./standing.ts";
import type { LogTables } from "./tables.ts";

/** Grants and revocations can touch everything their delegates said; a closed import touches all its subjects. */
export async function subjectsDecided(tx: Tx, fresh: readonly Verified[]): Promise<string[]> {
  const mine = tx.withTables<LogTables>();
  const subjects = new Set(fresh.map((r) => r.subject));
  const closes = fresh.filter((r) => r.envelope.kind === IMPORT_CLOSED);
  const changesAuthority = fresh.some(
    (r) => DECIDING.has(r.envelope.kind) && r.envelope.kind !== IMPORT_CLOSED,
  );
  let rows = mine.selectFrom("record").select("subject").distinct();
  if (!changesAuthority)
    rows = rows.where(
      "import",
      "in",
      closes.map((r) => (r.body as { import: string }).import),
    );
  for (const { subject } of await rows.execute()) subjects.add(subject);
  return [...subjects];
}

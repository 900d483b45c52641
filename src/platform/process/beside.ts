/** What lies beside the log and must hold too: private tables against their checksums, and the lists that outlive the data folder. */
import { existsSync, readFileSync } from "node:fs";
import type { Db } from "../db/store.ts";
import type { Problems } from "../log/verify/problems.ts";
import type { LadderTables } from "../private/ladders.ts";
import type { PrivatePart } from "../private/part.ts";
import { alteredPrivately, mediaNamed, privateIsOpen } from "../private/private.ts";
import { readDocument, readEntry, sha256 } from "../records/record.ts";
import { erasuresToKeep, readErasureList, readKeptAccess } from "./kept.ts";
import { isTakenBack } from "./list.ts";
import type { besideData } from "./data-folder.ts";

/** Check them. @param beside where the lists lie */
export async function checkBeside(
  db: Db,
  parts: readonly PrivatePart[],
  beside: ReturnType<typeof besideData>,
  problems: Problems,
): Promise<void> {
  if (await privateIsOpen(db, parts))
    for (const table of (await alteredPrivately(db, parts)) ?? [])
      problems.add(`private table ${table}: something else than this program changed it`, "backup");
  checkLines(beside.erasures, "erasures", isErasure, problems);
  checkLines(beside.withdrawn, "withdrawals", isTakenBack, problems);
  await problems.attempt(
    "list of who may come in",
    "start",
    () => void readKeptAccess(beside.access),
  );
  const listed = new Set(readErasureList(beside.erasures).map((r) => sha256(r.entry)));
  const missing = (await erasuresToKeep(db)).filter(({ entry }) => !listed.has(sha256(entry)));
  if (missing.length > 0)
    problems.add(`list of erasures: ${missing.length} of the log are not in it`, "start");
}

/** Media that private rows name, and lighter files of media. */
export async function mediaBeside(db: Db, parts: readonly PrivatePart[]): Promise<string[]> {
  if (!(await privateIsOpen(db, parts))) return [];
  const rungs = await db.withTables<LadderTables>().selectFrom("rung").select("file").execute();
  return [
    ...rungs.map(({ file }) => file).filter((file) => file !== ""),
    ...(await mediaNamed(db, parts)),
  ];
}

/** A last line that a crash cut off was not acknowledged, and is passed over by whoever reads the list. */
function checkLines(
  path: string,
  what: string,
  holds: (line: string) => boolean,
  problems: Problems,
): void {
  if (!existsSync(path)) return;
  const lines = readFileSync(path, "utf8").split("\n");
  lines.pop(); // nothing, or what a crash cut off
  for (const [i, line] of lines.entries())
    if (line !== "" && !holds(line))
      problems.add(
        `list of ${what}: line ${i + 1} of ${path} was altered or cut off; delete that line`,
        what === "erasures" ? "start" : "backup",
      );
}

function isErasure(line: string): boolean {
  try {
    const { entry, document } = JSON.parse(line) as { entry: string; document: string };
    readDocument(Buffer.from(document), readEntry(Buffer.from(entry)).envelope.body);
    return true;
  } catch {
    return false;
  }
}

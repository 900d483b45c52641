/** What the log knows of authority and of closed imports: read from its own records, kept in memory, small. */
import * as v from "valibot";
import type { Db } from "../db/store.ts";
import { storedSay } from "../records/record.ts";
import type { Grant, Revocation } from "./authority.ts";
import {
  GRANT_GIVEN,
  GRANT_REVOKED,
  GrantGiven,
  GrantRevoked,
  IMPORT_CLOSED,
  ImportClosed,
} from "./kinds.ts";
import { closedBy, type Standing } from "./refold.ts";
import { readState } from "./state.ts";
import type { LogTables } from "./tables.ts";

/** The kinds whose records can change what stands. */
export const DECIDING: ReadonlySet<string> = new Set([GRANT_GIVEN, GRANT_REVOKED, IMPORT_CLOSED]);

export async function readStanding(db: Db): Promise<Standing> {
  const rows = await db
    .withTables<LogTables>()
    .selectFrom("record")
    .select(["id", "kind", "author", "document"])
    .where("kind", "in", [...DECIDING])
    .orderBy("idx")
    .execute();
  const grants: Grant[] = [];
  const revocations: Revocation[] = [];
  const closed = new Set<string>();
  for (const { id, kind, author, document } of rows) {
    if (document === null) continue;
    const said = storedSay(document);
    if (kind === GRANT_GIVEN) {
      const { to, kinds, delegable } = v.parse(GrantGiven, said);
      grants.push({ id, author, to, kinds, delegable: delegable ?? false });
    } else if (kind === GRANT_REVOKED) {
      const { grant, size } = v.parse(GrantRevoked, said);
      revocations.push({ grant, author, size });
    } else {
      closed.add(closedBy(v.parse(ImportClosed, said).import, author));
    }
  }
  return { authority: { owner: await readState(db, "owner"), grants, revocations }, closed };
}

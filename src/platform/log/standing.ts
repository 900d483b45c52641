/** What the log knows of authority and of closed imports: read from its own records, kept in memory, small. */
import * as v from "valibot";
import type { Db } from "../db/store.ts";
import { storedSay } from "../records/record.ts";
import type { Grant, Revocation } from "./authority.ts";
import { ABOUT_KEYS, keysAfter, opened, UNOWNED, type Ownership } from "./ownership.ts";
import {
  GRANT_GIVEN,
  GRANT_REVOKED,
  GrantGiven,
  GrantRevoked,
  IMPORT_CLOSED,
  ImportClosed,
  LOG_CONTINUED,
} from "./kinds.ts";
import { closedBy, type Standing } from "./refold.ts";
import type { LogTables } from "./tables.ts";

/** The kinds whose records can change what stands. */
export const DECIDING: ReadonlySet<string> = new Set([GRANT_GIVEN, GRANT_REVOKED, IMPORT_CLOSED]);

export async function readStanding(db: Db): Promise<Standing> {
  const rows = await db
    .withTables<LogTables>()
    .selectFrom("record")
    .select(["idx", "id", "kind", "subject", "author", "import", "document"])
    .where("kind", "in", [...DECIDING, ...ABOUT_KEYS])
    .orderBy("idx")
    .execute();
  const grants: Grant[] = [];
  const revocations: Revocation[] = [];
  const closed = new Set<string>();
  let ownership = await readOpening(db);
  for (const { idx: index, id, kind, subject, author, import: of, document } of rows) {
    if (document === null) continue;
    const said = storedSay(document);
    if (ABOUT_KEYS.has(kind)) {
      const after = keysAfter(ownership, { kind, author, subject, import: of, body: said, index });
      if (typeof after !== "string") ownership = after;
      continue;
    }
    if (kind === GRANT_GIVEN) {
      const { to, kinds, delegable } = v.parse(GrantGiven, said);
      grants.push({ id, index, author, to, kinds, delegable: delegable ?? false });
    } else if (kind === GRANT_REVOKED) {
      const { grant, size } = v.parse(GrantRevoked, said);
      revocations.push({ grant, index, author, size });
    } else {
      closed.add(closedBy(v.parse(ImportClosed, said).import, author));
    }
  }
  return { authority: { ownership, grants, revocations }, closed };
}

/** Who owns the log, and who did. */
export const readOwnership = async (db: Db): Promise<Ownership> =>
  (await readStanding(db)).authority.ownership;

/**
 * A log begins with the record that opens the campaign, or with those that say which logs it goes on from, and then that
 * record: nothing else comes before there is an owner.
 */
async function readOpening(db: Db): Promise<Ownership> {
  let ownership = UNOWNED;
  for (let index = 0; ownership.campaign === undefined; index++) {
    const row = await db
      .withTables<LogTables>()
      .selectFrom("record")
      .select(["id", "author", "kind"])
      .where("idx", "=", index)
      .executeTakeFirst();
    if (!row) break;
    const { id, author, kind } = row;
    ownership = opened(ownership, { id, author, index, isCampaign: kind !== LOG_CONTINUED });
  }
  return ownership;
}

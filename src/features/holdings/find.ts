/** What is held about one person, everywhere. Rule HD1. */
import type { Db } from "../../platform/db/store.ts";
import type { Stored } from "../../platform/private/part.ts";
import { Refusal } from "../../platform/sent/refusal.ts";
import { backupsHolding, filesNaming } from "./files.ts";
import type { FoundRecord, FoundRow, Held, Holder, Told } from "./found.ts";
import { madeNaming } from "./made.ts";
import { openMatching } from "./matching.ts";
import { rowsNaming } from "./rows.ts";
import { recordsNaming } from "./said.ts";
import { Several, whoIsMeant, type Wanted } from "./who.ts";

/**
 * What this instance holds about somebody. It only reads, but it reads everything: seconds for a large campaign.
 * @param who one or more of a name, a contact, an address or id, a code
 * @param isOne that all who bear the name outside of the log are this one person
 * @returns `Several` where more than one bear the name; a `Refusal` where nobody can be looked for by what was said
 */
export async function findHeld(
  holder: Holder,
  who: readonly string[],
  isOne = false,
): Promise<(Held & { readonly wanted: Wanted }) | Several | Refusal> {
  const wanted = await holder.snapshot((db) => whoIsMeant(db, holder, who, isOne));
  if (wanted instanceof Several || wanted instanceof Refusal) return wanted;
  return { ...(await heldOf(holder, wanted)), wanted };
}

/** The same of whom it is known already who is meant. */
export const heldOf = (holder: Holder, wanted: Wanted): Promise<Held> =>
  holder.snapshot(async (db) => {
    const { parts, dir } = holder;
    const { chosen, persons, sought } = wanted;
    const first = openMatching(sought);
    const records = await recordsNaming(db, first, new Set(persons));
    const media = mediaIn(records);
    const secrets = (await rowsNaming(db, parts, first, chosen)).flatMap(secretOf);
    // What was sent with a form, and what was made of a file, is known by the form and the file.
    const matching = openMatching({ ...sought, exact: [...sought.exact, ...media, ...secrets] });
    const rows = await rowsNaming(db, parts, matching, chosen);
    for (const { table, row } of rows) if (table === "rung") media.add(String(row["file"]));
    const uploads = new Set(
      rows.flatMap(({ table, row }) => (table === "upload" ? [String(row["id"])] : [])),
    );
    return {
      records,
      rows,
      made: await madeNaming(db, parts, first, sought.texts),
      files: filesNaming(dir, first, { media, uploads }),
      backups: backupsHolding(dir),
      told: await toldOf(db, records),
    };
  });

const secretOf = ({ isTheirs, row }: FoundRow): string[] =>
  isTheirs && typeof row["secret_hash"] === "string" ? [row["secret_hash"]] : [];

/** The files that are the person's own: portraits, and what else was said of the person shows. */
function mediaIn(records: readonly FoundRecord[]): Set<string> {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value === "string" && /^[0-9a-f]{64}\.[a-z0-9]{1,8}$/.test(value)) found.add(value);
    else if (typeof value === "object" && value !== null) Object.values(value).forEach(walk);
  };
  for (const { isOwn, body } of records) if (isOwn) walk(body);
  return found;
}

/** Servers and readers who were sent what names the person; the servers were asked to forget it when it was taken back. */
async function toldOf(db: Db, records: readonly FoundRecord[]): Promise<Told> {
  const subjects = new Set(records.map(({ subject }) => subject));
  const rows = await db
    .withTables<Record<string, Stored>>()
    .selectFrom("fed_had")
    .select(["post", "host"])
    .distinct()
    .execute();
  const had = rows.filter(({ post }) => subjects.has(String(post).split("/").at(-1)!));
  const sendings = await db
    .withTables<Record<string, Stored>>()
    .selectFrom("mail_update")
    .select(["stories", "sent", "unsure"])
    .execute();
  const told = sendings.filter(({ stories }) =>
    String(stories)
      .split(" ")
      .some((one) => subjects.has(one)),
  );
  return {
    servers: [...new Set(had.map(({ host }) => String(host)))].toSorted(),
    mails: told.reduce((sum, { sent, unsure }) => sum + Number(sent) + Number(unsure), 0),
  };
}

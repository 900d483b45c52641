/**
 * Whether a data folder and a database are the two halves of one instance, asked before anything is written. They know each
 * other by an id that was drawn at random, so that either may be moved; what is kept beside the folder says how far the log
 * had come. Two histories under one name begin where this is not asked. Rules ST1 to ST4.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { randomBytes } from "node:crypto";
import * as v from "valibot";
import { sameHash } from "../../engines/tlog/merkle.ts";
import { openNote } from "../../engines/tlog/note.ts";
import { formatVkey } from "../../engines/tlog/vkey.ts";
import { PATIENCE, whenThere } from "../db/away.ts";
import { headOf, isNewer, isOneLine, nextOrigin } from "../log/lineage.ts";
import { besideData, dataPaths, formerKeys, readKey, syncFolder } from "./data-folder.ts";
import { look, named, type Found } from "./found.ts";
import { readKeptCheckpoint } from "./kept.ts";

/** The two do not belong together, or one of them is not what it was: what to do, in one line. */
class NotOurs extends Error {
  override name = "NotOurs";
}

export interface Asked {
  readonly dir: string;
  /** `postgres://…`; absent for the SQLite file in the data folder. */
  readonly database: string | undefined;
  /** What for: only to `read`, also what is behind; to `restore`, into an empty database; to `rekey`, where the owner's key may be lost; or to `write`. */
  readonly to?: "read" | "restore" | "rekey" | "write";
  /** The operator says that this folder and this database belong together from now on. */
  readonly adopt?: boolean;
  /** The operator says that the log which is lost is followed by one of another name. */
  readonly newLog?: boolean;
}

export interface Belonging {
  /** The log has no record yet: its keys may be made. */
  readonly isEmpty: boolean;
  /** The id by which the two know each other from now on. */
  readonly bond: string;
  /** Whether it stands there already, on both sides. */
  readonly isBound: boolean;
  /** The log that this one goes on from: its newest checkpoint, and how this one is called. */
  readonly after?: { readonly checkpoint: string; readonly origin: string };
}

/** @throws NotOurs or DatabaseAway; then nothing was written, neither in the folder nor in the database */
export async function belonging(asked: Asked): Promise<Belonging> {
  const { dir, to = "write" } = asked;
  const database = asked.database ?? dataPaths(dir).database;
  const kept = to === "restore" ? undefined : keptAt(besideData(dir).checkpoint); // which a backup may be behind
  const found = await whenThere(
    () => look(database, to === "read" ? 0 : kept?.size),
    to === "write" ? PATIENCE : 0, // whoever serves may be started together with its database
  );
  const bond = readBond(dir);
  const about: About = { ...asked, to, database: named(database), found, kept, bond };
  const isBound = bond !== undefined && bond.id === found.bond;
  if (to === "restore") {
    if (!found.head) return fresh(true);
    throw new NotOurs("Expected an empty database, found a log in it. Move it away first.");
  }
  const after = begunAnew(about);
  if (!isBound && !after) requireTogether(about);
  if (!found.head && !bond && !asked.adopt) await requireNoOther(about);
  if (!found.head) {
    if (after) return fresh(true, after);
    if (kept) throw new NotOurs(lost(about, kept));
    if (asked.newLog === true) throw new NotOurs(NOTHING_BEFORE);
    return isBound ? { isEmpty: true, bond: bond.id, isBound } : fresh(true);
  }
  requireKeys(about, found.head);
  if (to !== "read") requireNewest(about, found.head);
  if (to === "write") requireNoNewerKey(about, found.head);
  if (asked.newLog === true) throw new NotOurs(NOTHING_BEFORE);
  return isBound ? { isEmpty: false, bond: bond.id, isBound } : fresh(false);
}

const NOTHING_BEFORE =
  "Expected with --new-log a log that is lost, whose checkpoint lies beside the data folder; found none. Leave --new-log away.";

interface About extends Asked {
  readonly to: NonNullable<Asked["to"]>;
  readonly database: string;
  readonly found: Found;
  readonly kept: Kept | undefined;
  readonly bond: Bond | undefined;
}

type Kept = ReturnType<typeof headOf> & { readonly note: string };

function keptAt(path: string): Kept | undefined {
  const note = readKeptCheckpoint(path);
  if (note === undefined) return undefined;
  try {
    return { ...headOf(note), note };
  } catch (error) {
    throw new NotOurs(
      `Expected in ${path} the newest checkpoint of the log, found something else. Bring back the file; where nobody has it, move it away.`,
      { cause: error },
    );
  }
}

function fresh(isEmpty: boolean, after?: Belonging["after"]): Belonging {
  const bond = randomBytes(16).toString("hex");
  return { isEmpty, bond, isBound: false, ...(after && { after }) };
}

/** The log after the one that is lost, where that is what the operator asks for. */
function begunAnew({ newLog, found, kept }: About): Belonging["after"] {
  if (newLog !== true || found.head || !kept) return undefined;
  return { checkpoint: kept.note, origin: nextOrigin(kept, undefined) };
}

/** @throws NotOurs where one of the two knows another, or nothing, and the other one does */
function requireTogether({ dir, database, found, bond, adopt, kept }: About): void {
  if (found.head && adopt === true) return; // its keys say the rest
  if (!found.head && kept) return; // that says more
  if (bond) {
    const holds = found.head ? `holds the log ${found.head.origin} of another folder` : "is empty";
    throw new NotOurs(
      `The data folder ${dir} belongs to ${bond.database}; ${database} ${holds}. ${setTo(bond.database)}, ` +
        `or restore a backup into a new folder: bin/cnd.js restore FILE. ${found.head ? MEANT : "A new campaign takes a new data folder."}`,
    );
  }
  const isCutOff = found.folder === resolve(dir); // the database noted it, the folder had no time to
  if (found.head && found.bond !== undefined && !isCutOff)
    throw new NotOurs(
      `The database ${database} belongs to the data folder ${found.folder ?? "of another place"}, not to ${dir}. ` +
        `Name that folder by CND_DATA, or another database by CND_DATABASE. ${MEANT}`,
    );
}

/** @throws NotOurs where a folder that knows no database yet has a log of its own beside the empty one that is named */
async function requireNoOther({ dir, database }: About): Promise<void> {
  const own = dataPaths(dir).database;
  if (database === named(own) || !existsSync(own)) return;
  const { head } = await look(own, 0);
  if (!head) return;
  throw new NotOurs(
    `The data folder ${dir} holds the log ${head.origin} in its own log.sqlite; ${database} is empty. ${setTo(OWN)}, ` +
      "or bring the log there by a backup and a restore into a new folder: bin/cnd.js restore FILE.",
  );
}

const MEANT = "Where these two belong together all the same, say so: bin/cnd.js serve --adopt";
const ANEW =
  "To begin anew, under another name and saying what was before: bin/cnd.js serve DIR --new-log";

const setTo = (database: string): string =>
  database === OWN ? "Leave CND_DATABASE away" : "Set CND_DATABASE to it";

function lost({ dir, database, bond }: About, { size, origin }: Kept): string {
  const known = bond ? ` The data folder ${dir} belongs to ${bond.database}.` : "";
  return (
    `Expected in ${database} the ${size} records of ${origin} that ${besideData(dir).checkpoint} swears to, found none.${known} ` +
    `Name their database by CND_DATABASE, or bring them back from a backup: move ${dir} away, and bin/cnd.js restore FILE. ${ANEW}`
  );
}

/** @throws NotOurs where the folder's keys are not those of the log */
function requireKeys({ dir, database, found, to }: About, { origin, checkpoint }: Head): void {
  const { keyDir } = dataPaths(dir);
  const has = (name: string) => existsSync(join(keyDir, `${name}.pem`));
  const back =
    "Bring the keys back from where they were, or restore a backup into a new folder, which has them: bin/cnd.js restore FILE";
  if (!has("log"))
    throw new NotOurs(
      `Expected in ${keyDir} the key log.pem, by which ${origin} is signed, found none. ${back}`,
    );
  if (to === "read") return;
  try {
    openNote(Buffer.from(checkpoint), [formatVkey(origin, readKey(keyDir, "log").privateKey)]);
  } catch (error) {
    throw new NotOurs(
      `The log ${origin} in ${database} is signed by another key than ${join(keyDir, "log.pem")}. ${back}`,
      { cause: error },
    );
  }
  if (to === "rekey") return;
  const speaks =
    has("owner") || (has("owner-next") && readKey(keyDir, "owner-next").name === found.owner);
  if (!speaks)
    throw new NotOurs(
      `Expected in ${keyDir} the key owner.pem, which speaks for the campaign, found none. ${back} Or, with the recovery key: bin/cnd.js key recover`,
    );
}

type Head = NonNullable<Found["head"]>;

/** @throws NotOurs where the key that speaks came later than what the log says of keys */
function requireNoNewerKey({ dir, database, found }: About, { origin }: Head): void {
  const { keyDir } = dataPaths(dir);
  const names = formerKeys(keyDir).map((name) => readKey(keyDir, name).name);
  if (!names.some((name) => name === found.owner)) return;
  if (readKey(keyDir, "owner").name === found.owner) return;
  throw new NotOurs(
    `The key ${join(keyDir, "owner.pem")} is newer than the log ${origin} in ${database}, which knows the one before it. ${elsewhere(dir)}`,
  );
}

/** @throws NotOurs where whoever kept the checkpoint would see the log go back, or another one in its place */
function requireNewest({ dir, database, found, kept }: About, head: Head): void {
  if (!kept) return;
  const path = besideData(dir).checkpoint;
  const { size, origin } = kept;
  if (!isOneLine(kept, head))
    throw new NotOurs(
      `Expected in ${database} the log ${origin} that ${path} swears to, found ${head.origin}. ` +
        "Name its database by CND_DATABASE or its folder by CND_DATA; if what lies there is meant, move that file away.",
    );
  if (isNewer(kept, head))
    throw new NotOurs(
      `Expected in ${database} the ${size} records of ${origin} that ${path} swears to, found ${head.size} of ${head.origin}. ${elsewhere(dir)}`,
    );
  if (origin === head.origin && size > 0 && !(found.rootAt && sameHash(found.rootAt, kept.root)))
    throw new NotOurs(
      `The first ${size} records of ${head.origin} in ${database} are not those that ${path} swears to: a second history under its name. ${elsewhere(dir)}`,
    );
}

const elsewhere = (dir: string): string =>
  "Give it the newest copy of its database (CND_DATABASE names one), or restore the newest backup (bin/cnd.js restore FILE). Where there is none that is newer, this one goes on under another name: " +
  `bin/cnd.js backup FILE, move ${dir} away but not what lies beside it, and bin/cnd.js restore FILE --new-log with an empty database.`;

const Bond = v.object({ id: v.string(), database: v.string() });
type Bond = v.InferOutput<typeof Bond>;

const OWN = "its own log.sqlite";
const described = (database: string | undefined): string =>
  database === undefined ? OWN : named(database);

function readBond(dir: string): Bond | undefined {
  const { bond } = dataPaths(dir);
  if (!existsSync(bond)) return undefined;
  try {
    return v.parse(Bond, JSON.parse(readFileSync(bond, "utf8")));
  } catch (error) {
    throw new NotOurs(
      `Expected in ${bond} the id by which the folder and its database know each other, found something else. Move the file away, and say that they belong together: bin/cnd.js serve --adopt`,
      { cause: error },
    );
  }
}

/** Note in the folder to which database it belongs, durable when it returns; the database knows it already. */
export function keepBond(dir: string, id: string, database: string | undefined): void {
  const text = `${JSON.stringify({ id, database: described(database) } satisfies Bond)}\n`;
  const { bond } = dataPaths(dir);
  if (existsSync(bond) && readFileSync(bond, "utf8") === text) return;
  writeFileSync(`${bond}.new`, text, { mode: 0o600, flush: true });
  renameSync(`${bond}.new`, bond);
  syncFolder(dir);
}

/**
 * Files that people send with a contribution, as far as they have come. The bytes lie in `uploads/` of the data folder; here stands
 * whose they are. An id is made by the phone that sends, so the same one sent twice is one, and only its owner may go on with it.
 */
import type { Db } from "../../../platform/db/store.ts";
import { bigint, columns, integer, orNull, table, text } from "../../../platform/db/table.ts";
import { asking, creating, rowsOf, type PrivatePart } from "../../../platform/private/part.ts";
import { frozenIds } from "../../../platform/private/freezing.ts";
import type { Submission } from "../../../platform/private/submissions.ts";

type UploadState = "coming" | "here" | "refused";

export interface Upload {
  /** 128 bits, made by whoever sends. */
  readonly id: string;
  /** Hash of the secret of the contribution that it belongs to. */
  readonly owner: string;
  /** What its sender says that it is: `photo`, `voice`, `film`, `sign`, `proof`; or `words` (`WORDS`). */
  readonly what: string;
  /** Bytes that it will have, as announced. */
  readonly size: number;
  /** UTC milliseconds of its first byte or its announcement. */
  readonly began: number;
  readonly state: UploadState;
  /** Kind of the file once it was looked at, `jpg`; null before. */
  readonly kind: string | null;
  /** Bytes of what is kept of it; null before. */
  readonly kept: number | null;
  /** Why it was refused, or what was taken out of it, in words for its sender. */
  readonly note: string | null;
  /** 1 once it belongs to a contribution that was sent. */
  readonly sent: number;
}
type Tables = { upload: Upload };

/** What was typed so far of what is not sent yet: bounded and forgotten as its files are, and none of those that it may have. */
export const WORDS = "words";

/** A week without a link is common, a month is not. */
export const UNSENT_DAYS = 7;

export interface NewUpload extends Pick<Upload, "id" | "owner" | "what" | "size" | "began"> {
  /** How many files one contribution may have. What their bytes take is counted where they lie. */
  readonly most: { readonly files: number };
}
export type Opened = Upload | "another's" | "too many";

export const uploadsPart = {
  name: "uploads",
  tables: {
    upload: {
      key: ["id"],
      keeps: {
        what: "sent",
        until: "taken-back",
        ends: [
          {
            days: UNSENT_DAYS,
            after: "came",
            ms: "began",
            where: { sent: [0] },
            by: "uploads.stale",
          },
        ],
      },
    },
  },
  migrations: [
    creating({
      upload: table(
        {
          ...columns(text, "id", "owner", "what"),
          ...columns(bigint, "size", "began"),
          state: text,
          kind: orNull(text),
          kept: orNull(bigint),
          note: orNull(text),
          sent: integer,
        },
        { indexes: { upload_owner: ["owner"] } },
      ),
    }),
  ],
  whose: { upload: ["owner"] },
  questions: { get, of, unsent, ids },
  operations: { open, settle, send, unsend, give, drop, forget, stale, settled },
} satisfies PrivatePart;

export const askUploads = asking(uploadsPart);
const uploads = rowsOf<Upload>("upload");

/** Announce a file; announced again by its owner it is the same one. */
async function open(tx: Db, { most, ...asked }: NewUpload): Promise<Opened> {
  const known = await get(tx, asked.id);
  if (known) return known.owner === asked.owner && known.size === asked.size ? known : "another's";
  const own = (await of(tx, asked.owner)).filter(({ what }) => what !== WORDS);
  if (asked.what !== WORDS && own.length >= most.files) return "too many";
  const upload = {
    ...asked,
    state: "coming" as const,
    kind: null,
    kept: null,
    note: null,
    sent: 0,
  };
  await mine(tx).insertInto("upload").values(upload).execute();
  return upload;
}

function get(tx: Db, id: string): Promise<Upload | undefined> {
  return uploads.one(tx, { id });
}

/** The files of one contribution, the first to begin first. */
function of(tx: Db, owner: string): Promise<Upload[]> {
  return uploads.of(tx, { owner }).orderBy("began").orderBy("id").execute();
}

/** It was looked at: it is here, or it is refused. What a file takes from now on is what is kept of it. */
async function settle(
  tx: Db,
  { id, ...set }: Pick<Upload, "id" | "state" | "kind" | "kept" | "note">,
): Promise<void> {
  await uploads.change(tx, { id }, set);
}

/** They belong to a contribution that was sent; the owner's others are none's. @returns the ids of those */
async function send(
  tx: Db,
  { owner, ids: wanted }: { owner: string; ids: readonly string[] },
): Promise<string[]> {
  const own = await of(tx, owner);
  const others = own.filter(({ id }) => !wanted.includes(id)).map(({ id }) => id);
  await drop(tx, others);
  await uploads.change(tx, { owner }, { sent: 1 });
  return others;
}

/** What they came with was not kept: they are gone in time, unless it is sent anew. */
async function unsend(tx: Db, owner: string): Promise<void> {
  await uploads.change(tx, { owner }, { sent: 0 });
}

/** All of one owner are another's from now on, and stay. */
async function give(tx: Db, { from, to }: { from: string; to: string }): Promise<void> {
  await uploads.change(tx, { owner: from }, { owner: to, sent: 1 });
}

async function drop(tx: Db, which: readonly string[]): Promise<void> {
  if (which.length > 0) await mine(tx).deleteFrom("upload").where("id", "in", which).execute();
}

/** Everything of these owners. @returns the ids whose bytes are to be deleted */
async function forget(tx: Db, owners: readonly string[]): Promise<string[]> {
  const gone: string[] = [];
  for (const owner of owners) gone.push(...(await of(tx, owner)).map(({ id }) => id));
  await drop(tx, gone);
  return gone;
}

/** What began before a time and has not come whole. @returns the ids */
async function unsent(tx: Db, before: number): Promise<string[]> {
  const rows = uploads.of(tx, { state: "coming" }).where("began", "<", before);
  return (await rows.execute()).map(({ id }) => id);
}

/** Forget all of each owner of whom something began before a time and was never sent. @returns the ids */
async function stale(tx: Db, before: number): Promise<string[]> {
  const unsentOnes = mine(tx).selectFrom("upload").where("sent", "=", 0);
  const rows = await unsentOnes
    .select("id")
    .where("owner", "in", unsentOnes.select("owner").where("began", "<", before))
    .execute();
  const gone = rows.map(({ id }) => id);
  await drop(tx, gone);
  return gone;
}

/**
 * Forget what nobody needs any more: all that came with what was refused, and what became media with what was accepted. Proofs
 * of consent stay. What is settled takes no room from what waits. @returns the ids
 */
async function settled(tx: Db): Promise<string[]> {
  const rows = await tx
    .withTables<Tables & { submission: Pick<Submission, "secret_hash" | "state"> }>()
    .selectFrom("upload")
    .innerJoin("submission", "submission.secret_hash", "upload.owner")
    .select("upload.id")
    .where((eb) =>
      eb.or([
        eb("submission.state", "=", "refused"),
        eb.and([eb("submission.state", "=", "accepted"), eb("upload.what", "not like", "%proof")]),
      ]),
    )
    .execute();
  const gone = rows.map(({ id }) => id);
  await drop(tx, gone);
  return gone;
}

/** All that is known: a file of another name in the folder belongs to nobody. */
async function ids(tx: Db): Promise<string[]> {
  const rows = await mine(tx).selectFrom("upload").select("id").execute();
  return [...rows.map(({ id }) => id), ...(await frozenIds(tx, "upload"))];
}

const mine = (db: Db) => db.withTables<Tables>();

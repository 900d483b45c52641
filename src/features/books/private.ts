/** Signings as they are made at the desk, before they are said in public: the film, whose it is, and what was marked so far. Rule PB42. */
import type { Db } from "../../platform/db/store.ts";
import { bigint, columns, integer, orNull, table, text } from "../../platform/db/table.ts";
import { asking, creating, rowsOf, type PrivatePart } from "../../platform/private/part.ts";
import { byId } from "../../platform/private/submissions.ts";

export interface SigningDraft {
  /** Of the signing that it becomes: `two-hills--xki`. */
  readonly slug: string;
  /** The subject of its book. */
  readonly book: string;
  /** The sign language, with a part of its own where several people sign in one: `xki-x-2`. */
  readonly language: string;
  /** The written language whose sentences are signed. */
  readonly follows: string;
  /** The address of a person; one that nobody has yet, where the consent came with the film. */
  readonly signer: string;
  readonly media: string;
  readonly bytes: number;
  /** Milliseconds. */
  readonly length: number;
  /** Frames in 1,000 seconds. */
  readonly rate: number;
  /** WebVTT, as it was saved last. */
  readonly cues: string;
  /** Who saved it last, by name. */
  readonly by: string;
  readonly at: number;
  readonly version: number;
  /** The submission that it came with; `AT_DESK` where the desk took down who agreed. */
  readonly source: string | null;
}
/** No submission has this id. */
export const AT_DESK = "desk";
type Tables = { signing_draft: SigningDraft };

export const signingsPart = {
  name: "signings",
  tables: {
    signing_draft: { key: ["slug", "media"], keeps: { what: "signers", until: "draft" } },
  },
  migrations: [
    creating({
      signing_draft: table(
        {
          ...columns(text, "slug", "book", "language", "follows", "signer", "media"),
          ...columns(bigint, "bytes", "length"),
          rate: integer,
          ...columns(text, "cues", "by"),
          at: bigint,
          version: integer,
          source: orNull(text),
        },
        { key: ["slug"], indexes: { signing_draft_book: ["book"] } },
      ),
    }),
  ],
  questions: { at, of, slugs, signedBy, sentWith, askedAtDesk },
  operations: { open, save, asked, drop, dropSent, withdrawn, forget },
  media: async (db) =>
    (await mine(db).selectFrom("signing_draft").select("media").execute()).map(
      ({ media }) => media,
    ),
  lettingGo: ["drop", "dropSent", "withdrawn"],
  afterMedia: "forget",
} satisfies PrivatePart;

export const askSignings = asking(signingsPart);
const drafts = rowsOf<SigningDraft>("signing_draft");
const mine = (db: Db) => db.withTables<Tables>();

function at(tx: Db, slug: string): Promise<SigningDraft | undefined> {
  return drafts.one(tx, { slug });
}

function of(tx: Db, book: string): Promise<SigningDraft[]> {
  return drafts.of(tx, { book }).orderBy("slug").execute();
}

async function slugs(tx: Db): Promise<string[]> {
  const all = await mine(tx).selectFrom("signing_draft").select("slug").orderBy("slug").execute();
  return all.map(({ slug }) => slug);
}

/** @param signers their addresses */
async function signedBy(tx: Db, signers: readonly string[]): Promise<SigningDraft[]> {
  if (signers.length === 0) return [];
  const all = mine(tx).selectFrom("signing_draft").selectAll();
  return all
    .where("signer", "in", [...signers])
    .orderBy("slug")
    .execute();
}

/** @param source the id of a submission; more than one where the machine stopped on the way to the desk */
function sentWith(tx: Db, source: string): Promise<SigningDraft[]> {
  return drafts.of(tx, { source }).orderBy("slug").execute();
}

/** @returns false where another one stands under that name */
async function open(tx: Db, draft: SigningDraft): Promise<boolean> {
  if (await drafts.one(tx, { slug: draft.slug })) return false;
  await drafts.add(tx, draft);
  return true;
}

/** @returns its version now; undefined where somebody else saved since `base` */
async function save(
  tx: Db,
  {
    base,
    slug,
    ...set
  }: Pick<SigningDraft, "slug" | "cues" | "by" | "at"> & {
    readonly signer?: string;
    readonly base: number;
  },
): Promise<number | undefined> {
  const version = base + 1;
  const changed = await drafts.change(tx, { slug, version: base }, { ...set, version });
  return changed === 0 ? undefined : version;
}

/** Those of which the desk took down who agreed. */
function askedAtDesk(tx: Db): Promise<SigningDraft[]> {
  return drafts.of(tx, { source: AT_DESK }).orderBy("slug").execute();
}

/** Where what was agreed to stands from now on, and who signs, where that became another address. */
async function asked(
  tx: Db,
  { slug, ...set }: Pick<SigningDraft, "slug" | "source"> & { readonly signer?: string },
): Promise<void> {
  await drafts.change(tx, { slug }, set);
}

/** @returns its film */
async function drop(tx: Db, slug: string): Promise<string[]> {
  const draft = await at(tx, slug);
  await drafts.drop(tx, { slug });
  return draft ? [draft.media] : [];
}

/** @param source the id of the submission that they came with @returns their films */
async function dropSent(tx: Db, source: string): Promise<string[]> {
  const sent = await sentWith(tx, source);
  await drafts.drop(tx, { source });
  return sent.map(({ media }) => media);
}

/** What was taken back since a backup was made. @param hashes of the secrets of those who sent it @returns their films */
async function withdrawn(tx: Db, hashes: readonly string[]): Promise<string[]> {
  const all = await mine(tx)
    .selectFrom("signing_draft")
    .select("source")
    .distinct()
    .where("source", "is not", null)
    .execute();
  const films: string[] = [];
  for (const { source } of all) {
    const sent = await byId(tx, source!);
    if (sent && hashes.includes(sent.secret_hash)) films.push(...(await dropSent(tx, source!)));
  }
  return films;
}

/** The film is gone. */
async function forget(tx: Db, media: readonly string[]): Promise<void> {
  for (const one of media) await drafts.drop(tx, { media: one });
}

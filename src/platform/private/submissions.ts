/**
 * What people send without an account: asks, offers, wishes to join, figures and disputes. Private from first to last; whoever sent one
 * reads its state at a secret address, of which only the hash is kept here.
 */
import { createHash, randomBytes } from "node:crypto";
import { countRows } from "../db/all-rows.ts";
import type { Db } from "../db/store.ts";
import { columns, orNull, table, text, unique } from "../db/table.ts";
import { momentNow } from "../process/steady-clock.ts";
import { asking, creating, rowsOf, type PrivatePart } from "./part.ts";

const MAX_OPEN = 5000; // submissions that nobody has settled; beyond them nobody reads, and a flood fills the disk

type SubmissionState = "received" | "reading" | "accepted" | "refused" | "withdrawn";

export interface Submission {
  /** Short, for the desk; it opens nothing. */
  readonly id: string;
  readonly secret_hash: string;
  /** The UTC day on which it came: no hour, so that it cannot be laid beside a provider's list of connections. */
  readonly received: string;
  /** JSON of what the form asks, without the contact; `{}` once withdrawn. */
  readonly about: string;
  readonly contact: string | null;
  readonly state: SubmissionState;
  readonly reason: string | null;
  /** What it became: a space of addresses and a subject. */
  readonly space: string | null;
  readonly subject: string | null;
  /** The subjects that were opened for it, with blanks between: what its sender takes back with it. */
  readonly made: string | null;
  /** JSON of what the desk asked back and its sender answered (`Turn`), in turn; null where nobody asked. */
  readonly talk: string | null;
  /** The hash of what opens the question of now and its answer, and nothing else: it goes out by mail. */
  readonly answer_hash: string | null;
  /** 1, 2, 3 …, in the order in which they came; 0 of those that came before that was kept. It tells no hour either. */
  readonly came: number;
  /** The UTC day on which the desk decided; null before. */
  readonly settled: string | null;
}
type Tables = { submission: Submission };

/** One of what the desk asks back and its sender answers. */
interface Turn {
  readonly by: "desk" | "sender";
  readonly words: string;
  /** The UTC day. */
  readonly on: string;
  /** No question: nobody has to answer. */
  readonly does?: "thank";
}
/** Questions and answers in all; whoever needs more has a contact. */
export const MAX_TURNS = 20;
export const MAX_TURN = 1000; // characters

export const talkOf = ({ talk }: Pick<Submission, "talk">): readonly Turn[] =>
  talk === null ? [] : (JSON.parse(talk) as Turn[]);

/** Whether its sender is asked something now. */
export const isAsked = (submission: Pick<Submission, "talk" | "state">): boolean =>
  isOpen(submission) && lastAsked(submission)?.by === "desk";

/** Whether its sender has answered, and nobody of the desk has said anything since. */
export const isAnswered = (submission: Pick<Submission, "talk" | "state">): boolean =>
  isOpen(submission) && talkOf(submission).at(-1)?.by === "sender";

/** Whether the desk has thanked its sender: once is enough. */
export const isThanked = (submission: Pick<Submission, "talk">): boolean =>
  talkOf(submission).some(({ does }) => does === "thank");

const lastAsked = (submission: Pick<Submission, "talk">): Turn | undefined =>
  talkOf(submission).findLast(({ does }) => does !== "thank");

const OPEN: readonly SubmissionState[] = ["received", "reading"];
const isOpen = ({ state }: Pick<Submission, "state">): boolean => OPEN.includes(state);

export interface Settlement {
  readonly id: string;
  readonly state: "accepted" | "refused";
  readonly reason?: string;
  readonly became?: { readonly space: string; readonly subject: string };
  readonly made?: readonly string[];
}

const NOTHING = { space: null, subject: null, made: null, settled: null };
const NEVER_SAID = { reason: null, talk: null, answer_hash: null };

/** 128 bits, as it stands in the secret address. */
export const newSecret = (): string => randomBytes(16).toString("base64url");
export const isSecret = (typed: string): boolean => /^[A-Za-z0-9_-]{21}[AQgw]$/.test(typed);
/** What is kept of a secret. */
export const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");

const SETTLED = { days: 365, after: "refused", day: "settled" } as const;
const UNREACHED = { contact: null, talk: null, answer_hash: null };

export const submissionsPart = {
  name: "submissions",
  tables: {
    submission: {
      key: ["id"],
      stands: {
        state: ["withdrawn"],
        about: ["{}"],
        contact: [null],
        talk: [null],
        answer_hash: [null],
      },
      keeps: {
        what: "sent",
        until: "taken-back",
        ends: [
          { ...SETTLED, where: { state: ["refused"] } },
          // Whoever asked or offered something has long been answered by then.
          { ...SETTLED, after: "settled", where: { state: ["accepted"] }, empties: UNREACHED },
        ],
      },
    },
  },
  migrations: [
    creating({
      submission: table(
        {
          id: text,
          secret_hash: unique(text),
          ...columns(text, "received", "about"),
          contact: orNull(text),
          state: text,
          ...columns(orNull(text), "reason", "space", "subject"),
        },
        { indexes: { submission_state: ["state", "received"] } },
      ),
    }),
    async (db) => {
      await db.schema.alterTable("submission").addColumn("made", "text").execute();
    },
    async (db) => {
      await db.schema
        .alterTable("submission")
        .addColumn("came", "integer", (c) => c.notNull().defaultTo(0))
        .execute();
      await db.schema.createIndex("submission_came").on("submission").column("came").execute();
    },
    async (db) => {
      await db.schema.alterTable("submission").addColumn("talk", "text").execute();
    },
    async (db) => {
      await db.schema.alterTable("submission").addColumn("answer_hash", "text").execute();
      await db.schema
        .createIndex("submission_answer")
        .on("submission")
        .column("answer_hash")
        .execute();
    },
    async (db) => {
      await db.schema.alterTable("submission").addColumn("settled", "text").execute();
      const settled = mine(db).updateTable("submission").where("state", "not in", OPEN);
      await settled.set((eb) => ({ settled: eb.ref("received") })).execute();
    },
  ],
  whose: { submission: ["contact"] },
  questions: {
    bySecret,
    byHash,
    byId,
    byAnswer,
    ofStories,
    list,
    alike,
    same,
    madeFor,
    withdrawals,
  },
  operations: { add, keep, read, ask, answer, answerAsked, thank, settle, withdraw, forget },
} satisfies PrivatePart;

export const askSubmissions = asking(submissionsPart);
const submissions = rowsOf<Submission>("submission");

/**
 * `other`: under this secret lies something else, so that this one needs another; `same`: the very same waits or stands
 * under another secret, and was to be kept once; undefined: the desk is full. Nothing was kept then.
 */
export type Kept = { readonly is: "other" } | { readonly is: "same"; readonly first: Submission };

interface Sending {
  readonly secret: string;
  readonly received: string;
  readonly about: string;
  readonly contact?: string | undefined;
}

/** @returns its id, or undefined when the desk is full and nothing was kept */
async function add(tx: Db, sent: Sending): Promise<string | undefined> {
  const known = await bySecret(tx, sent.secret); // sent twice: a secret that the sender made is one submission
  return known ? known.id : insert(tx, sent);
}

/** What a form says, whose secret its sender holds: the first of it in one transaction, so that of many at once none is lost. */
async function keep(
  tx: Db,
  sent: Sending & { readonly once: boolean },
): Promise<string | Kept | undefined> {
  const known = await bySecret(tx, sent.secret);
  if (known)
    return known.about === sent.about && known.contact === (sent.contact ?? null)
      ? known.id
      : { is: "other" };
  const first = sent.once ? await same(tx, sent.about) : undefined;
  return first ? { is: "same", first } : insert(tx, sent);
}

async function insert(tx: Db, sent: Sending): Promise<string | undefined> {
  const open = mine(tx).selectFrom("submission").where("state", "in", OPEN);
  if ((await countRows(open)) >= MAX_OPEN) return undefined;
  const id = randomBytes(4).toString("hex");
  const { secret, received, about, contact = null } = sent;
  const { last } = await mine(tx)
    .selectFrom("submission")
    .select((eb) => eb.fn.max<number | null>("came").as("last"))
    .executeTakeFirstOrThrow();
  const fresh = { state: "received" as const, ...NEVER_SAID, came: (last ?? 0) + 1 };
  await mine(tx)
    .insertInto("submission")
    .values({ id, secret_hash: hashOf(secret), received, about, contact, ...fresh, ...NOTHING })
    .execute();
  return id;
}

function bySecret(tx: Db, secret: string): Promise<Submission | undefined> {
  return byHash(tx, hashOf(secret));
}

function byHash(tx: Db, hash: string): Promise<Submission | undefined> {
  return submissions.one(tx, { secret_hash: hash });
}

export function byId(tx: Db, id: string): Promise<Submission | undefined> {
  return submissions.one(tx, { id });
}

/** The one whose question of now is opened by this, while it waits for its answer. */
function byAnswer(tx: Db, answer_hash: string): Promise<Submission | undefined> {
  return submissions.one(tx, { answer_hash });
}

/** Those that became one of these stories, or a draft of one. */
function ofStories(tx: Db, subjects: readonly string[]): Promise<Submission[]> {
  return submissions
    .of(tx)
    .where("space", "=", "stories")
    .where("subject", "in", subjects)
    .execute();
}

/** What nobody has settled yet, the oldest first. */
function list(tx: Db): Promise<Submission[]> {
  return submissions
    .of(tx)
    .where("state", "in", OPEN)
    .orderBy("received")
    .orderBy("came")
    .orderBy("id")
    .execute();
}

/** The desk reads it, and its sender sees that. */
async function read(tx: Db, id: string): Promise<Submission | undefined> {
  await submissions.change(tx, { id, state: "received" }, { state: "reading" });
  return byId(tx, id);
}

interface Asking {
  readonly id: string;
  readonly words: string;
  readonly on: string;
  /** Opens the question from a mail. */
  readonly answer_hash?: string;
}

/** The desk asks back. @returns whether it was open, and its sender not asked already */
async function ask(tx: Db, { id, words, on, answer_hash }: Asking): Promise<boolean> {
  const submission = await byId(tx, id);
  if (!submission || isAsked(submission) || !isOpen(submission)) return false;
  const turn = { by: "desk", words, on } as const;
  return say(tx, submission, turn, { state: "reading", answer_hash: answer_hash ?? null });
}

/** Its sender answers. @returns whether anything was asked */
async function answer(
  tx: Db,
  { secret, words, on }: { secret: string; words: string; on: string },
): Promise<boolean> {
  return answered(tx, await bySecret(tx, secret), { words, on });
}

/** The same from the link in a mail. */
async function answerAsked(
  tx: Db,
  { answer_hash, words, on }: { answer_hash: string; words: string; on: string },
): Promise<boolean> {
  return answered(tx, await byAnswer(tx, answer_hash), { words, on });
}

async function answered(
  tx: Db,
  submission: Submission | undefined,
  said: Pick<Turn, "words" | "on">,
): Promise<boolean> {
  if (!submission || !isAsked(submission)) return false;
  return say(tx, submission, { by: "sender", ...said }, { state: "reading", answer_hash: null });
}

/** The desk thanks, also for what was accepted. @returns whether it could: it does so once */
async function thank(tx: Db, { id, words, on }: Asking): Promise<boolean> {
  const submission = await byId(tx, id);
  if (!submission || isThanked(submission)) return false;
  if (!isOpen(submission) && submission.state !== "accepted") return false;
  return say(tx, submission, { by: "desk", words, on, does: "thank" }, {});
}

async function say(
  tx: Db,
  submission: Submission,
  turn: Turn,
  set: Partial<Submission>,
): Promise<boolean> {
  const talk = [...talkOf(submission), turn];
  if (talk.length > MAX_TURNS) return false;
  await submissions.change(tx, { id: submission.id }, { talk: JSON.stringify(talk), ...set });
  return true;
}

/** @returns whether it was there to be settled */
async function settle(tx: Db, { id, state, reason, became, made }: Settlement): Promise<boolean> {
  const { numUpdatedRows } = await mine(tx)
    .updateTable("submission")
    .set({
      state,
      reason: reason ?? null,
      space: became?.space ?? null,
      subject: became?.subject ?? null,
      made: made?.join(" ") ?? null,
      answer_hash: null,
      settled: momentNow().slice(0, 10),
      ...(state === "refused" && { contact: null, talk: null }), // nobody needs them any more
    })
    .where("id", "=", id)
    .where("state", "in", OPEN)
    .executeTakeFirst();
  return Number(numUpdatedRows) > 0;
}

/** Forget what was sent; that something was sent and withdrawn stays. @returns it as it was before */
async function withdraw(tx: Db, secret: string): Promise<Submission | undefined> {
  const before = await bySecret(tx, secret);
  if (!before || before.state === "withdrawn") return undefined;
  await forget(tx, [before.secret_hash]);
  return before;
}

/** The same for what was withdrawn since a backup was made. */
async function forget(tx: Db, hashes: readonly string[]): Promise<void> {
  const gone = { state: "withdrawn", about: "{}", contact: null, ...NEVER_SAID } as const;
  for (const hash of hashes) await submissions.change(tx, { secret_hash: hash }, gone);
}

/** Whether another one that was accepted says exactly the same. */
async function alike(tx: Db, { id, about }: Pick<Submission, "id" | "about">): Promise<boolean> {
  const others = submissions.of(tx).where("about", "=", about).where("id", "!=", id);
  return (await others.where("state", "=", "accepted").executeTakeFirst()) !== undefined;
}

/** The first that says exactly this and was neither refused nor taken back. */
async function same(tx: Db, about: string): Promise<Submission | undefined> {
  return submissions
    .of(tx)
    .where("about", "=", about)
    .where("state", "in", [...OPEN, "accepted"])
    .orderBy("came")
    .executeTakeFirst();
}

/** How many were taken back by their senders, ever. */
function withdrawals(tx: Db): Promise<number> {
  return countRows(mine(tx).selectFrom("submission").where("state", "=", "withdrawn"));
}

/** Whether this subject was opened for something that was sent. */
async function madeFor(tx: Db, subject: string): Promise<boolean> {
  const made = submissions.of(tx).where("made", "like", `%${subject}%`);
  return (await made.executeTakeFirst()) !== undefined;
}

const mine = (db: Db) => db.withTables<Tables>();

/**
 * The register of requests: who asked for which right, by when it must be answered, and what was answered. For owners alone; whoever
 * asked reads their own at a secret address, of which only the hash is kept.
 */
import { randomBytes } from "node:crypto";
import { countRows } from "../../platform/db/all-rows.ts";
import type { Db } from "../../platform/db/store.ts";
import { columns, orNull, table, text, textOf, unique } from "../../platform/db/table.ts";
import type { Model } from "../../platform/feature.ts";
import { asking, creating, rowsOf, type PrivatePart } from "../../platform/private/part.ts";
import { hashOf } from "../../platform/private/submissions.ts";

export const RIGHTS = ["see", "correct", "object", "restrict", "erase", "complain"] as const;
export type Right = (typeof RIGHTS)[number];

/**
 * Of an objection: hidden since it came; kept, and not hidden before somebody has looked; the person is shown again; the person is
 * taken out for good.
 */
export type Hold = "held" | "waits" | "released" | "upheld";

/** One line of the talk between the desk and whoever asked. */
export interface Turn {
  readonly by: "desk" | "asker";
  readonly words: string;
  /** The UTC day. */
  readonly on: string;
}
export const MAX_TURNS = 20;

export interface RightsRequest {
  /** Short, to be said aloud: the reference. It opens nothing. */
  readonly id: string;
  readonly secret_hash: string;
  readonly what: Right;
  /** UTC days: on which it came, by which it must be answered, and on which it was answered or taken back. */
  readonly came: string;
  readonly due: string;
  readonly closed: string | null;
  /** JSON of what was typed (`Asked` in asked.ts), without the contact; `{}` once it is taken back. */
  readonly about: string;
  readonly contact: string | null;
  readonly state: "open" | "answered" | "withdrawn";
  /** The subject of the person whom it is about, where that is known. */
  readonly person: string | null;
  readonly hold: Hold | null;
  readonly answer: string | null;
  /** The account that answered. */
  readonly answered_by: string | null;
  /** Why the answer takes longer, where that was said: it can be said once. */
  readonly extended: string | null;
  /** JSON of `Turn`s, in turn. */
  readonly talk: string | null;
  /** It hid somebody without a code, and nobody at the desk has looked at it. */
  readonly unseen: "yes" | null;
}

const KEPT = 3 * 365; // days for which what was answered is kept, as proof that it was
/** Requests that nobody has answered; a flood beyond them would fill the disk. */
const MAX_OPEN = 5000;
/** People hidden by objections without a code that nobody at the desk has looked at: a machine would hide everybody, from many networks. */
export const MAX_UNSEEN = 6;

export const rightsPart = {
  name: "rights",
  tables: {
    rights_request: {
      key: ["id"],
      stands: { state: ["withdrawn"], about: ["{}"], contact: [null], talk: [null] },
      keeps: { what: "rights", ends: [{ days: KEPT, after: "settled", day: "closed" }] },
    },
  },
  migrations: [
    creating({
      rights_request: table(
        {
          id: text,
          secret_hash: unique(text),
          what: textOf<Right>(),
          ...columns(text, "came", "due"),
          closed: orNull(text),
          about: text,
          contact: orNull(text),
          state: textOf<RightsRequest["state"]>(),
          ...columns(orNull(text), "person", "hold", "answer", "answered_by", "extended", "talk"),
        },
        { indexes: { rights_due: ["state", "due"] } },
      ),
    }),
    withUnseen,
  ],
  questions: { bySecret, byId, open, closed, holding, untold },
  operations: { add, answer, hold, extend, say, withdraw, told },
} satisfies PrivatePart;

/** What the log’s thread loads of rights. */
export const rightsModel: Model = { kinds: {}, projections: [], private: [rightsPart] };

export const askRights = asking(rightsPart);
const requests = rowsOf<RightsRequest>("rights_request");

export type NewRequest = Pick<RightsRequest, "what" | "came" | "due" | "about" | "person"> & {
  readonly secret: string;
  readonly contact?: string | undefined;
  readonly hold?: Hold | undefined;
  /** It came with a valid code of one's own. */
  readonly isVouched?: boolean;
};

async function withUnseen(db: Db): Promise<void> {
  await db.schema.alterTable("rights_request").addColumn("unseen", "text").execute();
}

/**
 * An objection beyond MAX_UNSEEN waits, unless it is vouched for or about somebody who is hidden already.
 * @returns the request; the first of it where this secret came before, and undefined where the register is full
 */
async function add(tx: Db, sent: NewRequest): Promise<RightsRequest | undefined> {
  const { secret, contact = null, hold: asked = null, isVouched = false, ...rest } = sent;
  const known = await bySecret(tx, secret);
  if (known) return known;
  const waiting = tx.withTables<{ rights_request: RightsRequest }>().selectFrom("rights_request");
  if ((await countRows(waiting.where("state", "=", "open"))) >= MAX_OPEN) return undefined;
  const isAlone = asked === "held" && !isVouched;
  const hidden = isAlone ? await unseenPeople(tx) : new Set();
  const isBeyond = isAlone && hidden.size >= MAX_UNSEEN && !hidden.has(rest.person);
  const nothing = { closed: null, answer: null, answered_by: null, extended: null, talk: null };
  const row: RightsRequest = {
    id: randomBytes(4).toString("hex"),
    secret_hash: hashOf(secret),
    ...rest,
    contact,
    state: "open",
    hold: isBeyond ? "waits" : asked,
    unseen: isAlone && !isBeyond ? "yes" : null,
    ...nothing,
  };
  await requests.add(tx, row);
  return row;
}

async function unseenPeople(tx: Db): Promise<Set<string | null>> {
  const all = await requests.of(tx, { state: "open", hold: "held", unseen: "yes" }).execute();
  return new Set(all.map(({ person }) => person));
}

function bySecret(tx: Db, secret: string): Promise<RightsRequest | undefined> {
  return requests.one(tx, { secret_hash: hashOf(secret) });
}

function byId(tx: Db, id: string): Promise<RightsRequest | undefined> {
  return requests.one(tx, { id });
}

/** What nobody has answered, the most urgent first. */
function open(tx: Db): Promise<RightsRequest[]> {
  return requests.of(tx, { state: "open" }).orderBy("due").orderBy("id").execute();
}

/** What was answered or taken back, the newest first. */
function closed(tx: Db, most: number): Promise<RightsRequest[]> {
  const all = requests.of(tx).where("state", "!=", "open");
  return all.orderBy("closed", "desc").orderBy("id").limit(most).execute();
}

/** Every objection about this person. */
function holding(tx: Db, person: string): Promise<RightsRequest[]> {
  return requests.of(tx, { person, what: "object" }).orderBy("came").execute();
}

interface Answering {
  readonly id: string;
  readonly words: string;
  readonly by: string;
  readonly on: string;
  /** What was decided, of an objection. */
  readonly hold?: Hold;
  /** The contact is needed for one mail more, until `told`. */
  readonly isMailed?: boolean;
}

/** It is answered, once; nobody needs the contact any more, but for a mail that says so. @returns whether it was open */
async function answer(tx: Db, { isMailed, ...said }: Answering): Promise<boolean> {
  const { id, words, by, on, hold: decided } = said;
  const set = { answer: words, answered_by: by, closed: on } as const;
  const change = {
    ...set,
    state: "answered" as const,
    ...(decided && { hold: decided }),
    ...(!isMailed && { contact: null }),
  };
  return (await requests.change(tx, { id, state: "open" }, change)) > 0;
}

/** Those who are still to be told by mail that it was answered. */
function untold(tx: Db): Promise<RightsRequest[]> {
  const answered = requests.of(tx, { state: "answered" }).where("contact", "is not", null);
  return answered.orderBy("closed").orderBy("id").execute();
}

/** They were, or cannot be. */
async function told(tx: Db, id: string): Promise<void> {
  await requests.change(tx, { id, state: "answered" }, { contact: null });
}

/** The desk hides whom an objection is about that has waited, or whom nobody had found. */
async function hold(
  tx: Db,
  { id, person }: Pick<RightsRequest, "id"> & { readonly person: string },
): Promise<boolean> {
  const set = { person, hold: "held", unseen: null } as const;
  return (await requests.change(tx, { id, state: "open", what: "object" }, set)) > 0;
}

/** @returns whether it could: once for each */
async function extend(
  tx: Db,
  { id, due, why }: { readonly id: string; readonly due: string; readonly why: string },
): Promise<boolean> {
  const which = { id, state: "open" as const, extended: null };
  return (await requests.change(tx, which, { due, extended: why, unseen: null })) > 0;
}

/** One more line of the talk, by each in turn. @returns whether it was open, and the other one's turn was before */
async function say(
  tx: Db,
  { id, turn }: { readonly id: string; readonly turn: Turn },
): Promise<boolean> {
  const request = await byId(tx, id);
  const turns = request ? talkOf(request) : [];
  const last = turns.at(-1)?.by ?? "asker";
  if (request?.state !== "open" || last === turn.by || turns.length >= MAX_TURNS) return false;
  const isSeen = turn.by === "desk" && { unseen: null };
  await requests.change(tx, { id }, { talk: JSON.stringify([...turns, turn]), ...isSeen });
  return true;
}

/** Whoever asked takes it back while nobody has answered; that there was one stays. @returns it as it was before */
async function withdraw(
  tx: Db,
  { secret, on }: { readonly secret: string; readonly on: string },
): Promise<RightsRequest | undefined> {
  const before = await bySecret(tx, secret);
  if (before?.state !== "open") return undefined;
  const { id } = before;
  const gone = { about: "{}", contact: null, talk: null } as const;
  const decided = before.hold && "released";
  await requests.change(tx, { id }, { ...gone, hold: decided, state: "withdrawn", closed: on });
  return before;
}

export const talkOf = ({ talk }: Pick<RightsRequest, "talk">): readonly Turn[] =>
  talk === null ? [] : (JSON.parse(talk) as Turn[]);

/** Whether whoever asked is asked something now. */
export const isAsked = (request: RightsRequest): boolean =>
  request.state === "open" && talkOf(request).at(-1)?.by === "desk";

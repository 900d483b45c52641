/** The key that badges are signed with, and the badges that were given. Rules BA1 to BA9. */
import type { Db } from "../../platform/db/store.ts";
import { bigint, columns, orNull, table, text } from "../../platform/db/table.ts";
import { asking, creating, rowsOf, type PrivatePart } from "../../platform/private/part.ts";

export interface SigningKey {
  /** The subject of its record. */
  readonly subject: string;
  readonly kid: string;
  /** The private half as a JWK, in JSON. */
  readonly jwk: string;
  readonly at: number;
}

export interface GivenBadge {
  /** The last part of its address: 22 characters that nobody guesses. */
  readonly id: string;
  /** SHA-256 of the id in its token (`jti`), in hex. */
  readonly hash: string;
  readonly kid: string;
  /** Of the class and of the learner; both stay when these are forgotten, and lead nowhere then. */
  readonly room: string;
  readonly learner: string;
  /** The subject of the course. */
  readonly course: string;
  /** As it was signed. */
  readonly token: string;
  readonly by: string;
  readonly at: number;
  readonly withdrawn: number | null;
}

/** How many finished a course in a month, as it was said under a pledge: once, and the file behind it. */
export interface SaidCount {
  readonly id: string;
  /** The subjects of the course and of the pledge. */
  readonly course: string;
  readonly month: string;
  readonly pledge: string;
  /** JSON, as its evidence names it by hash. */
  readonly file: string;
  readonly at: number;
}

export const badgesPart = {
  name: "badges",
  tables: {
    badge_signing_key: {
      returns: "No operation deletes a key.",
      keeps: { what: "settings", until: "campaign" },
    },
    badge_given: {
      key: ["id"],
      stands: { withdrawn: "any" },
      keeps: { what: "badges", until: "campaign" },
    },
    badge_count: {
      returns: "What was said in public; no operation deletes it.",
      keeps: { what: "counts", until: "campaign" },
    },
  },
  migrations: [
    creating({
      badge_signing_key: table(
        { ...columns(text, "subject", "kid", "jwk"), at: bigint },
        { key: ["kid"] },
      ),
      badge_given: table(
        {
          ...columns(text, "id", "hash", "kid", "room", "learner", "course", "token", "by"),
          at: bigint,
          withdrawn: orNull(bigint),
        },
        { key: ["id"], indexes: { badge_given_room: ["room"], badge_given_learner: ["learner"] } },
      ),
    }),
    creating({
      badge_count: table(
        { ...columns(text, "id", "course", "month", "pledge", "file"), at: bigint },
        { key: ["course", "month"] },
      ),
    }),
  ],
  questions: { keys, given, ofRoom, ofLearner, ofCourse, saidOf, countFile },
  operations: { addKey, give, withdraw, sayCount },
} satisfies PrivatePart;

export const askBadges = asking(badgesPart);
const keyRows = rowsOf<SigningKey>("badge_signing_key");
const givenRows = rowsOf<GivenBadge>("badge_given");
const countRows = rowsOf<SaidCount>("badge_count");

/** The newest last. */
function keys(db: Db): Promise<SigningKey[]> {
  return keyRows.of(db).orderBy("at").orderBy("kid").execute();
}

function given(db: Db, id: string): Promise<GivenBadge | undefined> {
  return givenRows.one(db, { id });
}

function ofRoom(db: Db, room: string): Promise<GivenBadge[]> {
  return givenRows.of(db, { room }).orderBy("at").orderBy("id").execute();
}

function ofLearner(db: Db, learner: string): Promise<GivenBadge[]> {
  return givenRows.of(db, { learner }).orderBy("at").orderBy("id").execute();
}

async function addKey(tx: Db, key: SigningKey): Promise<void> {
  await keyRows.add(tx, key);
}

/** One to a learner for a course: whoever has one that stands is given no second. @returns the one that stands */
async function give(tx: Db, badge: GivenBadge): Promise<GivenBadge> {
  const { learner, course } = badge;
  const before = await givenRows.one(tx, { learner, course, withdrawn: null });
  if (before) return before;
  await givenRows.add(tx, badge);
  return badge;
}

async function withdraw(
  tx: Db,
  { id, at }: { readonly id: string; readonly at: number },
): Promise<void> {
  await givenRows.change(tx, { id, withdrawn: null }, { withdrawn: at });
}

/** In the order in which they were given. */
function ofCourse(db: Db, course: string): Promise<GivenBadge[]> {
  return givenRows.of(db, { course }).orderBy("at").orderBy("id").execute();
}

function saidOf(db: Db, course: string): Promise<SaidCount[]> {
  return countRows.of(db, { course }).orderBy("month").execute();
}

function countFile(db: Db, id: string): Promise<SaidCount | undefined> {
  return countRows.one(db, { id });
}

/** A month of a course is said once. @returns what was said first */
async function sayCount(tx: Db, count: SaidCount): Promise<SaidCount> {
  const { course, month } = count;
  const before = await countRows.one(tx, { course, month });
  if (before) return before;
  await countRows.add(tx, count);
  return count;
}

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

export const badgesPart = {
  name: "badges",
  tables: ["badge_signing_key", "badge_given"],
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
  ],
  questions: { keys, given, ofRoom, ofLearner },
  operations: { addKey, give, withdraw },
} satisfies PrivatePart;

export const askBadges = asking(badgesPart);
const keyRows = rowsOf<SigningKey>("badge_signing_key");
const givenRows = rowsOf<GivenBadge>("badge_given");

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

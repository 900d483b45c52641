/** Who teaches a class, and which owner looked into it, when and why. Rules CL41 to CL44. */
import type { Db } from "../../../platform/db/store.ts";
import { bigint, columns, table, text } from "../../../platform/db/table.ts";
import { asking, creating, rowsOf, type PrivatePart } from "../../../platform/private/part.ts";

export interface Teacher {
  readonly room: string;
  /** The id of an account. */
  readonly account: string;
  readonly at: number;
}
/** An owner opened the class of others. */
export interface Look {
  readonly id: string;
  readonly room: string;
  readonly account: string;
  /** As the account was called then. */
  readonly name: string;
  /** One of `WHYS`, which the trail keeps too; `export` where the class was taken along as a file. */
  readonly why: string;
  /** In the owner's words, for those who teach there. */
  readonly words: string;
  readonly at: number;
}

/** Why an owner may look into a class. */
export const WHYS = ["worry", "asked", "away", "fault"] as const;
const LOOKS_FOR = 60 * 60_000; // ms from the reason on

const teacherRows = rowsOf<Teacher>("class_teacher");
const lookRows = rowsOf<Look>("class_look");

export const teachingPart = {
  name: "class-teaching",
  tables: {
    class_teacher: {
      key: ["room", "account"],
      of: { room: "class_room" },
      keeps: { what: "classes", with: { room: "class_room" } },
    },
    class_look: {
      of: { room: "class_room" },
      keeps: { what: "classes", with: { room: "class_room" } },
    },
  },
  migrations: [
    async (db) => {
      await creating({
        class_teacher: table(
          { ...columns(text, "room", "account"), at: bigint },
          { key: ["room", "account"] },
        ),
        class_look: table(
          { ...columns(text, "id", "room", "account", "name", "why", "words"), at: bigint },
          { key: ["id"], indexes: { class_look_room: ["room"] } },
        ),
      })(db);
      await whoMadeThem(db);
    },
  ],
  questions: { teaching, ofRoom },
  operations: { teach, letGo, look },
} satisfies PrivatePart;

export const askTeaching = asking(teachingPart);

/** Classes from before teachers were kept are taught by whoever made them, by name; nobody else has seen them. */
async function whoMadeThem(db: Db): Promise<void> {
  const tables = new Set((await db.introspection.getTables()).map(({ name }) => name));
  if (!tables.has("auth_user") || !tables.has("class_room")) return;
  const old = db.withTables<{
    auth_user: { id: string; name: string };
    class_room: { id: string; by: string; at: number };
    class_teacher: Teacher;
  }>();
  const made = await old
    .selectFrom("class_room")
    .innerJoin("auth_user", "auth_user.name", "class_room.by")
    .select(["class_room.id as room", "auth_user.id as account", "class_room.at as at"])
    .execute();
  for (const row of made) await old.insertInto("class_teacher").values(row).execute();
}

/** The ids of the classes that somebody teaches. */
async function teaching(db: Db, account: string): Promise<string[]> {
  return (await teacherRows.of(db, { account }).execute()).map(({ room }) => room);
}

/** Who teaches it, the first one first, and who looked into it, the latest first. */
async function ofRoom(db: Db, room: string) {
  return {
    teachers: await teacherRows.of(db, { room }).orderBy("at").orderBy("account").execute(),
    looks: await lookRows.of(db, { room }).orderBy("at", "desc").orderBy("id").execute(),
  };
}

export async function teach(tx: Db, row: Teacher): Promise<void> {
  const { room, account } = row;
  if (!(await teacherRows.one(tx, { room, account }))) await teacherRows.add(tx, row);
}

/** @returns false where nobody would teach it then */
async function letGo(tx: Db, { room, account }: Omit<Teacher, "at">): Promise<boolean> {
  const all = await teacherRows.of(tx, { room }).execute();
  if (all.every((one) => one.account === account)) return false;
  await teacherRows.drop(tx, { room, account });
  return true;
}

async function look(tx: Db, row: Look): Promise<void> {
  await lookRows.add(tx, row);
}

/** With the class. */
export async function dropTeaching(tx: Db, room: string): Promise<void> {
  await teacherRows.drop(tx, { room });
  await lookRows.drop(tx, { room });
}

interface Asking {
  readonly room: string;
  readonly account: { readonly id: string; readonly role: string };
  /** By the instance's clock. */
  readonly at: number;
}

/** `asks`: an owner who has to say why first. @returns `no` also where there is no such class */
export async function accessTo(
  db: Db,
  { room, account, at }: Asking,
): Promise<"teaches" | "looks" | "asks" | "no"> {
  if (await teacherRows.one(db, { room, account: account.id })) return "teaches";
  if (account.role !== "owner") return "no";
  const own = await lookRows.of(db, { room, account: account.id }).execute();
  // A clock that was set back opens nothing for longer.
  return own.some((one) => one.at <= at && at < one.at + LOOKS_FOR) ? "looks" : "asks";
}

/**
 * What people say in the conversation before and after somebody of the desk has read it: from a form of ours, from the
 * fediverse, from a link. Private from first to last; what is accepted is said in the log besides. Rules V11 to V14, V42.
 */
import { asking, type PrivatePart } from "../../../platform/private/part.ts";
import { add, clear } from "./coming.ts";
import { appeal, decide, edit, takeDown } from "./deciding.ts";
import { byId, bySecret, open } from "./finding.ts";
import { forget, withdraw, recordingsOver } from "./forgetting.ts";
import { mine } from "./remark.ts";

export const remarksPart = {
  name: "remarks",
  tables: ["remark"],
  migrations: [
    async (db) => {
      let table = db.schema
        .createTable("remark")
        .addColumn("id", "text", (c) => c.primaryKey())
        .addColumn("secret_hash", "text", (c) => c.unique())
        .addColumn("uri", "text", (c) => c.unique());
      for (const name of ["came", "about", "text", "more", "received", "state", "signals"] as const)
        table = table.addColumn(name, "text", (c) => c.notNull());
      for (const name of ["n", "version"] as const)
        table = table.addColumn(name, "bigint", (c) => c.notNull());
      for (const name of [
        "answers",
        "author",
        "name",
        "lang",
        "contact",
        "edit",
        "subject",
        "reason",
        "decided_by",
        "decided",
        "appeal",
        "asked_by",
        "asked",
        "alike",
      ] as const)
        table = table.addColumn(name, "text");
      await table.execute();
      await db.schema.createIndex("remark_state").on("remark").columns(["state", "n"]).execute();
      await db.schema.createIndex("remark_about").on("remark").column("about").execute();
      await db.schema.createIndex("remark_author").on("remark").column("author").execute();
      await db.schema.createIndex("remark_alike").on("remark").column("alike").execute();
    },
    async (db) => {
      const decided = mine(db).updateTable("remark").where("state", "in", ["accepted", "refused"]);
      await decided.set({ contact: null }).execute(); // V14: of those that were shown it was kept once
    },
  ],
  questions: { bySecret, byId, open },
  operations: { add, decide, takeDown, edit, appeal, withdraw, clear, forget, recordingsOver },
} satisfies PrivatePart;

export const askRemarks = asking(remarksPart);

import assert from "node:assert/strict";
import test from "node:test";
import { DATABASES } from "../../../tests/databases.ts";
import { privateParts } from "../../models.ts";
import { migrateLog } from "../log/tables.ts";
import { openPrivate } from "./private.ts";
import type {
  Remark,
  RemarkTables,
  NewRemark,
} from "../../features/conversation/private/remark.ts";
import { newCode, standing, vouching } from "./vouchers.ts";

for (const [name, open] of Object.entries(DATABASES)) {
  test(`V40 a code vouches until it is taken back, and is kept as a hash, on ${name}`, async () => {
    await using database = await open();
    await migrateLog(database.db, database.store);
    const ask = await openPrivate(database.db, privateParts);
    const [code, other] = [newCode(), newCode()];
    const given = { name: "Mankosi hub", given_by: "a", given: "2026-11-26" };
    await ask("vouchers.give", { ...given, id: "1", code });
    await ask("vouchers.give", { ...given, id: "2", code: other });
    const typed = [
      code,
      ` ${code.toUpperCase()} `,
      code.replace("-", ""),
      code.replace("-", " – "),
    ];
    for (const one of typed) assert.equal((await vouching(database.db, one))?.id, "1", one);
    assert.equal(await vouching(database.db, ""), undefined);
    const all = await standing(database.db);
    assert.equal(all.length, 2);
    assert.doesNotMatch(JSON.stringify(all), new RegExp(code));
    await ask("vouchers.revoke", { id: "1", day: "2026-11-27" });
    assert.equal(await vouching(database.db, code), undefined);
    assert.equal((await vouching(database.db, other))?.id, "2");
  });

  test(`V41 what came without its proof leaves room for what did not, on ${name}`, async () => {
    await using database = await open();
    await migrateLog(database.db, database.store);
    const ask = await openPrivate(database.db, privateParts);
    const said = (id: number, signals: string[]): NewRemark => ({
      id: String(id).padStart(32, "0"),
      came: "web",
      about: "room",
      text: "Words",
      received: "2026-11-26",
      signals,
    });
    const first = (await ask("remarks.add", said(0, ["unproven"]))) as Remark;
    const rows = Array.from({ length: 4999 }, (_, i): Remark => {
      const id = String(i + 1).padStart(32, "0");
      return { ...first, id, n: i + 2 };
    });
    const db = database.db.withTables<RemarkTables>();
    for (let i = 0; i < rows.length; i += 500)
      await db
        .insertInto("remark")
        .values(rows.slice(i, i + 500))
        .execute();
    assert.equal(await ask("remarks.add", said(6000, ["unproven"])), undefined);
    assert.ok(await ask("remarks.add", said(6001, ["links:3"])));
    await ask("remarks.clear", { id: first.id, signal: "unproven" });
    assert.ok(await ask("remarks.add", said(6000, ["unproven"])));
  });
}

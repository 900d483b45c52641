import assert from "node:assert/strict";
import test from "node:test";
import { DATABASES } from "../../../tests/databases.ts";
import { migrateLog } from "../log/tables.ts";
import { openPrivate } from "../private/private.ts";
import { newSecret } from "../private/submissions.ts";
import { settleAs, takeUp, type Desk } from "./desk.ts";

for (const [name, open] of Object.entries(DATABASES))
  test(`of two who settle at once the first stands: what both said stays, what the second alone said is undone, on ${name}`, async () => {
    await using database = await open();
    await migrateLog(database.db, database.store);
    const own = await openPrivate(database.db);
    const desk: Desk = { private: own, speaker: undefined as never }; // nothing is said here
    const became = (subject: string) => ({
      state: "accepted" as const,
      became: { space: "places", subject },
    });
    const undone: string[] = [];
    const undo = async () => void undone.push("undone");
    const [secret, other] = [newSecret(), newSecret()];
    const sent = { received: "2026-11-24", about: "{}" };
    const id = (await own("submissions.add", { secret, ...sent })) as string;
    await settleAs(desk, { id, ...became("one") }, undo);
    const again = settleAs(desk, { id, ...became("one") }, undo);
    await assert.rejects(again, /is accepted already/);
    assert.deepEqual(undone, [], "the same thing, said by both");
    await assert.rejects(settleAs(desk, { id, ...became("two") }, undo), /is accepted already/);
    assert.deepEqual(undone, ["undone"], "another thing");
    const gone = (await own("submissions.add", { secret: other, ...sent })) as string;
    await own("submissions.withdraw", other);
    await assert.rejects(settleAs(desk, { id: gone, ...became("one") }, undo), /withdrawn by its/);
    assert.deepEqual(undone, ["undone", "undone"]);
  });

for (const [name, open] of Object.entries(DATABASES))
  test(`of two who take one up at once the second begins when the first has ended, on ${name}`, async () => {
    await using database = await open();
    await migrateLog(database.db, database.store);
    const own = await openPrivate(database.db);
    const desk: Desk = { private: own, speaker: undefined as never };
    const sent = { secret: newSecret(), received: "2026-11-24", about: "{}" };
    const id = (await own("submissions.add", sent)) as string;
    const steps: string[] = [];
    const take = (who: string, isDone: boolean) =>
      takeUp(desk, id, async () => {
        steps.push(`${who} begins`);
        await own("submissions.list", null);
        const became = { space: "places", subject: "one" };
        if (isDone) await own("submissions.settle", { id, state: "accepted", became });
        steps.push(`${who} ends`);
      });
    const all = await Promise.allSettled([take("1", false), take("2", true), take("3", true)]);
    assert.deepEqual(steps, ["1 begins", "1 ends", "2 begins", "2 ends"]);
    assert.match(String((all[2] as PromiseRejectedResult).reason), /is accepted already/);
  });

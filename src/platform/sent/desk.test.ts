import assert from "node:assert/strict";
import test from "node:test";
import { DATABASES } from "../../../tests/databases.ts";
import { migrateLog } from "../log/tables.ts";
import { openPrivate, platformParts } from "../private/private.ts";
import { newSecret } from "../private/submissions.ts";
import { settleAs, takeUp, type Desk } from "./desk.ts";
import type { Refusal } from "./refusal.ts";

for (const [name, open] of Object.entries(DATABASES))
  test(`of two who settle at once the first stands: what both said stays, what the second alone said is undone, on ${name}`, async () => {
    await using database = await open();
    await migrateLog(database.db, database.store);
    const own = await openPrivate(database.db, platformParts);
    const desk: Desk = { private: own, speaker: undefined as never }; // nothing is said here
    const became = (subject: string) => ({
      state: "accepted" as const,
      became: { space: "places", subject },
    });
    const undone: string[] = [];
    const undo = async () => void undone.push("undone");
    const [secret, second] = [newSecret(), newSecret()];
    const sent = { received: "2026-11-24", about: "{}" };
    const id = (await own("submissions.add", { secret, ...sent })) as string;
    assert.equal(await settleAs(desk, { id, ...became("one") }, undo), undefined);
    const again = await settleAs(desk, { id, ...became("one") }, undo);
    assert.match(again!.why, /is accepted already/);
    assert.deepEqual(undone, [], "the same thing, said by both");
    const other = await settleAs(desk, { id, ...became("two") }, undo);
    assert.match(other!.why, /is accepted already/);
    assert.deepEqual(undone, ["undone"], "another thing");
    const gone = (await own("submissions.add", { secret: second, ...sent })) as string;
    await own("submissions.withdraw", second);
    const late = await settleAs(desk, { id: gone, ...became("one") }, undo);
    assert.match(late!.why, /withdrawn by its/);
    assert.deepEqual(undone, ["undone", "undone"]);
  });

for (const [name, open] of Object.entries(DATABASES))
  test(`of two who take one up at once the second begins when the first has ended, on ${name}`, async () => {
    await using database = await open();
    await migrateLog(database.db, database.store);
    const own = await openPrivate(database.db, platformParts);
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
    const all = await Promise.all([take("1", false), take("2", true), take("3", true)]);
    assert.deepEqual(steps, ["1 begins", "1 ends", "2 begins", "2 ends"]);
    assert.match((all[2] as Refusal).why, /is accepted already/);
  });

/** Many private operations that are asked for at once (README.md), on both databases. */
import assert from "node:assert/strict";
import test from "node:test";
import { privateParts } from "../../models.ts";
import { DATABASES } from "../../../tests/databases.ts";
import { migrateLog } from "../log/tables.ts";
import type { Settled } from "./deliveries.ts";
import type { Job } from "./jobs.ts";
import { openPrivate } from "./private.ts";
import { hostNumbers } from "./waiting-messages.ts";

const MANY = 40; // at once; more than PostgreSQL is given connections
const range = Array.from({ length: MANY }, (_, i) => i);

for (const [name, open] of Object.entries(DATABASES)) {
  async function opened() {
    const database = await open();
    await migrateLog(database.db, database.store);
    return { database, ask: await openPrivate(database.db, privateParts) };
  }

  test(`V19 a job that many ask for at once is given to one: ${name}`, async () => {
    const { database, ask } = await opened();
    await using _ = database;
    for (const i of range)
      await ask("jobs.add", { kind: "a", about: `${i}`, argument: null, due: i });
    const claimed = (await Promise.all(
      range.map(() => ask("jobs.claim", { now: MANY, lane: { others: [] } })),
    )) as Job[];
    assert.deepEqual(
      claimed.map(({ about }) => Number(about)),
      range,
      "and in the order in which they asked",
    );
  });

  test(`V19 of one thing that is asked for many times at once one is kept: ${name}`, async () => {
    const { database, ask } = await opened();
    await using _ = database;
    const job = { kind: "a", about: "one", argument: null, due: 1 };
    const ids = await Promise.all(range.map(() => ask("jobs.add", job)));
    assert.equal(new Set(ids).size, 1);
    const like = { activity: "https://a.example/1", by: "https://a.example/a", kind: "like" };
    const about = "a".repeat(64);
    const fresh = await Promise.all(range.map(() => ask("reactors.add", { ...like, about })));
    assert.equal(fresh.filter(Boolean).length, 1);
  });

  test(`V19 nothing is added for a server that is written down as dead at the same moment: ${name}`, async () => {
    const { database, ask } = await opened();
    await using _ = database;
    for (const i of range) {
      const host = `${i}.example`;
      const whom = { actor: "campaign", uri: `https://${host}/a`, handle: "@a@b", since: 1 };
      await ask("federation.follow", {
        ...whom,
        inbox: `https://${host}/inbox`,
        shared: null,
        host,
      });
    }
    const said = { post: "one", actor: "campaign", also: "", hash: "x", version: 1, at: 1 };
    const activity = { activity: "one#create", json: "{}", signer: "key", n: 1, had: false };
    const addressed = { ...activity, followersOf: ["campaign"], inboxes: [] };
    const send = { records: [], now: 1, said: { ...said, state: "said" }, activities: [addressed] };
    const asked = range.map((i) => () => ask("federation.settle", deadAt(`${i}.example`)));
    asked.splice(MANY / 2, 0, () => ask("federation.send", send));
    await Promise.all(asked.map((one) => one()));
    const waiting = (await hostNumbers(database.db)).filter((host) => host.waiting > 0);
    assert.deepEqual(waiting, []);
  });

  test(`V19 an operation that fails holds up none after it: ${name}`, async () => {
    const { database, ask } = await opened();
    await using _ = database;
    const answers = await Promise.allSettled([
      ask("restore", [{ table: "unknown", row: {} }]),
      ask("jobs.add", { kind: "a", about: "one", argument: null, due: 1 }),
      ask("jobs.of", "one"),
    ]);
    assert.deepEqual(
      answers.map(({ status }) => status),
      ["rejected", "fulfilled", "fulfilled"],
    );
    assert.equal((answers[2] as PromiseFulfilledResult<Job[]>).value.length, 1);
  });
}

function deadAt(host: string): Settled {
  const rest = { failures: 9, since: 1, next: null, problem: null, speaks: null };
  return { done: [], again: [], gone: [], hosts: [{ host, state: "dead", ...rest }] };
}

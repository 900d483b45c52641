/** What happens to the queue while it reads or writes down: nothing of it is overlooked. On both databases. */
import assert from "node:assert/strict";
import test from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import type { Message } from "@fedify/fedify";
import type { KyselyPlugin } from "kysely";
import { DATABASES } from "../../../tests/databases.ts";
import { migrateLog } from "../log/tables.ts";
import type { WaitingMessage } from "../private/delivery-tables.ts";
import { openPrivate, platformParts } from "../private/private.ts";
import { hostRows } from "../private/waiting-messages.ts";
import type { Delivery } from "./deliver.ts";
import { DEAD_AFTER, type Outcome } from "./hosts.ts";
import { openQueue } from "./queue.ts";
import { openTurns } from "./turns.ts";

const DELIVERED: Outcome = { is: "delivered", speaks: "rfc9421" };
const SOON = 3000; // ms; what is overlooked is found half a minute later

for (const [name, open] of Object.entries(DATABASES)) {
  async function house(deliver: (to: Delivery) => Promise<Outcome> = async () => DELIVERED) {
    const database = await open();
    const { db, store } = database;
    await migrateLog(db, store);
    const privately = await openPrivate(db, platformParts);
    const clock = { now: Date.now() };
    const now = () => clock.now;
    const stop = new AbortController();
    const queue = openQueue({ db, private: privately, now, chance: () => 0.5, deliver });
    let ended: Promise<void> | undefined;
    return {
      db,
      privately,
      clock,
      queue,
      now,
      add: (...messages: readonly WaitingMessage[]) =>
        privately("federation.enqueue", {
          messages,
          documents: messages.map(({ activity: id }) => ({ id, json: "{}", signer: "key" })),
        }),
      listen: (handler: (message: Message) => void = () => undefined) =>
        void (ended = queue.listen(handler, { signal: stop.signal })),
      async end() {
        stop.abort();
        await ended;
      },
      async [Symbol.asyncDispose]() {
        await this.end();
        await database[Symbol.asyncDispose]();
      },
    };
  }

  test(`SN5 what stood behind a message goes, also where that is written down while it is looked for: ${name}`, async () => {
    await using at = await house();
    let read: () => Promise<void> = async () => undefined;
    const slow: KyselyPlugin = {
      transformQuery: ({ node }) => node,
      async transformResult({ result }) {
        await read();
        return result;
      },
    };
    const held = new Set<string>();
    const turns = openTurns({
      db: at.db.withPlugin(slow),
      now: at.now,
      limits: { quick: 24, all: 256, aHost: 2 },
      settling: { ...NOTHING, heldOf: () => held },
      may: () => 2,
    });
    const rest = { ...messageTo("a.example", at.clock.now), ord: "a post" };
    await at.add({ ...rest, id: "1", activity: "1", n: 1 }, { ...rest, id: "2", n: 2 });
    const first = await turns.next();
    assert.ok(typeof first === "object" && first.message.id === "1");
    held.add("1"); // it was delivered
    turns.end(first);
    read = async () => {
      read = async () => undefined;
      await at.privately("federation.settle", { done: ["1"], again: [], hosts: [], gone: [] });
      held.clear();
      turns.add("a.example");
    };
    const second = await turns.next();
    assert.ok(typeof second === "object" && second.message.id === "2");
  });

  test(`SN4 a database that was away for a moment numbers what comes after: ${name}`, async () => {
    await using at = await house();
    let isAway = true;
    const away: KyselyPlugin = {
      transformQuery: ({ node }) => node,
      async transformResult({ result }) {
        if (isAway) throw new Error("The database is away.");
        return result;
      },
    };
    const { db, now, privately } = at;
    const deliver = async () => DELIVERED;
    const queue = openQueue({
      db: db.withPlugin(away),
      private: privately,
      now,
      chance: () => 0.5,
      deliver,
    });
    await assert.rejects(queue.number(), /away/);
    isAway = false;
    assert.equal(await queue.number(), at.clock.now * 1000);
    assert.equal(await queue.number(), at.clock.now * 1000 + 1);
  });

  test(`SN4 what becomes due while something else ends is dealt with then: ${name}`, async () => {
    const answer = Promise.withResolvers<Outcome>();
    const asked = Promise.withResolvers<void>();
    await using at = await house(() => (asked.resolve(), answer.promise));
    const handled = Promise.withResolvers<void>();
    await at.add(messageTo("a.example", at.clock.now));
    at.listen(() => handled.resolve());
    await asked.promise;
    const delay = Temporal.Duration.from({ hours: 1 });
    await at.queue.enqueue({ type: "inbox", id: "came in" }, { delay });
    await sleep(100); // it was looked for, and is not due
    at.clock.now += delay.total("milliseconds");
    answer.resolve(DELIVERED);
    const inTime = await Promise.race([handled.promise.then(() => true), sleep(SOON)]);
    assert.equal(inTime, true);
  });

  test(`SN8 a server is alive that speaks to us at the moment in which its silence is written down: ${name}`, async () => {
    const last = Promise.withResolvers<Outcome>();
    await using at = await house(({ inbox }) =>
      inbox.includes("dead") ? last.promise : Promise.resolve(DELIVERED),
    );
    const since = at.clock.now - DEAD_AFTER - 1;
    const silent = { host: "dead.example", state: "resting", failures: 9, since, next: null };
    const hosts = [{ ...silent, problem: "silent", speaks: null }];
    await at.privately("federation.settle", { done: [], again: [], hosts, gone: [] });
    await at.add(messageTo("a.example", at.clock.now), messageTo("dead.example", at.clock.now));
    at.listen();
    const states = async () =>
      Object.fromEntries((await hostRows(at.db)).map(({ host, state }) => [host, state]));
    for (let i = 0; (await states())["a.example"] !== "open"; i++) {
      assert.ok(i < 1500, "the other one answers");
      await sleep(10);
    }
    last.resolve({ is: "failed", problem: "silent" });
    await sleep(0);
    await at.queue.heardFrom("dead.example");
    await at.end(); // everything is written down
    assert.equal((await states())["dead.example"], "open");
  });
}

const NOTHING = {
  done: () => undefined,
  again: () => undefined,
  host: () => undefined,
  gone: () => undefined,
  close: async () => undefined,
};

function messageTo(host: string, now: number): WaitingMessage {
  const id = `to ${host}`;
  return {
    id,
    activity: id,
    inbox: `https://${host}/inbox`,
    host,
    shared: 0,
    due: now,
    n: 1,
    tries: 0,
    made: now,
    ord: null,
    document: id,
    more: null,
    problem: null,
  };
}

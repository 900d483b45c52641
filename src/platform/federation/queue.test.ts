/** The queue on both databases, against real servers on loopback. */
import assert from "node:assert/strict";
import test from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { generateCryptoKeyPair, type Message } from "@fedify/fedify";
import { DATABASES } from "../../../tests/databases.ts";
import { openServers, type Taken } from "../../../tests/fediverse-servers.ts";
import { migrateLog } from "../log/tables.ts";
import type { OutgoingActivity } from "../private/deliveries.ts";
import type { SaidPost } from "../private/delivery-tables.ts";
import { openPrivate, platformParts } from "../private/private.ts";
import type { Privately } from "../private/part.ts";
import { hostNumbers, hostRows } from "../private/waiting-messages.ts";
import { deliverer } from "./deliver.ts";
import { DEAD_AFTER } from "./hosts.ts";
import { openQueue, type FederationQueue } from "./queue.ts";
import type { Limits } from "./turns.ts";
import { heldBack } from "../private/stopped-messages.ts";

const SIGNER = "https://campaign.example/ap/actors/campaign#main-key";
const { privateKey } = await generateCryptoKeyPair("RSASSA-PKCS1-v1_5");
const DAY = 24 * 3_600_000;

for (const [name, open] of Object.entries(DATABASES)) {
  async function house(answers?: (taken: Taken) => number | Promise<number>) {
    const database = await open();
    const { db, store } = database;
    await migrateLog(db, store);
    const privately = await openPrivate(db, platformParts);
    const servers = await openServers(answers);
    const clock = { now: Date.now() };
    let version = 0;
    return {
      db,
      privately,
      servers,
      clock,
      follow: (n: number, uri: string, shared: string | null, inbox: string) =>
        privately("federation.follow", {
          actor: "campaign",
          uri: `http://${servers.host(n)}${uri}`,
          handle: "@a@b",
          inbox: servers.inbox(n, inbox),
          shared: shared === null ? null : servers.inbox(n, shared),
          host: servers.host(n),
          since: 1,
        }),
      say: (post: string, more: More = {}) => say(privately, ++version, clock.now, post, more),
      begin(write: Privately = privately, limits: Partial<Limits> = {}) {
        const deliver = deliverer({ ask: fetch, keyOf: async () => privateKey });
        const now = () => clock.now;
        const chance = () => 0.1234567; // as chance is: no time that is a whole number follows from it by itself
        const queue = openQueue({ db, private: write, now, chance, deliver, limits });
        return running(queue);
      },
      async [Symbol.asyncDispose]() {
        await servers[Symbol.asyncDispose]();
        await database[Symbol.asyncDispose]();
      },
    };
  }

  test(`SN3 one message an inbox, and the inbox of the server where it has one: ${name}`, async () => {
    await using at = await house();
    for (const user of ["/a", "/b", "/c"]) await at.follow(1, user, "/inbox", `${user}/inbox`);
    for (const user of ["/a", "/b"]) await at.follow(2, user, null, `${user}/inbox`);
    await at.say("one");
    await using _ = at.begin();
    await until(() => at.servers.taken.length >= 3);
    await sleep(300);
    assert.deepEqual(
      at.servers.taken.map(({ host, path }) => `${host}${path}`).toSorted(),
      [at.servers.inbox(1), at.servers.inbox(2, "/a/inbox"), at.servers.inbox(2, "/b/inbox")].map(
        (url) => url.slice("http://".length),
      ),
    );
    assert.ok(at.servers.taken.every(({ signature }) => signature === "draft"));
  });

  test(`SN1 a record given twice sends nothing twice: ${name}`, async () => {
    await using at = await house();
    await at.follow(1, "/a", null, "/inbox");
    await using sending = at.begin();
    assert.equal(await at.say("one", { records: ["r"], version: 1 }), "done");
    sending.queue.look();
    await until(() => at.servers.taken.length === 1);
    await sleep(400); // it is settled: nothing of it waits
    assert.deepEqual(
      (await hostNumbers(at.db)).map(({ waiting }) => waiting),
      [0],
    );
    assert.equal(await at.say("one", { records: ["r"], version: 2 }), "done");
    assert.equal(
      await at.say("one", { records: ["s"], version: 1 }),
      "again",
      "built on an old state",
    );
    await sleep(400);
    assert.equal(at.servers.taken.length, 1);
  });

  test(`SN4 a kill loses nothing: what was under way goes again under its id: ${name}`, async () => {
    let killed = false;
    await using at = await house();
    for (let i = 0; i < 60; i++) await at.follow(i % 12, `/u${i}`, null, `/u${i}/inbox`);
    await at.say("one");
    const dead: Privately = async (operation, argument) => {
      // From here on nothing of this process reaches the tables, as after SIGKILL.
      if (killed) return new Promise(() => undefined);
      return at.privately(operation, argument);
    };
    const first = at.begin(dead);
    await until(() => at.servers.taken.length >= 10);
    killed = true;
    first.kill();
    await sleep(100);
    await using _ = at.begin();
    const inboxes = () => new Set(at.servers.taken.map(({ host, path }) => `${host}${path}`));
    await until(() => inboxes().size === 60);
    await until(async () => (await hostNumbers(at.db)).every(({ waiting }) => waiting === 0));
    assert.equal(new Set(at.servers.taken.map(({ activity }) => activity)).size, 1);
  });

  test(`SN4 told to stop it ends what is under way, and begins nothing: ${name}`, async () => {
    await using at = await house(async () => {
      await sleep(200);
      return 202;
    });
    for (let i = 0; i < 40; i++) await at.follow(i % 4, `/u${i}`, null, `/u${i}/inbox`);
    await at.say("one");
    const first = at.begin();
    await until(() => at.servers.taken.length >= 8);
    await first[Symbol.asyncDispose]();
    const { length } = at.servers.taken;
    assert.ok(length < 40);
    const left = (await hostNumbers(at.db)).reduce((all, { waiting }) => all + waiting, 0);
    assert.equal(left, 40 - length, "all that arrived is settled");
    await using _ = at.begin();
    await until(() => at.servers.taken.length >= 40);
    await sleep(300);
    assert.equal(at.servers.taken.length, 40, "and nothing came twice");
  });

  test(`SN5 of one post a server is told in order, though the first message fails: ${name}`, async () => {
    let broken = true;
    await using at = await house(({ type }) => (type === "Create" && broken ? 500 : 202));
    await at.follow(1, "/a", "/inbox", "/a/inbox");
    await at.say("one");
    await at.say("one", { type: "Update", version: 2 });
    await at.say("other", { type: "Update" });
    await using sending = at.begin();
    const isResting = async () => (await hostRows(at.db))[0]?.state === "resting";
    await until(isResting);
    broken = false;
    at.clock.now += 10 * 60_000;
    sending.queue.look();
    await until(() => at.servers.taken.length === 3);
    const order = at.servers.taken.filter(({ activity }) => activity.includes("/one#"));
    assert.deepEqual(
      order.map(({ type }) => type),
      ["Create", "Update"],
    );
  });

  test(`SN6 slow and dead servers hold up nobody, and no server has more than two at a time: ${name}`, async () => {
    const now = new Map<string, number>();
    let most = 0;
    const end = Promise.withResolvers<number>();
    await using at = await house(async ({ host, path }) => {
      now.set(host, (now.get(host) ?? 0) + 1);
      most = Math.max(most, now.get(host)!);
      const status = path.includes("hang") ? await end.promise : 202;
      now.set(host, now.get(host)! - 1);
      return status;
    });
    for (let i = 0; i < 60; i++) await at.follow(i % 6, `/h${i}`, null, `/hang${i}/inbox`);
    for (let i = 0; i < 60; i++) await at.follow(10 + (i % 6), `/u${i}`, null, `/u${i}/inbox`);
    await at.say("one");
    await using _ = at.begin(at.privately, { quick: 16 });
    await until(() => at.servers.taken.length === 60);
    assert.equal(most, 2);
    end.resolve(202);
    await until(() => at.servers.taken.length === 120);
  });

  test(`SN7 a server that fails is left in peace, tried later with one message, then sent everything: ${name}`, async () => {
    let tried = 0;
    let broken = true;
    await using at = await house(({ host }) => {
      if (!host.startsWith("127.1.0.1:")) return 202;
      tried++;
      return broken ? 503 : 202;
    });
    for (let i = 0; i < 20; i++) await at.follow(1, `/u${i}`, null, `/u${i}/inbox`);
    await at.follow(2, "/a", null, "/inbox");
    await at.say("one");
    await using sending = at.begin();
    await until(async () => (await hostRows(at.db)).some(({ state }) => state === "resting"));
    await sleep(300);
    assert.ok(tried <= 2);
    for (const status of [503, 202]) {
      const before = tried;
      broken = status === 503;
      at.clock.now += 60 * 60_000;
      sending.queue.look();
      await until(() => tried > before);
      if (broken) {
        await sleep(300);
        assert.equal(tried, before + 1, "with one");
      }
    }
    await until(() => at.servers.taken.length === 21);
  });

  test(`SN8 a dead server is written to no more, loses its followers, and lives when it speaks to us: ${name}`, async () => {
    let tried = 0;
    await using at = await house(({ host }) => {
      if (!host.startsWith("127.1.0.1:")) return 202;
      tried++;
      return 500;
    });
    await at.follow(1, "/a", null, "/a/inbox");
    await at.follow(2, "/a", null, "/inbox");
    await at.say("one");
    await using sending = at.begin();
    const state = async () =>
      (await hostRows(at.db)).find(({ host }) => host === at.servers.host(1))?.state;
    for (let i = 0; (await state()) !== "dead"; i++) {
      assert.ok(i < 40);
      const others = at.servers.taken.length;
      await at.say(`more-${i}`);
      sending.queue.look();
      await until(() => at.servers.taken.length > others);
      await sleep(300);
      at.clock.now += DEAD_AFTER / 8;
    }
    const numbers = async () =>
      (await hostNumbers(at.db)).find(({ host }) => host === at.servers.host(1));
    await until(async () => (await numbers())?.waiting === 0);
    let before = tried;
    await at.say("last");
    sending.queue.look();
    await sleep(300);
    assert.equal(tried, before);
    await sending.queue.heardFrom(at.servers.host(1));
    before = tried;
    await at.say("after");
    sending.queue.look();
    await until(() => tried > before);
    await sending[Symbol.asyncDispose]();
    const { since } = (await hostRows(at.db)).find(({ host }) => host === at.servers.host(1)) ?? {};
    await at.privately("federation.settle", {
      done: [],
      again: [],
      gone: [],
      hosts: [
        {
          host: at.servers.host(1),
          state: "dead",
          failures: 9,
          since: at.clock.now,
          next: null,
          problem: null,
          speaks: null,
        },
      ],
    });
    assert.notEqual(since, undefined);
    await at.privately("federation.sweep", at.clock.now + 29 * DAY);
    assert.equal((await numbers())?.followers, 1);
    await at.privately("federation.sweep", at.clock.now + 31 * DAY);
    assert.equal(await numbers(), undefined);
  });

  test(`SN2 what is taken back is taken back from everybody who had it, also from those who left: ${name}`, async () => {
    await using at = await house();
    for (const n of [1, 2, 3]) await at.follow(n, "/a", null, "/inbox");
    await at.say("one");
    await using sending = at.begin();
    await until(() => at.servers.taken.length === 3);
    await at.privately("federation.unfollow", {
      actor: "campaign",
      uri: `http://${at.servers.host(2)}/a`,
    });
    await at.follow(4, "/a", null, "/inbox");
    await at.say("one", { type: "Delete", state: "deleted", version: 2, had: true });
    sending.queue.look();
    await until(() => at.servers.taken.length === 7);
    const told = at.servers.taken.filter(({ type }) => type === "Delete").map(({ host }) => host);
    assert.deepEqual(
      told.toSorted(),
      [1, 2, 3, 4].map((n) => at.servers.host(n)),
    );
  });

  test(`SN15 a server that is blocked is sent no news and no other words, and is told what is taken back: ${name}`, async () => {
    await using at = await house();
    const typesAt = (n: number) =>
      at.servers.taken.filter(({ host }) => host === at.servers.host(n)).map(({ type }) => type);
    for (const n of [1, 2]) await at.follow(n, "/a", null, "/inbox");
    for (const post of ["one", "two", "three"]) await at.say(post);
    await using sending = at.begin();
    await until(() => at.servers.taken.length === 6);
    await sending[Symbol.asyncDispose]();
    // Both wait when it is blocked.
    await at.say("one", { type: "Update", version: 2, had: true });
    await at.say("two", { type: "Delete", state: "deleted", version: 2, had: true });
    const [who] = at.servers.host(1).split(":");
    const block = { who, sort: "domain", is: "blocked", by: "a", day: "2026-11-26", note: "" };
    await at.privately("blocks.shut", block);
    await at.privately("federation.leaveHost", who);
    await at.say("one", { type: "Update", activity: "again", version: 3, had: true });
    const answered = { inbox: at.servers.inbox(1), host: at.servers.host(1) };
    await at.say("four", { inboxes: [answered] });
    await at.say("three", { type: "Delete", state: "deleted", version: 2, had: true });
    await using after = at.begin();
    await until(() => typesAt(2).length === 8 && typesAt(1).length >= 5);
    await sleep(300);
    assert.deepEqual(typesAt(1), ["Create", "Create", "Create", "Delete", "Delete"]);
    await at.privately("blocks.open", who);
    await at.say("one", { type: "Update", activity: "later", version: 4, had: true });
    after.queue.look();
    await until(() => typesAt(1).at(-1) === "Update");
  });

  test(`SN10 after a restore nothing goes out by itself: ${name}`, async () => {
    await using at = await house();
    await at.follow(1, "/a", null, "/inbox");
    await at.say("one");
    await at.privately("federation.restored", null);
    await using sending = at.begin();
    await sleep(300);
    assert.equal(at.servers.taken.length, 0);
    assert.equal(await heldBack(at.db), 1);
    await at.privately("federation.release", at.clock.now);
    sending.queue.look();
    await until(() => at.servers.taken.length === 1);
  });

  test(`SN12 who knows one form of signatures alone is sent that, and remembered: ${name}`, async () => {
    let tried = 0;
    await using at = await house(({ signature }) => (tried++, signature === "rfc9421" ? 202 : 401));
    await at.follow(1, "/a", null, "/inbox");
    await at.say("one");
    await using sending = at.begin();
    await until(() => at.servers.taken.length === 1);
    await until(async () => (await hostRows(at.db))[0]?.speaks === "rfc9421");
    await at.say("two");
    sending.queue.look();
    await until(() => at.servers.taken.length === 2);
    assert.equal(tried, 3);
  });

  test(`SN13 an inbox that is gone for ever is forgotten with whoever followed from it: ${name}`, async () => {
    await using at = await house(() => 410);
    await at.follow(1, "/a", null, "/inbox");
    await at.say("one");
    await using _ = at.begin();
    await until(async () => (await hostNumbers(at.db)).length === 0);
  });

  test(`SN4 what comes in is kept until it is dealt with, and put back where the library wants that: ${name}`, async () => {
    await using at = await house();
    const seen: string[] = [];
    await using sending = at.begin();
    const { queue } = sending;
    const message = (id: string, attempt = 0) =>
      ({
        type: "inbox",
        id,
        attempt,
        baseUrl: "",
        activity: {},
        started: "",
        identifier: null,
        traceContext: {},
      }) as unknown as Message;
    queue.handles = async (given) => {
      const { id, attempt } = given as Message & { id: string; attempt: number };
      seen.push(`${id}${attempt}`);
      if (attempt === 0)
        await queue.enqueue(message(id, 1), { delay: Temporal.Duration.from({ milliseconds: 0 }) });
    };
    await queue.enqueue(message("a"));
    await until(() => seen.join(" ") === "a0 a1");
    await until(async () => (await hostNumbers(at.db)).every(({ waiting }) => waiting === 0));
  });
}

type More = Partial<SaidPost & OutgoingActivity> & { records?: string[]; type?: string };
type Queue = FederationQueue & { handles?: (message: Message) => Promise<void> };

interface Running extends AsyncDisposable {
  readonly queue: Queue;
  /** As SIGKILL does, nobody waits for it. */
  kill(): void;
}

function running(queue: Queue): Running {
  const stop = new AbortController();
  const ended = queue.listen((message) => queue.handles?.(message as Message), {
    signal: stop.signal,
  });
  return {
    queue,
    kill: () => stop.abort(),
    async [Symbol.asyncDispose]() {
      stop.abort();
      await ended;
    },
  };
}

function say(privately: Privately, n: number, now: number, post: string, more: More) {
  const { records = [], type = "Create", version = 1, state = "said", had = false } = more;
  const { inboxes = [] } = more;
  const activity = `https://campaign.example/ap/objects/${post}#${more.activity ?? type}`;
  return privately("federation.send", {
    records,
    now,
    said: { post, actor: "campaign", also: "", hash: "x", state, version, at: now },
    activities: [
      {
        activity,
        json: JSON.stringify({ id: activity, type }),
        signer: SIGNER,
        n,
        followersOf: ["campaign"],
        had,
        inboxes,
      },
    ],
  });
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let i = 0; i < 1500; i++) {
    if (await holds()) return;
    await sleep(10);
  }
  assert.fail("It did not come about.");
}

import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { connect, type AddressInfo, type Socket } from "node:net";
import test from "node:test";
import { openBudgets, type Budgets, type Place } from "./budget.ts";
import { LIMITS, type Table } from "./limits.ts";

/** A server whose every request asks for a place, and works until it is told to end. */
async function house(
  limits: Partial<Table>,
  work: (place: Place, req: IncomingMessage) => Promise<void>,
) {
  const budgets = openBudgets({ ...LIMITS, ...limits });
  const answer = async (req: IncomingMessage, res: ServerResponse) => {
    using place = budgets.enter("body", req, res);
    if (place) await work(place, req);
    res.writeHead(place ? 200 : 503).end("done");
  };
  const server = createServer((req, res) => {
    answer(req, res).catch(() => res.destroy());
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    budgets,
    port,
    /** Begin to send `length` bytes, of which so many come. */
    async send(length: number, bytes: number, from = "198.51.100.1"): Promise<Socket> {
      const line = connect(port, "127.0.0.1");
      line.on("error", () => undefined);
      await once(line, "connect");
      line.write(
        `POST / HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: ${from}\r\nContent-Length: ${length}\r\n\r\n${"x".repeat(bytes)}`,
      );
      return line;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

const body = { ...LIMITS.body, places: { each: 4, total: 100 } };
const read = async (_: Place, req: IncomingMessage) => {
  for await (const part of req) void part;
};

/** Until so many places are held. */
async function holds(budgets: Budgets, n: number): Promise<void> {
  for (let i = 0; budgets.held("body") !== n; i++) {
    assert.ok(i < 400, `expected ${n} places to be held, got ${budgets.held("body")}`);
    await new Promise((done) => setTimeout(done, 20));
  }
}

test("BU8 bodies of which a byte came and then nothing give way to who comes next, within seconds; whoever sends on stays", async () => {
  await using it = await house({ body }, read);
  const slow = await Promise.all([1, 2, 3].map(() => it.send(5000, 1)));
  const steady = await it.send(1_000_000, 10_000);
  await holds(it.budgets, 4);
  const answered = async () => {
    const line = await it.send(3, 3);
    const [answer] = (await once(line, "data")) as [Buffer];
    line.destroy();
    return answer.toString("latin1").slice(9, 12);
  };
  assert.equal(await answered(), "503", "nobody is slow at once");
  const began = performance.now();
  while ((await answered()) === "503") {
    assert.ok(performance.now() - began < 30_000, "the places are held by who sends nothing");
    await new Promise((done) => setTimeout(done, 200));
  }
  await holds(it.budgets, 3);
  assert.ok(!steady.destroyed, "whoever sends stays");
  assert.equal(slow.length, 3);
  for (const line of [...slow, steady]) line.destroy();
});

test("BU3 a place comes back after the end, an error, a cut by FIN and by RST, and by its time", async () => {
  let fails = false;
  await using at = await house({ body }, async (place, req) => {
    await read(place, req);
    if (fails) throw new Error("expected");
  });
  const [a, b] = [await at.send(10, 5), await at.send(10, 5)];
  await holds(at.budgets, 2);
  a.end();
  b.resetAndDestroy();
  await holds(at.budgets, 0);
  const whole = await at.send(5, 5);
  await once(whole, "data");
  await holds(at.budgets, 0);
  whole.destroy();
  fails = true;
  const failed = await at.send(5, 5);
  await once(failed, "close");
  await holds(at.budgets, 0);
  assert.deepEqual([...at.budgets.refused], []);
});

test("BU3 work that is too long is ended by its signal, and its line closed", async () => {
  const ended: unknown[] = [];
  await using at = await house({ body: { ...body, seconds: 1 } }, async (place, req) => {
    place.signal.addEventListener("abort", () => ended.push("ended"));
    await read(place, req);
  });
  const line = await at.send(10, 5);
  await once(line, "close");
  await holds(at.budgets, 0);
  assert.deepEqual([ended, [...at.budgets.refused]], [["ended"], [["body seconds", 1]]]);
});

test("BU2 who fills the places of a network locks out no other", async () => {
  await using at = await house({ body }, read);
  const lines = await Promise.all([1, 2, 3, 4].map(() => at.send(10, 5)));
  await holds(at.budgets, 4);
  const answerTo = async (from: string) => {
    const line = await at.send(5, 5, from);
    const [said] = (await once(line, "data")) as [Buffer];
    line.destroy();
    return said.toString().slice(9, 12);
  };
  assert.equal(await answerTo("198.51.100.77"), "503", "of the same /24");
  assert.equal(await answerTo("203.0.113.1"), "200");
  assert.equal(at.budgets.refused.get("body places"), 1);
  lines.forEach((line) => line.destroy());
  await holds(at.budgets, 0);
  assert.equal(await answerTo("198.51.100.77"), "200");
});

test("BU5 what is held in memory is counted for its network and comes back with the place", async () => {
  const memory = { ...LIMITS.memory, held: { each: 100, total: 10_000 } };
  const held: boolean[] = [];
  await using at = await house({ body, memory }, async (place) => {
    held.push(place.hold(60));
  });
  for (const from of ["198.51.100.1", "198.51.100.1", "203.0.113.1"]) {
    const line = await at.send(5, 5, from);
    await once(line, "data");
    line.destroy();
  }
  await holds(at.budgets, 0);
  assert.deepEqual([held, at.budgets.room("memory").taken], [[true, true, true], 0]);
});

test("BU7 an hour and a minute take so many of each network, and begin anew", () => {
  let now = 0;
  const form = { ...LIMITS.form, hour: { each: 2, total: 100 } };
  const search = { ...LIMITS.search, minute: { each: 1, total: 100 } };
  const budgets = openBudgets({ ...LIMITS, form, search }, () => now);
  const from = (remoteAddress: string) =>
    ({ socket: { remoteAddress }, headers: {} }) as unknown as IncomingMessage;
  const form1 = (address: string) => budgets.take("form", from(address));
  assert.deepEqual(["203.0.113.1", "203.0.113.200", "203.0.113.3"].map(form1), [true, true, false]);
  assert.deepEqual(["2001:db8:1::1", "2001:db8:1:2::3", "2001:db8:1::9"].map(form1), [
    true,
    true,
    false,
  ]);
  assert.equal(budgets.load("form"), 0.04);
  const question = () => budgets.take("search", from("203.0.113.1"));
  assert.deepEqual([question(), question()], [true, false]);
  now = 60_000;
  assert.deepEqual([question(), form1("203.0.113.1")], [true, false]);
  now = 3_600_000;
  assert.ok(form1("203.0.113.1"));
  assert.deepEqual(Object.fromEntries(budgets.refused), { "form often": 3, "search often": 1 });
});

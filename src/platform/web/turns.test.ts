/** Pages that have yet to be made wait their turn, and nobody's waiting shuts others out. */
import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { connect, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { openBudgets } from "../budget/budget.ts";
import { FIXED, LIMITS } from "../budget/limits.ts";
import { Instance } from "./server.kit.ts";
import { openTurns } from "./turns.ts";

const root = mkdtempSync(join(tmpdir(), "web-"));
after(() => rmSync(root, { recursive: true, force: true }));
const folder = () => mkdtempSync(join(root, "of-"));
const from = (network: string) => ({ "x-forwarded-for": `${network}.1` });
const [MANY, HONEST] = ["198.18.1", "203.0.113"];
const never = new AbortController().signal;
/** Fails what would wait for ever. */
const late = async (ms: number): Promise<never> => {
  await sleep(ms, undefined, { ref: false });
  throw new Error(`Expected an answer within ${ms} ms.`);
};

test("WB18 one page is begun in a turn of the loop", async () => {
  const turns = openTurns({ ...FIXED.page, atOnce: 100, eachNetwork: 100 });
  let loop = 0;
  const count = () => {
    loop += 1;
    ticking = setImmediate(count);
  };
  let ticking = setImmediate(count);
  const begun: number[] = [];
  const work = async (network: string) => {
    const turn = await turns.take(network, never);
    assert.ok(turn);
    begun.push(loop);
  };
  await Promise.all(Array.from({ length: 20 }, (_, i) => work(i % 2 === 0 ? MANY : HONEST)));
  clearImmediate(ticking);
  assert.equal(begun.length, 20);
  assert.equal(new Set(begun).size, 20, `begun in the turns ${begun.join()} of the loop`);
});

test("WB18 networks take turns: who has one page to wait for goes before the rest of whoever has many", async () => {
  const turns = openTurns({ ...FIXED.page, atOnce: 1 });
  const order: string[] = [];
  const work = async (network: string) => {
    using turn = await turns.take(network, never);
    assert.ok(turn);
    order.push(network);
  };
  const all = [...Array.from({ length: 30 }, () => work(MANY)), work(HONEST), work(HONEST)];
  await Promise.all(all);
  assert.deepEqual(order.slice(0, 4), [MANY, HONEST, MANY, HONEST]);
  assert.equal(order.length, 32);
  assert.equal(turns.waiting, 0);
});

test("WB18 where pages take longer a network has no more than its part of those that are made at once", async () => {
  const turns = openTurns({ ...FIXED.page, atOnce: 4, eachNetwork: 2 });
  const held: Disposable[] = [];
  const take = async (network: string) => held.push((await turns.take(network, never))!);
  const all = [take(MANY), take(MANY), take(MANY), take(HONEST)];
  for (let i = 0; i < 20; i++) await new Promise(setImmediate);
  assert.deepEqual([held.length, turns.waiting], [3, 1]);
  held[0]![Symbol.dispose]();
  held[0]![Symbol.dispose](); // twice is once
  await Promise.all(all);
  assert.equal(held.length, 4);
});

test("WB18 a turn that does not come in time, or whose reader left, is given to nobody", async () => {
  const turns = openTurns({ ...FIXED.page, atOnce: 1, patience: 0.05 });
  using first = await turns.take(MANY, never);
  assert.ok(first);
  assert.equal(await turns.take(HONEST, never), undefined);
  const left = new AbortController();
  const waits = turns.take(HONEST, left.signal);
  left.abort();
  assert.equal(await waits, undefined);
  assert.equal(await turns.take(HONEST, left.signal), undefined);
  assert.equal(turns.waiting, 0);
});

test("WB19 a network beyond its places is told when to come again; kept pages and other networks are served", async () => {
  const limits = { ...LIMITS, page: { ...LIMITS.page, places: { each: 5, total: 100 } } };
  const budgets = openBudgets(limits);
  await using own = await Instance.start(folder(), { budgets });
  assert.equal((await own.get("/stories/a")).status, 200);
  const gate = Promise.withResolvers<void>();
  own.slow = gate.promise;
  const asked = Array.from({ length: 20 }, (_, i) => own.get(`/stories/b?topic=t${i}`, from(MANY)));
  const refused = await Promise.race([Promise.any(asked), late(20_000)]);
  assert.deepEqual([refused.status, refused.headers["retry-after"]], [503, "10"]);
  assert.equal((await own.get("/stories/a", from(MANY))).status, 200, "a page that is kept");
  assert.equal((await own.get("/healthz", from(MANY))).status, 200);
  const other = own.get("/stories/b", from(HONEST));
  gate.resolve();
  assert.equal((await other).status, 200);
  const statuses = (await Promise.all(asked)).map(({ status }) => status);
  assert.equal(statuses.filter((status) => status === 200).length, 5);
  assert.equal(budgets.held("page"), 0);
});

test("WB19 a page that changed is looked at without a place: whoever reads what is kept waits for nobody's pages", async () => {
  const limits = { ...LIMITS, page: { ...LIMITS.page, places: { each: 1, total: 100 } } };
  await using own = await Instance.start(folder(), { budgets: openBudgets(limits) });
  assert.equal((await own.get("/stories/a")).status, 200);
  own.write("other", "a change that /stories/a does not rest on");
  const gate = Promise.withResolvers<void>();
  own.slow = gate.promise;
  const waits = own.get("/stories/b");
  while (own.renders < 2) await new Promise(setImmediate);
  assert.equal((await own.get("/stories/a")).status, 200);
  gate.resolve();
  assert.equal((await waits).status, 200);
});

test("WB19 a place comes back where the page fails, and where its reader leaves", async () => {
  const budgets = openBudgets();
  await using own = await Instance.start(folder(), { budgets });
  assert.equal((await own.get("/stories/broken")).status, 500);
  assert.equal((await own.get("/stories/none")).status, 404);
  assert.equal(budgets.held("page"), 0);
  const gate = Promise.withResolvers<void>();
  own.slow = gate.promise;
  const { port } = own.server.address() as AddressInfo;
  const lines = Array.from({ length: 10 }, (_, i) => {
    const line = connect(port, "127.0.0.1");
    line.write(`GET /stories/a?topic=t${i} HTTP/1.1\r\nHost: x\r\n\r\n`);
    return line;
  });
  while (budgets.held("page") < 10) await new Promise((done) => setTimeout(done, 5));
  await Promise.all(lines.map((line) => (line.destroy(), once(line, "close"))));
  // Those that waited are gone; the two that are being made are made.
  for (let i = 0; budgets.held("page") > FIXED.page.eachNetwork; i++) {
    assert.ok(i < 400, `${budgets.held("page")} places are held for readers who left`);
    await new Promise((done) => setTimeout(done, 5));
  }
  gate.resolve();
  for (let i = 0; budgets.held("page") > 0; i++) {
    assert.ok(i < 400);
    await new Promise((done) => setTimeout(done, 5));
  }
  assert.equal(own.lines.length, 1, "a reader who left is no failure");
});

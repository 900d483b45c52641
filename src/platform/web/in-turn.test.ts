/** Pages that are made for one request wait their turn, as those that are kept do. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { raw } from "hono/html";
import { openBudgets } from "../budget/budget.ts";
import { LIMITS } from "../budget/limits.ts";
import type { Extra } from "./extra.ts";
import { inPublic } from "./handler.ts";
import { inTurn } from "./in-turn.ts";
import { notePage } from "./pages.ts";
import { unkeptPage } from "./reply.ts";
import { sendPage } from "./send-page.ts";
import { frame, Instance } from "./server.kit.ts";

const root = mkdtempSync(join(tmpdir(), "web-"));
after(() => rmSync(root, { recursive: true, force: true }));
const folder = () => mkdtempSync(join(root, "of-"));
const MANY = 20;
const late = async (ms: number): Promise<never> => {
  await sleep(ms, undefined, { ref: false });
  throw new Error(`Expected an answer within ${ms} ms.`);
};

/** The turns of the loop in which something is begun that twenty who ask at once wait for. */
async function begun(extraOf: (begins: () => void, gate: Promise<void>) => Extra) {
  let loop = 0;
  const count = () => {
    loop += 1;
    ticking = setImmediate(count);
  };
  let ticking = setImmediate(count);
  const turns: number[] = [];
  const gate = Promise.withResolvers<void>();
  let waiting = 0;
  const answer = extraOf(() => turns.push(loop), gate.promise);
  const extra: Extra = (req, res, asked) => {
    waiting += 1;
    if (waiting === MANY) gate.resolve();
    return answer(req, res, asked);
  };
  await using own = await Instance.start(folder(), { extra: { "GET /made": extra } });
  const all = await Promise.all(
    Array.from({ length: MANY }, (_, i) =>
      own.get("/made", { "x-forwarded-for": `198.18.${i}.1` }),
    ),
  );
  clearImmediate(ticking);
  assert.ok(all.every(({ status }) => status === 200));
  assert.equal(turns.length, MANY);
  return new Set(turns).size;
}

test("WB26 pages that are made for one request are written one in a turn of the loop", async () => {
  const turns = await begun((begins, gate) => async (req, res) => {
    await gate;
    let isBegun = false;
    const page = {
      ...notePage("en", "lost"),
      get title() {
        if (!isBegun) begins();
        isBegun = true;
        return "Made";
      },
    };
    await sendPage(req, res, { status: 200, page, frame });
  });
  assert.equal(turns, MANY);
});

/** What a feature declares, with this for its work. */
const declared = (begins: () => void, gate: Promise<void>): Extra =>
  inPublic(
    {
      instance: { snapshot: (work) => work({} as never) },
      frame: async () => (await gate, frame),
      now: () => 0,
    },
    { words: () => ({}) },
  )(({ lang }) => {
    begins();
    return { page: unkeptPage(lang, { title: "Found", main: raw("<h1>Found</h1>") }) };
  });

test("WB26 what is worked out for who asks is begun in the turn of its page", async () => {
  assert.equal(await begun(declared), MANY);
});

test("WB26 a network beyond its places for pages is told when to come again; whoever sends a body has a place by that", async () => {
  const page = { ...LIMITS.page, places: { each: 5, total: 100 } };
  const budgets = openBudgets({ ...LIMITS, page });
  const gate = Promise.withResolvers<void>();
  const slowly: Extra = (req, res) =>
    inTurn(req, res, async () => (await gate.promise, void res.end("done")));
  const form: Extra = (req, res) => {
    const made = notePage("en", "lost");
    return sendPage(req, res, { status: 200, page: made, frame });
  };
  const extra = { "GET /made": slowly, "POST /form": form };
  await using own = await Instance.start(folder(), { budgets, extra });
  let others = 7;
  const { promise: refused, resolve } = Promise.withResolvers<void>();
  const ask = async () => {
    const { status, headers } = await own.get("/made");
    if (status === 503) assert.equal(headers["retry-after"], "10");
    if (status === 503 && --others === 0) resolve();
    return status;
  };
  const all = Array.from({ length: 12 }, ask);
  await Promise.race([refused, late(20_000)]);
  const sent = own.get("/form", { "transfer-encoding": "chunked" }, "POST");
  gate.resolve();
  assert.equal((await Promise.all(all)).filter((status) => status === 200).length, 5);
  assert.equal((await sent).status, 200);
  assert.equal(budgets.held("page"), 0);
});

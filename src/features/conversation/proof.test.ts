import assert from "node:assert/strict";
import type { IncomingMessage } from "node:http";
import test from "node:test";
import { solveChallenge, type Challenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { openBudgets } from "../../platform/budget/budget.ts";
import { LIMITS } from "../../platform/budget/limits.ts";
import { openProofs, proofAsked } from "./proof.ts";

const [ONE, OTHER] = ["1".repeat(32), "2".repeat(32)];

test("PW1 PW4 a sum is asked of forms in a busy hour or where something speaks for a look, of nobody who is vouched for", () => {
  const asked = (signals: string[], load: number, came: "web" | "voice" | "fediverse" = "web") =>
    proofAsked({ came, signals }, load).length;
  assert.equal(asked([], 0), 0);
  assert.equal(asked([], 0.24), 0);
  assert.equal(asked([], 0.25), 1);
  assert.equal(asked(["links:3"], 0), 1);
  assert.equal(asked(["slow"], 0), 0);
  assert.equal(asked(["links:3"], 0, "voice"), 1);
  assert.equal(asked(["links:3", "vouched:Mankosi"], 1), 0);
  assert.equal(asked(["first"], 1, "fediverse"), 0);
});

test("PW2 a sum is for one comment, signed, within the hour, and grows with the hour", async () => {
  let now = Date.now();
  const proofs = openProofs(() => now);
  const challenge = JSON.parse(await proofs.challenge(ONE, 0)) as Challenge;
  const solution = (await solveChallenge({ challenge, deriveKey }))!;
  const answer = (more: object = {}) => JSON.stringify({ challenge, solution, ...more });
  assert.ok(await proofs.holds(ONE, answer()));
  assert.ok(!(await proofs.holds(OTHER, answer())), "another comment");
  assert.ok(!(await openProofs(() => now).holds(ONE, answer())), "signed by another");
  const parameters = { ...challenge.parameters, data: { remark: OTHER } };
  assert.ok(!(await proofs.holds(OTHER, answer({ challenge: { ...challenge, parameters } }))));
  const cheap = { ...challenge, parameters: { ...challenge.parameters, keyPrefix: "0" } };
  assert.ok(!(await proofs.holds(ONE, answer({ challenge: cheap }))));
  const wrong = { ...solution, derivedKey: "0".repeat(64) };
  assert.ok(!(await proofs.holds(ONE, answer({ solution: wrong }))));
  for (const text of ["", "{}", "null", "[]", '{"challenge":{"parameters":null,"signature":""}}'])
    assert.ok(!(await proofs.holds(ONE, text)), text);
  now -= 3_601_000;
  const old = JSON.parse(await proofs.challenge(ONE, 0)) as Challenge;
  const late = (await solveChallenge({ challenge: old, deriveKey }))!;
  assert.ok(!(await proofs.holds(ONE, JSON.stringify({ challenge: old, solution: late }))));
  const busy = JSON.parse(await proofs.challenge(ONE, 0.5)) as Challenge;
  assert.ok((await solveChallenge({ challenge: busy, deriveKey }))!.counter >= 600);
  assert.ok(solution.counter < 300);
});

test("PW4 what is vouched for has a corner of its own, and the hour is one", () => {
  const comment = { ...LIMITS.comment, hour: { each: 2, total: 40 } };
  const budgets = openBudgets({ ...LIMITS, comment }, () => 0);
  const from = (remoteAddress: string) =>
    ({ socket: { remoteAddress }, headers: {} }) as unknown as IncomingMessage;
  const taken = (address: string, vouched?: string) =>
    budgets.take("comment", from(address), vouched);
  assert.deepEqual(
    [1, 2, 3].map(() => taken("198.51.100.1")),
    [true, true, false],
  );
  for (let i = 0; i < 10; i++) assert.ok(taken("198.51.100.1", "hub"));
  assert.ok(!taken("203.0.113.1", "hub"), "a code that went round is no way past");
  assert.equal(budgets.load("comment"), 0.3);
  for (let i = 0; i < 28; i++) assert.ok(taken(`192.0.${i}.1`));
  assert.ok(!taken("198.51.100.1", "other"));
});

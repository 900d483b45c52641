import assert from "node:assert/strict";
import test from "node:test";
import type { HostRow, WaitingMessage } from "../private/delivery-tables.ts";
import { afterSilence, DEAD_AFTER, hostAfter, messageAfter, unknownHost } from "./hosts.ts";

const MINUTE = 60_000;
const FAILED = { is: "failed", problem: "ECONNREFUSED" } as const;
const DELIVERED = { is: "delivered", speaks: "rfc9421" } as const;
const NOW = 1_790_000_000_000;
const at = (now: number, heard: number | undefined = now) => ({ now, heard, chance: 0.5 });
const waiting = { id: "a b", tries: 0, made: NOW } as WaitingMessage;

/** Fails each time that it is tried, until a time. */
function failing(until: number, heard: (now: number) => number | undefined): HostRow[] {
  const rows: HostRow[] = [];
  let host = unknownHost("a.example");
  for (let now = NOW; now < until && host.state !== "dead"; now = host.next ?? until) {
    host = hostAfter(host, FAILED, { now, heard: heard(now), chance: 0.5 });
    rows.push(host);
  }
  return rows;
}

test("SN7 a server that fails is left in peace for growing pauses, and is as new once it answers", () => {
  const rows = failing(NOW + DEAD_AFTER / 2, (now) => now);
  const pauses = rows.map((row, i) => row.next! - (i === 0 ? NOW : rows[i - 1]!.next!));
  assert.ok(rows.length > 10);
  assert.deepEqual(
    pauses.slice(0, 4),
    [1, 2, 4, 8].map((n) => n * MINUTE),
  );
  assert.equal(Math.max(...pauses), 12 * 60 * MINUTE);
  const answers = hostAfter(rows.at(-1)!, DELIVERED, at(NOW));
  assert.deepEqual(answers, { ...unknownHost("a.example"), speaks: "rfc9421" });
});

test("SN7 chance spreads the pauses, and a server that says when it will be there is asked then", () => {
  const next = (chance: number) =>
    hostAfter(unknownHost("a.example"), FAILED, { ...at(NOW), chance }).next! - NOW;
  assert.deepEqual([next(0), next(0.999999)].map(Math.round), [45_000, 75_000]);
  const later = { is: "later", problem: "answers 429", after: 90_000 } as const;
  const host = hostAfter(unknownHost("a.example"), later, at(NOW));
  assert.deepEqual([host.state, host.next, host.failures], ["resting", NOW + 90_000, 0]);
});

test("SN7 times are whole milliseconds, whatever chance and a server say, and no server asks for years", () => {
  const asks = (after: number) => ({ is: "later", problem: "answers 429", after }) as const;
  for (const outcome of [FAILED, asks(1234.5), asks(1e23)])
    for (let tries = 0; tries < 6; tries++) {
      const moment = { ...at(NOW), chance: 0.1234567 };
      const { next } = hostAfter({ ...unknownHost("a.example"), failures: tries }, outcome, moment);
      const message = messageAfter({ ...waiting, tries }, outcome, moment);
      assert.ok(message !== "done" && next !== null);
      for (const time of [next, message.due]) {
        assert.ok(Number.isInteger(time), `${outcome.is} ${tries}: ${time}`);
        assert.ok(time >= NOW && time <= NOW + 15 * 60 * MINUTE);
      }
    }
});

test("SN8 silent for a week in which others answered is dead", () => {
  const last = failing(NOW + 2 * DEAD_AFTER, (now) => now).at(-1)!;
  assert.equal(last.state, "dead");
  assert.ok(last.since === NOW && last.failures < 30, "it was asked seldom");
});

test("SN9 while nobody answers nobody is dead, one looks at least every quarter of an hour, and then all go on", () => {
  const rows = failing(NOW + 2 * DEAD_AFTER, () => NOW - 1);
  assert.ok(rows.length > 1000);
  assert.ok(rows.every(({ state }) => state === "resting"));
  const last = rows.at(-1)!;
  assert.ok(last.next! - rows.at(-2)!.next! <= 15 * MINUTE);
  const fresh = { ...last, host: "b.example", since: NOW + 1 };
  const before = { ...last, host: "c.example", since: NOW - 1 };
  assert.deepEqual(afterSilence(last, [fresh, before], NOW - 1), [unknownHost("b.example")]);
  assert.deepEqual(afterSilence(last, [fresh], NOW + 2), [], "others answered meanwhile");
  assert.deepEqual(afterSilence(unknownHost("d.example"), [fresh], NOW - 1), []);
});

test("SN7 what a server refuses is tried a few times, what it never takes is given up", () => {
  const refused = { is: "refused", problem: "answers 401", final: false } as const;
  let message: WaitingMessage = waiting;
  let tries = 0;
  for (let now = NOW; ; tries++) {
    const after = messageAfter(message, refused, at(now));
    if (after === "done") break;
    assert.ok(after.due > now);
    message = { ...message, ...after };
    now = after.due;
  }
  assert.equal(tries, 5);
  assert.equal(messageAfter(waiting, { ...refused, final: true }, at(NOW)), "done");
  assert.equal(hostAfter(unknownHost("a.example"), refused, at(NOW)).state, "open");
});

test("SN19 whatever a server answers, a message ends: after a week of being put off, after forty tries of what breaks", () => {
  const later = { is: "later", problem: "answers 429", after: 3_600_000 } as const;
  for (const outcome of [
    later,
    FAILED,
    { is: "refused", problem: "answers 401", final: false } as const,
  ]) {
    let message: WaitingMessage = waiting;
    let now = NOW;
    for (let tries = 0; ; tries++) {
      assert.ok(tries < 1000, `${outcome.is}: it is tried for ever`);
      const after = messageAfter(message, outcome, at(now));
      if (after === "done") break;
      message = { ...message, ...after };
      now = Math.max(after.due, now + MINUTE);
    }
    assert.ok(now - NOW >= 15 * MINUTE, `${outcome.is}: it is given up too early`);
  }
});

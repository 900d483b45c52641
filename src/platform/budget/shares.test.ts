import assert from "node:assert/strict";
import test from "node:test";
import * as fc from "fast-check";
import { openShares } from "./shares.ts";

test("BU2 twenty networks that take all they can leave room for the next, and nobody has more than a share", () => {
  const shares = openShares({ each: 32, total: 128 });
  for (let network = 0; network < 20; network++) {
    let own = 0;
    while (shares.take(`attacker ${network}`)) own += 1;
    assert.ok(own >= 1 && own <= 32);
  }
  assert.ok(shares.take("somebody honest"), "there is room for the next");
  assert.ok(shares.take("somebody honest"));
  assert.ok(shares.taken <= 128);
});

test("BU2 law: never more than the whole, never more than a share, and all of it comes back", () => {
  const step = fc.record({
    by: fc.integer({ min: 0, max: 40 }).map(String),
    n: fc.integer({ min: 1, max: 9 }),
    isGiven: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
      const shares = openShares({ each: 20, total: 100 });
      const held = new Map<string, number>();
      for (const { by, n, isGiven } of steps) {
        const own = held.get(by) ?? 0;
        if (isGiven) shares.give(by, n);
        const isTaken = !isGiven && shares.take(by, n);
        held.set(by, isGiven ? Math.max(0, own - n) : own + (isTaken ? n : 0));
        assert.ok(held.get(by)! <= 20 && shares.taken <= 100);
        assert.equal(
          [...held.values()].reduce((sum, one) => sum + one, 0),
          shares.taken,
        );
      }
      for (const [by, n] of held) shares.give(by, n);
      assert.equal(shares.taken, 0);
    }),
  );
});

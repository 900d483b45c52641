import assert from "node:assert/strict";
import test from "node:test";
import { BOUNDS, openPlaces, openTries, PLACES } from "./tries.ts";

test("A3 five wrong tries make a name wait from that network alone; a right one begins anew", () => {
  let now = 0;
  const tries = openTries(() => now);
  const five = () => Array.from({ length: 6 }, () => tries.take("Li", "203.0.113", false));
  assert.deepEqual(five(), [true, true, true, true, true, false]);
  assert.ok(tries.take("Li", "198.51.100", false), "from elsewhere");
  assert.ok(tries.take("Ana", "203.0.113", false), "another name");
  now = BOUNDS.wait - 1;
  assert.ok(!tries.take("Li", "203.0.113", false));
  now = BOUNDS.wait;
  assert.ok(tries.take("Li", "203.0.113", false));
  tries.right("Li", "203.0.113");
  assert.deepEqual(five(), [true, true, true, true, true, false]);
});

test("A3 from a network that is not known a name has 20 wrong tries a day; from its own always the next", () => {
  let now = 0;
  const tries = openTries(() => now);
  let [strange, own] = [0, 0];
  for (; now < BOUNDS.day; now += BOUNDS.wait / 5) {
    if (tries.take("Li", "203.0.113", false)) strange += 1;
    if (tries.take("Li", "198.51.100", true)) own += 1;
  }
  assert.equal(strange, BOUNDS.strangerADay);
  assert.ok(own <= 5 * 96 && own > 200, String(own));
  assert.ok(tries.take("Li", "203.0.113", false), "the next day");
});

test("A3 what is remembered of tries is bounded", () => {
  const tries = openTries(() => 0);
  const wrong = (name: string) => tries.take(name, "203.0.113", false);
  for (let i = 0; i < 5; i++) assert.ok(wrong("Li"));
  assert.ok(!wrong("Li"));
  for (let i = 0; i < BOUNDS.pairs; i++) wrong(`name ${i}`);
  assert.ok(wrong("Li"), "the oldest is forgotten; the count of the account itself still holds");
});

test("A12 PINs are computed two at once; one network holds few places, and each is given back, by errors too", async () => {
  const places = openPlaces();
  let [most, now] = [0, 0];
  const work = async () => {
    now += 1;
    most = Math.max(most, now);
    await new Promise((done) => setImmediate(done));
    now -= 1;
    throw new Error("it fails");
  };
  for (let round = 0; round < 50; round++) {
    const one = Array.from({ length: 20 }, () => places.hold("203.0.113", work));
    const others = Array.from({ length: 20 }, (_, i) => places.hold(`198.51.${i}`, work));
    const ended = await Promise.allSettled([...one, ...others]);
    assert.equal(
      ended.filter((end) => end.status === "rejected").length,
      PLACES.eachNetwork + others.length,
    );
  }
  assert.equal(most, PLACES.atOnce);
  assert.equal(await places.hold("203.0.113", async () => "free"), "free");
});

/** What the doctor says of a proxy on another machine. Rule DR3. */
import assert from "node:assert/strict";
import test from "node:test";
import { HALF, throughProxy } from "./trouble.ts";

test("DR3 where a proxy on another machine is not believed, everybody comes from one address: that is said, with the setting that names it", () => {
  const base = "https://campaign.example";
  const answer = {
    status: 200,
    headers: { "strict-transport-security": "max-age=1" },
    text: "",
  };
  const seen = {
    host: "campaign.example",
    peer: "10.0.0.9",
    address: "",
    bytes: 2 * HALF,
    isHeldBack: false,
    isStandIn: false,
  };
  const [found, ...more] = throughProxy(base, answer, { ...seen, isBelieved: false });
  assert.deepEqual(more, []);
  assert.equal(found!.is, "look");
  assert.match(found!.says, /Everybody comes from one address, 10\.0\.0\.9/);
  assert.match(found!.todo!, /CND_PROXY=10\.0\.0\.9/);
  const named = { ...seen, isBelieved: true, address: "198.51.100.7" };
  assert.deepEqual(
    throughProxy(base, answer, named).map(({ is }) => is),
    ["well"],
  );
});

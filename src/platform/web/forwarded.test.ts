import assert from "node:assert/strict";
import test from "node:test";
import { addressOf } from "./network.ts";

const from = (remoteAddress: string, headers: Readonly<Record<string, string>> = {}): string =>
  addressOf({ socket: { remoteAddress }, headers });

const byOlder = (peer: string, text: string) => from(peer, { "x-forwarded-for": text });
const byNewer = (text: string, older = {}) => from("127.0.0.1", { forwarded: text, ...older });

test("Forwarded is believed of a proxy on this machine alone", () => {
  assert.equal(from("192.0.2.1", { forwarded: "for=198.51.100.7" }), "192.0.2.1");
  assert.equal(from("127.0.0.1", { forwarded: "for=198.51.100.7" }), "198.51.100.7");
});

test("bug: behind a proxy that sets only Forwarded everybody was one corner of the network", () => {
  for (const [said, address] of [
    ["for=198.51.100.7", "198.51.100.7"],
    ["For=198.51.100.7;proto=https;by=203.0.113.43", "198.51.100.7"],
    ['proto=https; for="198.51.100.7:4711"', "198.51.100.7"],
    ['for="[2001:db8:cafe::17]:4711"', "2001:db8:cafe::17"],
    ['for="[2001:db8:cafe::17]"', "2001:db8:cafe::17"],
    ['for="[::ffff:198.51.100.7]"', "198.51.100.7"],
    ['for=203.0.113.9, for="[2001:db8::1]"', "2001:db8::1"],
  ] as const)
    assert.equal(byNewer(said), address, said);
});

test("what a stranger typed into Forwarded names no address, nor do hidden ones", () => {
  for (const said of [
    "",
    "for=unknown",
    "for=_hidden",
    "for=198.51.100.7, for=_hidden",
    'x=";for=9.9.9.9;y=, for=_hidden',
    'for=_hidden;host="a,for=9.9.9.9;b";proto=https', // as a name of a host
    "for=198.51.100.7;for=9.9.9.9",
    "for=198.51.100",
  ])
    assert.equal(byNewer(said), "127.0.0.1", said);
});

test("where a proxy hands on a second header as it was typed, neither opens a new corner", () => {
  const both = (a: string, b: string) => byNewer(`for=${a}`, { "x-forwarded-for": b });
  assert.equal(both("198.51.100.7", "198.51.100.7"), "198.51.100.7");
  assert.equal(both("198.51.100.7", "9.9.9.9"), "127.0.0.1");
  assert.equal(both("9.9.9.8", "198.51.100.7"), "127.0.0.1");
  assert.equal(byOlder("127.0.0.1", '"9.9.9.9, 198.51.100.7'), "198.51.100.7");
});

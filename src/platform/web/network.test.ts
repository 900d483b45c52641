import assert from "node:assert/strict";
import type { IncomingMessage } from "node:http";
import test from "node:test";
import { addressOf, networkOf } from "./network.ts";

const from = (remoteAddress: string, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { "x-forwarded-for": forwarded },
  }) as unknown as Pick<IncomingMessage, "socket" | "headers">;

test("a proxy on this machine is believed, another one is not; of what it hands on, what it saw itself", () => {
  assert.equal(addressOf(from("127.0.0.1", "203.0.113.9, 198.51.100.7")), "198.51.100.7");
  assert.equal(addressOf(from("::ffff:127.0.0.1", "2001:db8::7")), "2001:db8::7");
  assert.equal(addressOf(from("192.0.2.1", "198.51.100.7")), "192.0.2.1");
  assert.equal(addressOf(from("::1")), "::1");
});

test("bug: behind a proxy that listens on IPv4 and IPv6 at once, everybody was one corner of the network", () => {
  const seen = (forwarded: string) => networkOf(from("127.0.0.1", forwarded));
  assert.notEqual(seen("::ffff:198.51.100.7"), seen("::ffff:203.0.113.9"));
  assert.equal(seen("::ffff:203.0.113.9"), seen("::FFFF:203.0.113.10"), "of the same window");
  assert.equal(networkOf(from("::ffff:198.51.100.7")), "198.51.100");
  assert.equal(networkOf(from("2001:db8:1:2::3")), "2001:db8:1");
});

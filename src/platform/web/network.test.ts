import assert from "node:assert/strict";
import type { IncomingMessage } from "node:http";
import { duplexPair } from "node:stream";
import test from "node:test";
import { openBudgets } from "../budget/budget.ts";
import { listen } from "./listen.ts";
import { addressOf, networkOf } from "./network.ts";
import { readProxies } from "./proxies.ts";

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

test("WB25 behind a proxy that the operator named each is counted by their own network, behind a forged header by the stranger's", async () => {
  const seen: string[] = [];
  const listener = (req: IncomingMessage, res: { end(): void }) => {
    seen.push(addressOf(req));
    res.end();
  };
  const proxies = readProxies("10.0.0.0/24, 2001:db8::7");
  const server = await listen({ listener }, openBudgets(), { port: 0, host: "127.0.0.1", proxies });
  const ask = async (remoteAddress: string, header: string): Promise<void> => {
    const [ours, theirs] = duplexPair();
    server.emit("connection", Object.assign(theirs, { remoteAddress }));
    ours.end(`GET / HTTP/1.1\r\nHost: example.org\r\nConnection: close\r\n${header}\r\n\r\n`);
    for await (const _ of ours); // until it is answered
  };
  await ask("10.0.0.7", "X-Forwarded-For: 198.51.100.7");
  await ask("::ffff:10.0.0.8", "X-Forwarded-For: 9.9.9.9, 203.0.113.9");
  await ask("2001:db8::7", "Forwarded: for=192.0.2.60, for=10.0.0.9"); // through two of them
  await ask("10.0.1.7", "X-Forwarded-For: 198.51.100.7"); // nobody named it
  await new Promise((resolve) => server.close(resolve));
  assert.deepEqual(seen, ["198.51.100.7", "203.0.113.9", "192.0.2.60", "10.0.1.7"]);
});

test("WB25 what names no address, or would believe everybody, is refused with what was expected", () => {
  const one = readProxies("10.0.0.7");
  assert.ok(one.has("10.0.0.7") && !one.has("10.0.0.8") && !one.has("no address"));
  for (const wrong of ["", "proxy.example", "10.0.0.0/33", "10.0.0.0/0", "10.0.0.7,", "::/0"])
    assert.throws(() => readProxies(wrong), /expected the addresses of your proxies/, wrong);
});

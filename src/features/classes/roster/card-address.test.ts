import assert from "node:assert/strict";
import test from "node:test";
import { cardAddresses } from "./card-address.ts";

const one = (address: string, more: object = {}) =>
  ({
    address,
    family: "IPv4",
    internal: false,
    netmask: "",
    mac: "",
    cidr: null,
    ...more,
  }) as never;
const networks = {
  lo: [one("127.0.0.1", { internal: true })],
  wlan0: [one("10.42.0.1"), one("fe80::1", { family: "IPv6" })],
  eth0: [one("169.254.7.7")],
};
const room = { base: "http://localhost:8080", isShared: true };

test("CL4 cards of a laptop that has no name carry an address that the room reaches", () => {
  const here = "http://localhost:8080";
  assert.deepEqual(cardAddresses(room, "localhost:8080", networks), [
    "http://10.42.0.1:8080",
    here,
  ]);
  assert.deepEqual(
    cardAddresses(room, "school.local:8080", networks),
    ["http://school.local:8080", "http://10.42.0.1:8080", here],
    "the one by which the teacher came is first",
  );
  assert.equal(cardAddresses(room, "10.42.0.1:8080", networks).length, 2, "none stands twice");
  assert.deepEqual(cardAddresses(room, undefined, {}), [here], "in no network");
  assert.deepEqual(cardAddresses({ ...room, isShared: false }, "a.example", networks), [here]);
});

test("CL4 cards of a site with a name carry that, however the page was asked for", () => {
  const base = "https://example.org/school";
  assert.deepEqual(cardAddresses({ base, isShared: true }, "10.42.0.1:8080", networks), [base]);
});

test("CL4 a host that is none of an address is no address of a card", () => {
  for (const odd of ["a/b", "me@evil.example", "[", "", "127.0.0.1:8080", "x y"])
    assert.equal(cardAddresses(room, odd, {}).length, 1, odd);
});

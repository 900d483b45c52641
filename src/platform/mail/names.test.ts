import assert from "node:assert/strict";
import test from "node:test";
import { nameInMail, readsLikeAddress } from "./names.ts";

test("D25 a name that reads like an address is told from a name, in every script", () => {
  for (const name of [
    "evil.example/login",
    "Li evil.example",
    "https://evil",
    "www.evil",
    "li@evil.example",
    "evil\u200b.\u2060example",
    "evil。example",
    "पैसा.भारत",
    "192.0.2.7",
  ]) {
    assert.ok(readsLikeAddress(name), name);
    assert.ok(!readsLikeAddress(nameInMail(name)), nameInMail(name));
  }
  for (const name of [
    "Ana M. Cruz",
    "J.R. Tolkien",
    "J. R. R.",
    "Dr. مريم",
    "李",
    "Team 3.5",
    "A/B",
  ]) {
    assert.ok(!readsLikeAddress(name), name);
    assert.equal(nameInMail(name), name);
  }
});

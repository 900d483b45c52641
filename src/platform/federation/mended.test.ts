import assert from "node:assert/strict";
import test from "node:test";
import { mended } from "./mended.ts";

const KEY = "-----BEGIN PUBLIC KEY-----\\nMIIB\\n-----END PUBLIC KEY-----\\n";
const read = async (body: string, type = "application/activity+json"): Promise<string> => {
  const fetch = mended(async () => new Response(body, { headers: { "Content-Type": type } }));
  return (await fetch("https://snac.example/alice")).text();
};

test("MF1 what stands behind a public key goes, and nothing else does", async () => {
  const json = (behind: string) => `{"publicKeyPem":"${KEY}${behind}","name":"\\"Alice\\""}`;
  for (const behind of ["", "\\u0015VU", "\u0017\uFFFDU", '\\"\\\\x'])
    assert.equal(await read(json(behind)), json(""));
  const words = '{"content":"no key, \\"quoted\\""}';
  assert.equal(await read(words), words);
  assert.equal(await read(json("x"), "text/html"), json("x"));
});

import assert from "node:assert/strict";
import { createPublicKey, generateKeyPairSync } from "node:crypto";
import { test } from "node:test";
import { formatVkey, isKeyName, parseVkey } from "./vkey.ts";

// From golang.org/x/mod/sumdb/note.
const PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

test("TL8 Go's example key reads, and is written back the same", () => {
  const { name, keyId, publicKey } = parseVkey(PETER);
  assert.deepEqual([name, keyId, publicKey.length], ["PeterNeumann", 0xc74f20a3, 32]);
  const x = Buffer.from(publicKey).toString("base64url");
  const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
  assert.equal(formatVkey("PeterNeumann", key), PETER);
});

test("law: a key's line is the same from its private and its public half, and reads back", () => {
  for (let i = 0; i < 300; i++) {
    const { privateKey, publicKey } = generateKeyPairSync("ed25519"); // 300: some key hashes start with a zero
    const vkey = formatVkey("example.org/log", privateKey);
    assert.equal(formatVkey("example.org/log", publicKey), vkey);
    assert.equal(parseVkey(vkey).name, "example.org/log");
  }
});

test("law: no part of a key's line reads as a key, nor the line with any byte changed", () => {
  for (let from = 0; from <= PETER.length; from++) {
    for (let to = from; to <= PETER.length; to++) {
      if (from === 0 && to === PETER.length) continue;
      assert.throws(() => parseVkey(PETER.slice(from, to)), { code: "bad-vkey" });
    }
    const changed = Buffer.from(PETER);
    if (from < PETER.length) changed[from]! += 1;
    if (from < PETER.length)
      assert.throws(() => parseVkey(changed.toString("latin1")), { code: "bad-vkey" });
  }
});

test("TL7 keys of another length, kind or spelling are refused", () => {
  for (const vkey of [
    "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==", // too long, with a hash that fits
    "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", // unknown kind, with a hash that fits
    PETER.replace("c74f20a3", "C74F20A3"),
    `${PETER}\n`,
    ` ${PETER}`,
  ]) {
    assert.throws(() => parseVkey(vkey), { code: "bad-vkey" }, vkey);
  }
});

test("TL9 only Ed25519 keys and names without spaces or plus have a line", () => {
  const { privateKey } = generateKeyPairSync("ed25519");
  assert.throws(() => formatVkey("a b", privateKey), RangeError);
  assert.throws(
    () => formatVkey("example.org", generateKeyPairSync("x25519").privateKey),
    RangeError,
  );
  for (const name of [
    "",
    "a+b",
    "a b",
    "a\u3000b",
    "a\u0085b",
    "a\u2028b",
    "a\nb",
    "a\u0001b",
    "\ud800",
  ]) {
    assert.equal(isKeyName(name), false, JSON.stringify(name));
  }
  for (const name of ["example.org/log", "Überwachung", "記録"])
    assert.equal(isKeyName(name), true);
});

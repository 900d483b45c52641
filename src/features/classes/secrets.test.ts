import assert from "node:assert/strict";
import test from "node:test";
import {
  bareCode,
  codeHash,
  isEasy,
  isSendKey,
  isToken,
  newCode,
  newPin,
  newToken,
  pinHash,
  sendKey,
  tokenHash,
} from "./secrets.ts";

const room = { key: "k".repeat(22) };

test("CL4 a code is the same however it is typed, and what can be none has no hash", () => {
  const code = newCode();
  assert.match(code, /^[2-9A-Z]{3} [2-9A-Z]{4} [2-9A-Z]{3}$/);
  const hash = codeHash(code)!;
  assert.match(hash, /^[0-9a-f]{64}$/);
  for (const typed of [code.toLowerCase(), code.replaceAll(" ", ""), ` ${code.replace(" ", "-")} `])
    assert.equal(codeHash(typed), hash);
  assert.equal(bareCode(code), code.replaceAll(" ", ""));
  assert.notEqual(codeHash(newCode()), hash);
  for (const typed of ["", "2AC 4DEF", "2AC 4DEF 7G0", `${code}2`])
    assert.equal(codeHash(typed), undefined);
});

test("CL4 a PIN is none of those that somebody tries first", () => {
  const easy = ["0000", "7777", "1234", "4321", "0123", "9876", "1212", "1999", "2026"];
  for (const pin of easy) assert.ok(isEasy(pin), pin);
  for (const pin of ["4071", "1224", "0358"]) assert.ok(!isEasy(pin), pin);
  for (let i = 0; i < 500; i++) {
    const pin = newPin();
    assert.match(pin, /^\d{4}$/);
    assert.ok(!isEasy(pin), pin);
  }
  assert.notEqual(pinHash(room, "a", "4071"), pinHash(room, "b", "4071"), "of one learner alone");
});

test("CL4 what a device sends with is of one learner and one class", () => {
  const [key, token] = [sendKey(room, "a"), newToken()];
  assert.match(key, /^[A-Za-z0-9_-]{22}$/);
  assert.ok(isSendKey(room, "a", key));
  for (const said of ["", key.slice(1), `${key}x`, sendKey(room, "b"), sendKey({ key: "x" }, "a")])
    assert.ok(!isSendKey(room, "a", said), said);
  assert.ok(isToken(token) && !isToken(`${token}x`) && !isToken("é".repeat(22)));
  assert.match(tokenHash(token), /^[0-9a-f]{64}$/);
});

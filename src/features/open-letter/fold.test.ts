import assert from "node:assert/strict";
import test from "node:test";
import { formatTime } from "../../platform/records/clock.ts";
import type { Json } from "../../platform/records/jcs.ts";
import type { LogRecord } from "../../platform/records/record.ts";
import { foldSignature } from "./fold.ts";

const SIGNED = {
  id: "0".repeat(32),
  kind: "person",
  signed: "2026-11-26",
  confirmed: "mail",
} as const;
const NAMED = { name: "Amina", place: "Mankosi", words: "It is a right." };

const said = (...all: readonly (readonly [kind: string, body: object | null])[]): LogRecord[] =>
  all.map(([kind, body], i) => ({
    id: String(i),
    kind: `letter.${kind}/1`,
    subject: "s",
    at: formatTime(i, 0),
    author: "a",
    body: body as Json,
  }));

test("OL1 a signature counts without a name, and has one once somebody has read it", () => {
  assert.deepEqual(foldSignature(said(["signed", SIGNED])), SIGNED);
  assert.deepEqual(foldSignature(said(["signed", SIGNED], ["named", NAMED])), {
    ...SIGNED,
    ...NAMED,
  });
  assert.equal(foldSignature(said(["named", NAMED])), undefined);
});

test("OL1 what does not fit is no signature, and no name", () => {
  for (const wrong of [
    { ...SIGNED, kind: "king" },
    { ...SIGNED, country: "Atlantis" },
    { ...SIGNED, id: "1" },
    { ...SIGNED, mail: "amina@example.org" },
    null,
  ])
    assert.equal(foldSignature(said(["signed", wrong])), undefined);
  const long = { ...NAMED, words: "x".repeat(281) };
  assert.deepEqual(foldSignature(said(["signed", SIGNED], ["named", long])), SIGNED);
});

test("OL2 what was taken back or erased is none", () => {
  const all = said(["signed", SIGNED], ["named", NAMED], ["withdrawn", { by: "signer" }]);
  assert.equal(foldSignature(all), undefined);
  assert.equal(foldSignature(said(["signed", null], ["named", null])), undefined);
});

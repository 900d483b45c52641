/** A record is accepted exactly as its author signed it; anything else is refused with its reason. */
import assert from "node:assert/strict";
import { createHash, sign } from "node:crypto";
import test from "node:test";
import * as fc from "fast-check";
import { formatTime } from "./clock.ts";
import { canonical, canonicalBytes, type JsonObject } from "./jcs.ts";
import { newKey } from "./keys.ts";
import {
  byReadingOrder,
  MAX_BODY,
  MAX_ENTRY,
  readDocument,
  beginEntry,
  readEntry,
  RecordError,
  sha256,
  signRecord,
  storedSay,
  type Draft,
  type Envelope,
} from "./record.ts";
import { MARKED } from "../words/fallback.ts";

const key = newKey();
const at = formatTime(Date.UTC(2026, 10, 24), 0);
const draft: Draft = { kind: "story.told/1", at, body: { title: "Mankosi", people: 1 } };
const SUBJECT = sha256("a subject");

const refusal = (code: RecordError["code"]) => (error: unknown) =>
  error instanceof RecordError && error.code === code;
/** An entry that its author really signed, whatever the envelope says. */
function signedEntry(envelope: JsonObject): Uint8Array {
  const signature = sign(null, canonicalBytes(envelope), key.privateKey).toString("base64url");
  return canonicalBytes({ envelope, signature });
}
const read = (text: string) => readDocument(Buffer.from(text), sha256(text));
const envelopeOf = (more: JsonObject = {}): JsonObject => ({
  ...(signRecord(draft, key).envelope as unknown as JsonObject),
  ...more,
});

test("what was signed is read back: envelope, id, body", () => {
  const kind = fc.constantFrom("story.told/1", "a.b.c/9999");
  const hash = fc.constantFrom(undefined, SUBJECT);
  const body = fc.dictionary(fc.string({ unit: "binary" }), fc.jsonValue({ stringUnit: "binary" }));
  fc.assert(
    fc.property(kind, hash, hash, body, (k, subject, of, said) => {
      fc.pre(!MARKED.test(canonical(said))); // our own marks within words are never signed
      const given: Draft = {
        kind: k,
        at,
        body: said as JsonObject,
        ...(subject && { subject }),
        ...(of && { import: of }),
      };
      const record = signRecord(given, key);
      const { id, envelope } = readEntry(record.entry);
      assert.equal(id, record.id);
      assert.deepEqual(envelope, record.envelope);
      assert.equal(envelope.author, key.name);
      assert.equal(envelope.audience, "public");
      assert.deepEqual(
        canonicalBytes(readDocument(record.document, envelope.body)),
        canonicalBytes(said),
      );
      assert.deepEqual(canonicalBytes(storedSay(record.document)), canonicalBytes(said));
    }),
    { numRuns: 50 },
  );
});

test("the id is the SHA-256 of the envelope alone, so that no signature can change it", () => {
  const { id, envelope } = signRecord(draft, key);
  assert.equal(id, createHash("sha256").update(canonicalBytes(envelope)).digest("hex"));
});

test("a body is salted: the same words twice have different hashes, so an erased body cannot be guessed", () => {
  assert.notEqual(signRecord(draft, key).envelope.body, signRecord(draft, key).envelope.body);
});

test("law: an altered byte is refused, wherever it stands in the entry", () => {
  const { entry } = signRecord({ ...draft, subject: SUBJECT, import: SUBJECT }, key);
  const flip = fc.tuple(fc.nat(entry.length - 1), fc.integer({ min: 1, max: 255 }));
  fc.assert(
    fc.property(flip, ([i, bits]) => {
      const altered = Uint8Array.from(entry);
      altered[i]! ^= bits;
      assert.throws(() => readEntry(altered), RecordError);
    }),
    { numRuns: 500 },
  );
});

test("law: a key and a signature have one spelling: the unused bits of their last digit are zero", () => {
  const text = Buffer.from(signRecord(draft, key).entry).toString("utf8");
  const other = text.replace(/.(?="\}$)/, nextDigit);
  assert.notEqual(other, text);
  assert.throws(() => readEntry(Buffer.from(other)), refusal("bad-form"));
  const author = key.name.replace(/.$/, nextDigit);
  assert.throws(() => readEntry(signedEntry(envelopeOf({ author }))), refusal("bad-form"));
});

test("an entry that is begun reads as one read at once, and a forged one is refused once its signature is known", async () => {
  const { entry } = signRecord(draft, key);
  const { signed, ...begun } = beginEntry(entry);
  await signed;
  assert.deepEqual(begun, readEntry(entry));
  const forged = signedEntry(envelopeOf({ author: newKey().name }));
  await assert.rejects(beginEntry(forged).signed, refusal("bad-signature"));
});

test("law: an altered byte of a body is refused", () => {
  const { document, envelope } = signRecord(draft, key);
  const flip = fc.tuple(fc.nat(document.length - 1), fc.integer({ min: 1, max: 255 }));
  fc.assert(
    fc.property(flip, ([i, bits]) => {
      const altered = Uint8Array.from(document);
      altered[i]! ^= bits;
      assert.throws(() => readDocument(altered, envelope.body), refusal("bad-body"));
    }),
  );
});

test("law: an entry cut short or made longer is refused", () => {
  const { entry } = signRecord(draft, key);
  for (let length = 0; length < entry.length; length++)
    assert.throws(() => readEntry(entry.subarray(0, length)), refusal("bad-form"));
  for (const more of ["\n", " ", "\0", "}"])
    assert.throws(() => readEntry(Buffer.concat([entry, Buffer.from(more)])), refusal("bad-form"));
});

test("law: nobody can say a record in another's name", () => {
  const other = newKey();
  const entry = signedEntry(envelopeOf({ author: other.name }));
  assert.throws(() => readEntry(entry), refusal("bad-signature"));
});

test("the same record in other bytes is refused: one record, one entry", () => {
  const text = Buffer.from(signRecord(draft, key).entry).toString("utf8");
  const others = [
    text.replace('{"envelope"', '{ "envelope"'),
    text.replace('"v":1', '"v":1.0'),
    text.replace('"v":1', '"v":1,"v":1'),
    text.replace('"public"', '"\\u0070ublic"'),
    `\ufeff${text}`,
    text.replace(/\}$/, ',"z":1}'),
    JSON.stringify({ signature: JSON.parse(text).signature, envelope: JSON.parse(text).envelope }),
  ];
  for (const other of others) {
    assert.notEqual(other, text);
    assert.throws(() => readEntry(Buffer.from(other)), refusal("bad-form"), other);
  }
});

test("an envelope has its members and no others, each in its form", () => {
  const wrong: JsonObject[] = [
    { v: 2 },
    { kind: "Story.told/1" },
    { kind: "story/1" },
    { kind: "story.told/0" },
    { kind: "story.told/10000" },
    { kind: `${"a".repeat(40)}.${"b".repeat(40)}/1` },
    { subject: SUBJECT.toUpperCase() },
    { subject: "" },
    { at: "2026-11-24" },
    { at: at.toUpperCase() },
    { author: key.name.slice(1) },
    { author: `${key.name.slice(1)}+` },
    { audience: "private" },
    { body: null },
    { import: "1" },
    { more: true },
  ];
  for (const change of wrong)
    assert.throws(
      () => readEntry(signedEntry(envelopeOf(change))),
      refusal("bad-form"),
      JSON.stringify(change),
    );
  assert.ok(readEntry(signedEntry(envelopeOf())));
});

test("a body has a salt of 16 bytes, says an object, and is canonical", () => {
  const salt = "AAAAAAAAAAAAAAAAAAAAAA";
  assert.deepEqual(read(`{"salt":"${salt}","say":{}}`), {});
  const wrong = [
    `{"say":{}}`,
    `{"salt":"short","say":{}}`,
    `{"salt":"${salt}","say":[]}`,
    `{"salt":"${salt}","say":null}`,
    `{"salt":"${salt}","say":{},"more":1}`,
    `{"say":{},"salt":"${salt}"}`,
    `{"salt":"${salt}","say":{"n":1.0}}`,
    `{"salt":"${salt}","say":{"n":-0}}`,
    `{"salt":"${salt}","say":{"t":"\\ud800"}}`,
    `{"salt":"${salt}","say":{"n":${"[".repeat(65)}${"]".repeat(65)}}}`,
  ];
  for (const text of wrong) assert.throws(() => read(text), refusal("bad-body"), text);
});

test("sizes are bounded before anything is parsed", () => {
  assert.throws(() => readEntry(new Uint8Array(MAX_ENTRY + 1)), refusal("too-large"));
  assert.throws(() => readEntry(new Uint8Array(MAX_ENTRY)), refusal("bad-form"));
  const largest = Buffer.alloc(MAX_BODY + 1, 32);
  assert.throws(() => readDocument(largest, sha256(largest)), refusal("too-large"));
  const allowed = largest.subarray(1);
  assert.throws(() => readDocument(allowed, sha256(allowed)), refusal("bad-body"));
});

test("law: everybody reads the same records in the same order, whatever order they arrived in", () => {
  const time = fc.integer({ min: 0, max: 3 }).map((n) => formatTime(n, 0)); // few, so that ids must decide
  const some = fc.uniqueArray(fc.record({ at: time, id: fc.stringMatching(/^[0-9a-f]{4}$/) }), {
    selector: (r) => r.id,
  });
  const both = some.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  );
  fc.assert(
    fc.property(both, ([one, other]) => {
      assert.deepEqual(one.toSorted(byReadingOrder), other.toSorted(byReadingOrder));
    }),
  );
});

test("a draft's audience is kept", () => {
  const { envelope } = signRecord({ ...draft, audience: "upstream" }, key);
  assert.equal(envelope.audience, "upstream" satisfies Envelope["audience"]);
});

function nextDigit(digit: string): string {
  const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  return ALPHABET[ALPHABET.indexOf(digit) + 1]!;
}

import assert from "node:assert/strict";
import { createPrivateKey, generateKeyPairSync, sign } from "node:crypto";
import { test } from "node:test";
import * as fc from "fast-check";
import { MAX_NOTE_SIZE, MAX_SIGNATURES, openNote, signNote } from "./note.ts";
import { formatVkey } from "./vkey.ts";

// The example of golang.org/x/mod/sumdb/note: its private key's seed, its public line, its signed text.
const SEED = Buffer.from("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz", "base64").subarray(1);
const PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const PETERS_TEXT =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const PETERS_NOTE = `${PETERS_TEXT}
— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`;
const PKCS8_PREFIX = Buffer.from("302e020100300506032b657004220420", "hex");
const petersKey = createPrivateKey({
  key: Buffer.concat([PKCS8_PREFIX, SEED]),
  format: "der",
  type: "pkcs8",
});

const { privateKey } = generateKeyPairSync("ed25519");
const OURS = formatVkey("example.org/log", privateKey);
const other = generateKeyPairSync("ed25519").privateKey;
const bytes = (text: string) => new TextEncoder().encode(text);
const signatureOf = (note: string) => note.slice(note.lastIndexOf("\n\n") + 2);

test("TL8 Go's example: the same key gives the same note, byte for byte, and it opens", () => {
  assert.equal(signNote(PETERS_TEXT, "PeterNeumann", petersKey), PETERS_NOTE);
  const { text, signers } = openNote(bytes(PETERS_NOTE), [OURS, PETER]);
  assert.equal(text, PETERS_TEXT);
  assert.deepEqual(
    signers.map(({ name }) => name),
    ["PeterNeumann"],
  );
});

const anyText = fc
  .string({ unit: "binary", maxLength: 200 })
  .map((text) => `${text.replaceAll(/[\u0000-\u0009\u000b-\u001f]/g, "\n")}\n`); // oxlint-disable-line no-control-regex

test("law: whatever is signed opens to the same text, blank lines and all", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      assert.equal(
        openNote(bytes(signNote(text, "example.org/log", privateKey)), [OURS]).text,
        text,
      );
    }),
  );
});

test("law: no byte of a note can change and the note still open to another text", () => {
  const note = bytes(signNote("one\n\ntwo\n", "example.org/log", privateKey));
  fc.assert(
    fc.property(fc.nat(note.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const changed = note.with(at, note[at]! ^ change);
      assert.throws(() => openNote(changed, [OURS]), { name: "TlogError" });
    }),
    { numRuns: 500 },
  );
});

test("TL6 a note opens only by a known key whose signature holds", () => {
  const note = signNote("text\n", "example.org/log", privateKey);
  const stranger = signatureOf(signNote("text\n", "stranger.example", other));
  const namesake = signatureOf(signNote("text\n", "example.org/log", other));
  const opened = openNote(bytes(note + stranger + namesake), [OURS]);
  assert.equal(opened.signers.length, 1);
  assert.throws(() => openNote(bytes(`text\n\n${stranger}`), [OURS]), {
    code: "no-known-signature",
  });
  assert.throws(() => openNote(bytes(`text\n\n${namesake}`), [OURS]), {
    code: "no-known-signature",
  });
  assert.throws(() => openNote(bytes(note), []), { code: "no-known-signature" });
  assert.throws(() => openNote(bytes(note), ["nonsense"]), { code: "bad-vkey" });
});

test("TL6 one wrong signature by a known key refuses the note, whoever else signed", () => {
  const note = signNote("text\n", "example.org/log", privateKey);
  const strangerKey = formatVkey("stranger.example", other);
  const wrong = signatureOf(signNote("another text\n", "stranger.example", other));
  assert.equal(openNote(bytes(note + wrong), [OURS]).signers.length, 1);
  assert.throws(() => openNote(bytes(note + wrong), [OURS, strangerKey]), {
    code: "bad-signature",
  });
  const right = signatureOf(signNote("text\n", "stranger.example", other));
  assert.throws(() => openNote(bytes(note + right + wrong), [OURS, strangerKey]), {
    code: "bad-signature",
  });
  assert.equal(openNote(bytes(note + right + right), [OURS, strangerKey]).signers.length, 2);
});

test("TL6 a signature by a known key that is cut or longer does not hold", () => {
  const id = Buffer.from(OURS.split("+")[1]!, "hex");
  const whole = sign(null, bytes("text\n"), privateKey);
  for (const signature of [
    whole.subarray(0, 63),
    Buffer.concat([whole, Buffer.alloc(1)]),
    Buffer.alloc(64),
  ]) {
    const line = `— example.org/log ${Buffer.concat([id, signature]).toString("base64")}\n`;
    assert.throws(() => openNote(bytes(`text\n\n${line}`), [OURS]), { code: "bad-signature" });
  }
});

test("TL7 a note in any other shape is refused", () => {
  const note = signNote("text\n", "example.org/log", privateKey);
  const [, name, signature] = signatureOf(note).trimEnd().split(" ") as [string, string, string];
  const shapes: Record<string, string> = {
    empty: "",
    "no newline at the end": note.slice(0, -1),
    "no signature": "text\n\n",
    "no blank line": note.replace("\n\n", "\n"),
    "no text": signatureOf(note),
    "a line that is no signature": `${note}stray\n`,
    "a hyphen for the dash": note.replace("—", "-"),
    "a tab": note.replace("text", "te\txt"),
    "a carriage return": note.replaceAll("\n", "\r\n"),
    "a null": note.replace("text", "te\0xt"),
    "two spaces": note.replace(` ${signature}`, `  ${signature}`),
    "a word after it": note.replace(signature, `${signature} more`),
    "no key name": note.replace(`${name} `, ""),
    "a plus in the name": note.replace(name, "example+log"),
    "a no-break space in the name": note.replace(name, "example\u00a0log"),
    "base64 of nothing": note.replace(signature, ""),
    "base64 without padding": note.replace(signature, signature.replaceAll("=", "")),
    "base64 of the web": note.replace(signature, `-_${signature.slice(2)}`),
    "a key id and no signature": note.replace(signature, Buffer.alloc(4).toString("base64")),
    "a blank line after the signature": `${note}\n`,
  };
  for (const [name_, shape] of Object.entries(shapes)) {
    assert.throws(() => openNote(bytes(shape), [OURS]), { code: "bad-note" }, name_);
  }
  assert.throws(() => openNote(Uint8Array.of(0xff, ...bytes(note)), [OURS]), { code: "bad-note" });
  const bom = openNote(bytes(signNote("\ufefftext\n", "example.org/log", privateKey)), [OURS]);
  assert.equal(bom.text, "\ufefftext\n");
});

test("TL7 a note too long to check is refused; one with many signatures opens", () => {
  const note = signNote("text\n", "example.org/log", privateKey);
  const stranger = signatureOf(signNote("text\n", "stranger.example", other));
  assert.equal(
    openNote(bytes(note + stranger.repeat(MAX_SIGNATURES - 1)), [OURS]).signers.length,
    1,
  );
  assert.throws(() => openNote(bytes(note + stranger.repeat(MAX_SIGNATURES)), [OURS]), {
    code: "bad-note",
  });
  const long = signNote(`${"x".repeat(MAX_NOTE_SIZE)}\n`, "example.org/log", privateKey);
  assert.throws(() => openNote(bytes(long), [OURS]), { code: "bad-note" });
});

test("TL9 what cannot be in a note is not signed", () => {
  for (const text of ["", "no newline", "tab\t\n", "half \ud800\n"]) {
    assert.throws(() => signNote(text, "example.org/log", privateKey), RangeError);
  }
  for (const name of ["", "two words", "a+b", "line\n", "half \ud800", "bell\u0007"]) {
    assert.throws(() => signNote("text\n", name, privateKey), RangeError);
  }
  const { publicKey } = generateKeyPairSync("ed25519");
  assert.throws(() => signNote("text\n", "example.org/log", publicKey), RangeError);
  const { privateKey: ec } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  assert.throws(() => signNote("text\n", "example.org/log", ec), RangeError);
});

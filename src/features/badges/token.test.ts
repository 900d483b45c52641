import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createPublicKey } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { compactVerify, importJWK } from "jose";
import type { BadgeParts, BadgePayload } from "./credential.ts";
import { newKey, signedBadge, type NewKey } from "./signing.ts";
import { identityHash, isOfName, readToken, thumbprintOf, verifyToken } from "./token.ts";

const key = await newKey();
const other = await newKey();
const ID = "QUJDREVGR0hJSktMTU5PUA";
const NAME = "Amina of the hill";
const parts: BadgeParts = {
  base: "https://example.org",
  thumbprint: key.kid,
  id: ID,
  hash: await identityHash(NAME, ID),
  from: Date.UTC(2026, 10, 24, 12) / 1000,
  issuer: "Connect, Not Divide",
  name: "Plans a link over a hill",
  course: "https://example.org/courses/a-link-over-the-hill",
  criteria: "Has read a profile, and shown a drawn one to a teacher.",
};
const token = await signedBadge(parts, key.jwk);
const [head = "", body = "", signature = ""] = token.split(".");
const b64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const jsonIn = (piece: string) =>
  JSON.parse(Buffer.from(piece, "base64url").toString()) as Record<string, unknown>;
const publicOf = ({ n, e }: NewKey) => ({ kty: "RSA", n, e });
const whyNot = (text: string) => {
  const read = readToken(text);
  return read.ok ? "read" : read.why;
};

/** Whether our own check takes it. */
async function ours(text: string, by: NewKey = key): Promise<boolean> {
  const read = readToken(text);
  return read.ok && (await verifyToken(read, by));
}
async function jose(text: string): Promise<boolean> {
  try {
    await compactVerify(text, await importJWK(publicOf(key), "RS256"), { algorithms: ["RS256"] });
    return true;
  } catch {
    return false;
  }
}
/** What PyJWT says of each, in one process: 1 for those that it takes. */
function pyJwt(tokens: readonly string[]): string {
  const program = `
import json, sys, jwt
from jwt.algorithms import RSAAlgorithm
asked = json.load(sys.stdin)
key = RSAAlgorithm.from_jwk(json.dumps(asked["jwk"]))
for token in asked["tokens"]:
    try:
        claims = jwt.decode(token, key, algorithms=["RS256"], options={"require": ["iss", "jti", "nbf", "sub"]})
        print(1 if claims["id"] == claims["jti"] else 0, end="")
    except jwt.exceptions.InvalidTokenError:
        print(0, end="")
`;
  return execFileSync("/usr/bin/python3", ["-c", program], {
    input: JSON.stringify({ jwk: publicOf(key), tokens }),
    encoding: "utf8",
  });
}
/** Another letter at that place, which no two spellings of the same bytes differ in. */
const changed = (at: number) => {
  const letter = token[at] === "A" ? "Q" : "A";
  return token.slice(0, at) + letter + token.slice(at + 1);
};

test("BA2 a badge is taken by ours, jose and PyJWT; with one byte changed anywhere by none", async () => {
  assert.deepEqual([await ours(token), await jose(token), pyJwt([token])], [true, true, "1"]);
  const [inBody, inSignature] = [head.length + 1, head.length + body.length + 2];
  const places = [
    0,
    5,
    head.length - 2,
    inBody,
    inBody + 400,
    inBody + body.length - 3,
    inSignature,
    inSignature + 100,
    token.length - 2,
  ];
  const wrong = places.map(changed);
  assert.equal(new Set([token, ...wrong]).size, places.length + 1);
  assert.equal(pyJwt(wrong), "0".repeat(places.length));
  for (const one of wrong) assert.deepEqual([await ours(one), await jose(one)], [false, false]);
});

test("BA2 a signature can be written in one way alone", async () => {
  const last = token.at(-1)!;
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const twin = token.slice(0, -1) + letters[letters.indexOf(last) + 1]!;
  const bytes = (text: string) => Buffer.from(text.split(".")[2]!, "base64url");
  assert.deepEqual(bytes(twin), bytes(token), "the same bytes in other letters");
  assert.equal(whyNot(twin), "shape");
  assert.equal(whyNot(`${token}=`), "shape");
  assert.equal(await ours(` ${token}\n`), true, "blanks around it come from pasting");
});

test("BA2 OpenSSL checks it with the key that the thumbprint names", async () => {
  const folder = mkdtempSync(join(tmpdir(), "badge-"));
  const pem = createPublicKey({ key: publicOf(key), format: "jwk" }).export({
    type: "spki",
    format: "pem",
  });
  const [keyFile, signedFile, signatureFile] = ["key", "signed", "signature"].map((name) =>
    join(folder, name),
  );
  writeFileSync(keyFile!, pem);
  writeFileSync(signedFile!, `${head}.${body}`);
  writeFileSync(signatureFile!, Buffer.from(signature, "base64url"));
  const check = () =>
    execFileSync(
      "openssl",
      ["dgst", "-sha256", "-verify", keyFile!, "-signature", signatureFile!, signedFile!],
      { encoding: "utf8", stdio: "pipe" },
    );
  assert.match(check(), /Verified OK/);
  writeFileSync(signedFile!, `${head}.${body.slice(0, -1)}`);
  assert.throws(check);
  assert.equal(await thumbprintOf(key), key.kid);
});

test("BA2 what a key other than the one it names would check, checks nothing", async () => {
  const mine = await signedBadge({ ...parts, thumbprint: other.kid }, key.jwk);
  assert.equal(await jose(mine), true, "signed by the first key");
  assert.deepEqual([await ours(mine, key), await ours(mine, other)], [false, false]);
  assert.equal(await ours(token, other), false);
});

test("BA4 a token is refused by what is wrong with it: no token, another way to sign, no key of its issuer, a secret shown, no badge", () => {
  const header = jsonIn(head);
  const payload = jsonIn(body) as unknown as BadgePayload;
  const withHead = (more: object) => `${b64({ ...header, ...more })}.${body}.${signature}`;
  const withBody = (more: object) => `${head}.${b64({ ...payload, ...more })}.${signature}`;
  const { credentialSubject: subject } = payload;
  for (const [why, texts] of Object.entries({
    read: [token, withHead({ typ: undefined })],
    shape: [
      "",
      "a.b",
      "....",
      `${head}.${body}`,
      `${token}.x`,
      `${head}.${b64([])}.${signature}`,
      `${head}.${Buffer.from("{").toString("base64url")}.${signature}`,
      "A".repeat(16_001),
      `${head}.${body}.`,
    ],
    alg: [
      withHead({ alg: "none" }),
      withHead({ alg: "HS256" }),
      withHead({ alg: "PS256" }),
      withHead({ alg: undefined }),
      `${b64({ alg: "none" })}.${body}.`,
    ],
    kid: [
      withHead({ kid: undefined }),
      withHead({ kid: key.kid }),
      withHead({ kid: `https://other.example/badges/keys/${key.kid}` }),
      withHead({ kid: "javascript:alert(1)" }),
      withHead({ kid: `ftp://example.org/badges/keys/${key.kid}` }),
      withHead({ kid: `https://example.org/badges/keys/${key.kid}?` }),
    ],
    private: [
      withHead({ d: "x" }),
      withHead({ jwk: { ...publicOf(key), d: "x" } }),
      withBody({ d: "x" }),
      withBody({ jwk: { d: "x" } }),
    ],
    form: [
      withHead({ jwk: publicOf(key) }),
      withHead({ typ: "vc+jwt" }),
      withHead({ crit: ["x"] }),
      ...[
        "@context",
        "id",
        "type",
        "issuer",
        "validFrom",
        "name",
        "credentialSubject",
        "iss",
        "jti",
        "nbf",
        "sub",
      ].map((name) => withBody({ [name]: undefined })),
      withBody({ iss: "https://other.example" }),
      withBody({ jti: `${payload.jti}x` }),
      withBody({ sub: "urn:x" }),
      withBody({ nbf: payload.nbf + 1 }),
      withBody({ nbf: 1e300 }),
      withBody({
        credentialSubject: {
          ...subject,
          identifier: [{ ...subject.identifier[0], hashed: false, identityHash: NAME }],
        },
      }),
      withBody({ credentialSubject: { ...subject, identifier: [] } }),
      withBody({ credentialSubject: { ...subject, achievement: null } }),
    ],
  }))
    for (const text of texts) assert.equal(whyNot(text), why, text.slice(0, 200));
});

test("BA5 the members that Open Badges 3.0 requires stand in it, and the same is said twice where it is said twice", () => {
  const read = readToken(token);
  assert.ok(read.ok);
  const { header, payload } = read;
  // 8.2.4.1 and 8.2.4.2: what stands in the header and the claims
  assert.deepEqual(header, {
    alg: "RS256",
    typ: "JWT",
    kid: `https://example.org/badges/keys/${key.kid}`,
  });
  assert.deepEqual(
    [payload.iss, payload.jti, payload.nbf, payload.sub],
    [
      payload.issuer.id,
      payload.id,
      Date.parse(payload.validFrom) / 1000,
      payload.credentialSubject.id,
    ],
  );
  // B.1: AchievementCredential, AchievementSubject, Achievement, Criteria, Profile, IdentityObject; each with what it must have
  const { credentialSubject: subject, issuer } = payload;
  const required: readonly (readonly [object, readonly string[]])[] = [
    [payload, ["@context", "id", "type", "name", "issuer", "validFrom", "credentialSubject"]],
    [subject, ["type", "achievement", "identifier"]],
    [subject.achievement, ["id", "type", "criteria", "description", "name"]],
    [subject.achievement.criteria, ["narrative"]],
    [issuer, ["id", "type"]],
    [subject.identifier[0]!, ["type", "hashed", "identityHash", "identityType"]],
  ];
  for (const [one, names] of required)
    for (const name of names) assert.ok(name in one, `${name} in ${Object.keys(one).join(", ")}`);
  assert.deepEqual(payload["@context"], [
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
  ]);
  assert.deepEqual(payload.type, ["VerifiableCredential", "OpenBadgeCredential"]);
  assert.match(payload.validFrom, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
});

test("BA6 a badge holds no name; who types the one on the card finds it, however it is composed, spaced or capitalised", async () => {
  const read = readToken(token);
  assert.ok(read.ok);
  assert.ok(!Buffer.from(body, "base64url").toString().toLowerCase().includes("amina"));
  for (const name of [NAME, "  AMINA   of\tthe hill ", "amina of the hill"])
    assert.equal(await isOfName(read, name), true, name);
  for (const name of ["", "Amina", "Amina of the hill.", ID])
    assert.equal(await isOfName(read, name), false);
  assert.equal(await identityHash("Zoe\u0301", "s"), await identityHash("ZO\u00C9", "s"));
  assert.equal(await identityHash("\uFF21", "s"), await identityHash("a", "s"));
  for (const typed of [
    "N'Golo Al-Test",
    "N\u2019Golo  Al\u2011Test",
    "\u200Fn\u02BCgolo al\u2010test\u200E",
  ])
    assert.equal(await identityHash(typed, "s"), await identityHash("n`golo al-test", "s"), typed);
  assert.notEqual(await identityHash(NAME, "one"), await identityHash(NAME, "two"));
});

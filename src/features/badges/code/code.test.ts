import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { encode } from "uqr";
import { headerText, payloadText, type BadgeParts } from "../credential.ts";
import { readToken } from "../token.ts";
import { codeOf, PREFIX, tokenOf } from "./code.ts";
import { DICTIONARY } from "./dictionary.ts";

const AT = Date.UTC(2026, 10, 24, 12) / 1000;
/** The same each time, and nothing that a dictionary knows. */
const letters = (much: number, seed: string, of = "abcdefghijklmnopqrstuvwxyz  "): string => {
  let text = "";
  for (let i = 0; text.length < much; i++)
    for (const byte of createHash("sha256").update(`${seed} ${i}`).digest())
      text += of[byte % of.length];
  return text.slice(0, much).trim().padEnd(much, "x");
};
const parts = (more: Partial<BadgeParts> = {}): BadgeParts => ({
  base: "https://example.org",
  thumbprint: randomBytes(32).toString("base64url"),
  id: randomBytes(16).toString("base64url"),
  hash: randomBytes(32).toString("hex"),
  from: AT,
  issuer: "Connect, Not Divide",
  name: "Plans a link over a hill",
  course: "https://example.org/courses/a-link-over-the-hill",
  criteria:
    "Has read a profile, reckoned the clearance and the power of a link, and shown a drawn profile and a wired lamp to a teacher.",
  ...more,
});
const b64 = (text: string) => Buffer.from(text).toString("base64url");
const tokenFor = (of: BadgeParts, signature = randomBytes(256)) =>
  `${b64(headerText(of))}.${b64(payloadText(of))}.${signature.toString("base64url")}`;
const versionOf = (code: string) => encode(code, { ecc: "M" }).version;

const BASE = "https://learning.a-rather-long-name.example.org";
const hard = parts({
  base: BASE,
  issuer: letters(40, "campaign"),
  name: letters(60, "name"),
  course: `${BASE}/courses/${letters(24, "slug", "abcdefghijklmnopqrstuvwxyz")}`,
  criteria: letters(200, "criteria"),
});

test("BA3 a name of 60 letters and criteria of 200, all by chance, fit a QR code of version 20-M, and come back byte for byte", (t) => {
  for (const [what, of] of [
    ["own", parts()],
    ["hard", hard],
  ] as const) {
    const token = tokenFor(of);
    const code = codeOf(token);
    assert.ok(code);
    assert.match(code, /^[0-9A-Z $%*+\-./:]+$/);
    assert.equal(tokenOf(code), token);
    assert.equal(tokenOf(` ${code}\n`), token);
    t.diagnostic(
      `${what}: ${token.length} characters, code ${code.length}, version ${versionOf(code)}-M`,
    );
    assert.ok(versionOf(code) <= 20, `${what}: version ${versionOf(code)}, ${code.length}`);
  }
});

test("BA3 words of any script come back; a course of another house stands whole", () => {
  for (const more of [
    { name: "يخطط وصلة فوق التل", criteria: "قرأ مقطعاً، وحسب الخلوص.\nوأراه لمعلّم." },
    { name: "山の向こうへ 🛰️", criteria: '"quoted" \\ and\tmore' },
    { course: "https://other.example/courses/x" },
    { base: "http://localhost:8080", course: "http://localhost:8080/courses/x" },
    { from: 2 ** 32 - 1 },
  ]) {
    const token = tokenFor(parts(more));
    assert.equal(tokenOf(codeOf(token)!), token, JSON.stringify(more));
  }
});

test("BA3 what would not come back gets no code, and what is no code gives no token", () => {
  const of = parts();
  const token = tokenFor(of);
  const [header, , signature] = token.split(".");
  const other = (payload: object) => `${header}.${b64(JSON.stringify(payload))}.${signature}`;
  const payload = JSON.parse(payloadText(of)) as Record<string, unknown>;
  assert.equal(readToken(other({ ...payload, extra: 1 })).ok, true, "it is a badge");
  assert.equal(codeOf(other({ ...payload, extra: 1 })), undefined);
  assert.equal(codeOf(`${header}.${b64(`${payloadText(of)} `)}.${signature}`), undefined);
  assert.equal(codeOf(tokenFor(of, randomBytes(384))), undefined, "a key of another size");
  assert.equal(codeOf(tokenFor(parts({ from: 2 ** 32 }))), undefined);
  assert.equal(codeOf(tokenFor(parts({ id: "short" }))), undefined);
  assert.equal(codeOf(tokenFor(parts({ name: "a\u001Fb" }))), undefined);
  assert.equal(codeOf("a.b.c"), undefined);
  const code = codeOf(token)!;
  for (const wrong of [
    "",
    PREFIX,
    code.slice(1),
    code.slice(0, 400),
    `${code}:::`,
    `${PREFIX}${"0".repeat(4290)}`,
  ])
    assert.notEqual(tokenOf(wrong), token, wrong.slice(0, 20));
  assert.equal(tokenOf(PREFIX + "0".repeat(5000)), undefined);
  assert.equal(tokenOf(code.slice(0, 400)), undefined);
});

test("BA3 the program that the protocol prints reads a code to the same token", () => {
  const [, program] = /```python\n([^]*?)```/.exec(readFileSync("docs/protocol/badge.md", "utf8"))!;
  const folder = mkdtempSync(join(tmpdir(), "code-"));
  writeFileSync(join(folder, "read.py"), program!);
  writeFileSync(join(folder, "dictionary.txt"), DICTIONARY);
  for (const more of [{}, { name: "يخطط وصلة", criteria: '"Quoted" \\ and\na line.' }]) {
    const token = tokenFor(parts(more));
    const files = [join(folder, "read.py"), codeOf(token)!, join(folder, "dictionary.txt")];
    assert.equal(execFileSync("/usr/bin/python3", files, { encoding: "utf8" }).trim(), token);
  }
});

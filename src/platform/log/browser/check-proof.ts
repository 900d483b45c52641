/**
 * Checks a proof file by itself, with nothing but Web Cryptography: these lines run in a reader's browser and under
 * `cnd verify` alike. They are sent as they stand, so they are few. The file's form: docs/protocol/proof.md.
 */
import type { Json, JsonObject } from "../../records/jcs.ts";
import { base64, canonical, hex, isSigned, sha256, toBase64, utf8, type Bytes } from "./bytes.ts";

export interface Proof {
  readonly v: 1;
  readonly envelope: JsonObject & {
    readonly kind: string;
    readonly at: string;
    readonly author: string;
    readonly body: string;
  };
  readonly signature: string;
  /** The salted body; null once it was erased. */
  readonly document: JsonObject | null;
  /** The record that erased it, and when that was said. */
  readonly erased?: { readonly by: string; readonly at: string };
  readonly index: number;
  /** Hashes from the entry up to the root, nearest first. */
  readonly path: readonly string[];
  readonly checkpoint: string;
  readonly vkey: string;
}

export interface Step {
  readonly about: string;
  /** A dash where there is nothing left to check. */
  readonly mark: "✓" | "✗" | "–";
  readonly says: string;
}

/**
 * One step after the other, each by itself, so that it is seen which of them fails.
 * @param expected what the one who asks knows already: which record, which log
 * @throws DOMException NotSupportedError where Ed25519 is unknown
 */
export async function checkProof(
  proof: Proof,
  expected: { readonly id?: string | undefined; readonly vkey?: string | undefined } = {},
): Promise<Step[]> {
  const { envelope, signature, document, erased, index, path, checkpoint, vkey } = proof;
  const signed = utf8(canonical(envelope));
  return [
    await step("Record", async () => {
      const id = hex(await sha256(signed));
      if (expected.id !== undefined) same(id, expected.id);
      return `${id}: ${envelope.kind}`;
    }),
    await step("Author’s signature", async () => {
      const holds = await isSigned(base64(envelope.author), base64(signature), signed);
      demand(holds, `not by ${envelope.author}, or not of this record`);
      return `by ${envelope.author}, dated ${day(envelope.at)}`;
    }),
    document === null && erased
      ? { about: "Text", mark: "–", says: `withdrawn on ${day(erased.at)} by record ${erased.by}` }
      : await step("Text", async () => {
          demand(document, "it is missing, and nothing says that it was withdrawn");
          same(hex(await sha256(utf8(canonical(document)))), envelope.body);
          return `it is the one that was signed: ${envelope.body}`;
        }),
    await step("Place in the log", async () => {
      const [, size = "", root = ""] = checkpoint.split("\n");
      const entry = await sha256(new Uint8Array([0]), utf8(canonical({ envelope, signature })));
      same(toBase64(await rootOver(entry, index, Number(size), path.map(base64))), root);
      return `entry ${index} of 0 to ${Number(size) - 1}`;
    }),
    await step("Log’s signature", async () => {
      if (expected.vkey !== undefined) same(vkey, expected.vkey);
      return `by ${await noteSigner(checkpoint, vkey)}`;
    }),
  ];
}

/** RFC 9162 §2.1.3.2: the root that the hashes beside an entry's way up lead to. */
async function rootOver(entry: Bytes, index: number, size: number, path: Bytes[]): Promise<Bytes> {
  demand(Number.isSafeInteger(size) && index >= 0 && index < size, `no entry ${index} of ${size}`);
  const odd = (n: number) => n % 2 === 1;
  let [hash, place, last] = [entry, index, size - 1];
  const up = (n: number) => Math.floor(n / 2);
  for (const beside of path) {
    demand(last > 0 && beside.length === 32, "a path of another length");
    const isRight = odd(place) || place === last;
    const pair = isRight ? [beside, hash] : [hash, beside];
    hash = await sha256(new Uint8Array([1]), ...pair);
    if (isRight) while (!odd(place) && place > 0) [place, last] = [up(place), up(last)];
    [place, last] = [up(place), up(last)];
  }
  demand(last === 0, "a path that ends below the root");
  return hash;
}

/** C2SP signed-note: the name in the key's line, once its signature under the note holds. */
async function noteSigner(note: string, vkey: string): Promise<string> {
  const [, name = "", id, key = ""] = /^([^+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(vkey) ?? [];
  const typed = base64(key);
  demand(typed.length === 33 && typed[0] === 1, `no Ed25519 key in ${vkey}`);
  const keyId = (bytes: Bytes) => hex(bytes.slice(0, 4));
  demand(keyId(await sha256(utf8(`${name}\n`), typed)) === id, `a key that does not fit ${vkey}`);
  const end = note.lastIndexOf("\n\n") + 1;
  const signature = note
    .slice(end + 1)
    .split("\n")
    .map((line) => line.split(" "))
    .filter(([dash, signer]) => dash === "—" && signer === name)
    .map(([, , text = ""]) => base64(text))
    .find((bytes) => keyId(bytes) === id);
  demand(signature && note.startsWith(`${name}\n`), `no checkpoint of ${name}`);
  const holds = await isSigned(typed.slice(1), signature.slice(4), utf8(note.slice(0, end)));
  demand(holds, `not by ${name}, or not of this checkpoint`);
  return vkey;
}

/** What a body says, as a page shows it and the check compares it. */
export function readable(value: Json, indent = ""): string {
  if (value === null || typeof value !== "object") return String(value).replace(/\r\n?/g, "\n");
  const lines = Object.entries(value).map(([key, inner]) => {
    const nested = inner !== null && typeof inner === "object";
    const rest = readable(inner, `${indent}  `);
    return `${indent}${Array.isArray(value) ? "•" : `${key}:`}${nested ? "\n" : " "}${rest}`;
  });
  return lines.join("\n");
}

async function step(about: string, check: () => Promise<string>): Promise<Step> {
  try {
    return { about, mark: "✓", says: await check() };
  } catch (error) {
    const { name, message } = error as Error;
    if (name === "NotSupportedError") throw error;
    return { about, mark: "✗", says: message };
  }
}

function demand(holds: unknown, otherwise: string): asserts holds {
  if (!holds) throw new Error(otherwise);
}

const same = (got: string, expected: string): void =>
  demand(got === expected, `expected ${expected}, got ${got}`);

/** The UTC day of a record's time. */
const day = (at: string): string =>
  new Date(Number.parseInt(at.slice(0, 12), 16)).toISOString().slice(0, 10);

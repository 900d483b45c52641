/**
 * Checks a proof file by itself, with nothing but Web Cryptography: these lines run in a reader's browser and under
 * `cnd verify` alike. They are sent as they stand, so they are few. The file's form: docs/protocol/proof.md.
 */
import type { Json, JsonObject } from "../../records/jcs.ts";
import type { LogWords } from "../words.ts";
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

/** What the check says, in some language. */
export type ProofWords = LogWords["proof"];

export interface Step {
  readonly about: string;
  /** A dash where there is nothing left to check. */
  readonly mark: "✓" | "✗" | "–";
  readonly says: string;
}

/**
 * One step after the other, each by itself, so that it is seen which of them fails.
 * @param words in which it says what came of them
 * @param expected what the one who asks knows already: which record, which log
 * @throws DOMException NotSupportedError where Ed25519 is unknown
 */
export async function checkProof(
  proof: Proof,
  words: ProofWords,
  expected: { readonly id?: string | undefined; readonly vkey?: string | undefined } = {},
): Promise<Step[]> {
  const same = (got: string, wanted: string): void =>
    demand(got === wanted, filled(words.expected, { expected: wanted, got }));
  const { envelope, signature, document, erased, index, path, checkpoint, vkey } = proof;
  const signed = utf8(canonical(envelope));
  return [
    await step(words.record, async () => {
      const id = hex(await sha256(signed));
      if (expected.id !== undefined) same(id, expected.id);
      return `${id}: ${envelope.kind}`;
    }),
    await step(words.author, async () => {
      const holds = await isSigned(base64(envelope.author), base64(signature), signed);
      const who = envelope.author;
      demand(holds, filled(words.notBy, { who }));
      return filled(words.by, { who, day: day(envelope.at) });
    }),
    document === null && erased
      ? {
          about: words.text,
          mark: "–",
          says: filled(words.withdrawn, { day: day(erased.at), who: erased.by }),
        }
      : await step(words.text, async () => {
          demand(document, words.missing);
          same(hex(await sha256(utf8(canonical(document)))), envelope.body);
          return filled(words.theSigned, { hash: envelope.body });
        }),
    await step(words.place, async () => {
      const [, size = "", root = ""] = checkpoint.split("\n");
      const entry = await sha256(new Uint8Array([0]), utf8(canonical({ envelope, signature })));
      const way = { index, size: Number(size), path: path.map(base64) };
      same(toBase64(await rootOver(entry, way, words)), root);
      return filled(words.entry, { n: index, last: way.size - 1 });
    }),
    await step(words.log, async () => {
      if (expected.vkey !== undefined) same(vkey, expected.vkey);
      return filled(words.signedBy, { who: await noteSigner(checkpoint, vkey, words) });
    }),
  ];
}

/** RFC 9162 §2.1.3.2: the root that the hashes beside an entry's way up lead to. */
async function rootOver(
  entry: Bytes,
  { index, size, path }: { index: number; size: number; path: Bytes[] },
  words: ProofWords,
): Promise<Bytes> {
  const isIn = Number.isSafeInteger(size) && index >= 0 && index < size;
  demand(isIn, filled(words.noEntry, { n: index, size }));
  const odd = (n: number) => n % 2 === 1;
  let [hash, place, last] = [entry, index, size - 1];
  const up = (n: number) => Math.floor(n / 2);
  for (const beside of path) {
    demand(last > 0 && beside.length === 32, words.length);
    const isRight = odd(place) || place === last;
    const pair = isRight ? [beside, hash] : [hash, beside];
    hash = await sha256(new Uint8Array([1]), ...pair);
    if (isRight) while (!odd(place) && place > 0) [place, last] = [up(place), up(last)];
    [place, last] = [up(place), up(last)];
  }
  demand(last === 0, words.below);
  return hash;
}

/** C2SP signed-note: the name in the key's line, once its signature under the note holds. */
async function noteSigner(note: string, vkey: string, words: ProofWords): Promise<string> {
  const [, name = "", id, key = ""] = /^([^+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(vkey) ?? [];
  const typed = base64(key);
  demand(typed.length === 33 && typed[0] === 1, filled(words.noKey, { who: vkey }));
  const keyId = (bytes: Bytes) => hex(bytes.slice(0, 4));
  demand(
    keyId(await sha256(utf8(`${name}\n`), typed)) === id,
    filled(words.keyUnfit, { who: vkey }),
  );
  const end = note.lastIndexOf("\n\n") + 1;
  const signature = note
    .slice(end + 1)
    .split("\n")
    .map((line) => line.split(" "))
    .filter(([dash, signer]) => dash === "—" && signer === name)
    .map(([, , text = ""]) => base64(text))
    .find((bytes) => keyId(bytes) === id);
  demand(signature && note.startsWith(`${name}\n`), filled(words.noCheckpoint, { who: name }));
  const holds = await isSigned(typed.slice(1), signature.slice(4), utf8(note.slice(0, end)));
  demand(holds, filled(words.notLog, { who: name }));
  return vkey;
}

/** What a body says, as a page shows it and the check compares it: without the ids of our notes (`facts`), which say nothing to a reader. */
export function readable(value: Json, indent = ""): string {
  if (value === null || typeof value !== "object") return String(value).replace(/\r\n?/g, "\n");
  const lines = Object.entries(value).flatMap(([key, inner]) => {
    if (key === NOTES) return [];
    const nested = inner !== null && typeof inner === "object";
    const rest = readable(inner, `${indent}  `);
    return `${indent}${Array.isArray(value) ? "•" : `${key}:`}${nested ? "\n" : " "}${rest}`;
  });
  return lines.join("\n");
}

/** Under this name a source lists them. */
export const NOTES = "facts";

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

/** `by {who}` with the parts put in. */
export const filled = (text: string, parts: Record<string, unknown>): string =>
  text.replace(/{(\w+)}/g, (_, name: string) => String(parts[name]));

/** The UTC day of a record's time. */
const day = (at: string): string =>
  new Date(Number.parseInt(at.slice(0, 12), 16)).toISOString().slice(0, 10);

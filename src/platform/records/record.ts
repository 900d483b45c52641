/**
 * Records: the signed, immutable sentences that everything else is derived from.
 *
 * The envelope says who says what kind of thing about which subject, and when; the body lies beside it,
 * salted and named by its hash, so that a body can be forgotten while its envelope stays.
 */
import { hash as hashOf, randomBytes, sign, verify } from "node:crypto";
import { promisify } from "node:util";
import * as v from "valibot";
import { unmarkedIn } from "../words/fallback.ts";
import { isTime } from "./clock.ts";
import { canonicalBytes, type Json, type JsonObject } from "./jcs.ts";
import { publicKeyOf, type Key } from "./keys.ts";

export const MAX_ENTRY = 16_000; // bytes; keeps 256 entries of a tile below 4 MB
export const MAX_BODY = 256_000; // bytes; a long story is 20 kB

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
// The last digit of base64url may hold unused bits; they must be 0, so that everything has one spelling.
export const keyName = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/));
const EnvelopeSchema = v.strictObject({
  v: v.literal(1),
  kind: v.pipe(v.string(), v.regex(/^[a-z]+(\.[a-z]+)+\/[1-9][0-9]{0,3}$/), v.maxLength(80)),
  subject: v.optional(hash),
  at: v.pipe(v.string(), v.check(isTime, "a time")),
  author: keyName,
  audience: v.picklist(["public", "upstream"]),
  body: hash,
  import: v.optional(hash),
});
const EntrySchema = v.strictObject({
  envelope: EnvelopeSchema,
  signature: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{85}[AQgw]$/)),
});
const DocumentSchema = v.strictObject({
  salt: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{21}[AQgw]$/)),
  say: v.custom<JsonObject>((x) => typeof x === "object" && x !== null && !Array.isArray(x)),
});

export type Envelope = Readonly<v.InferOutput<typeof EnvelopeSchema>>;

/** A record as it travels: the canonical bytes of `{envelope, signature}` and of the salted body. */
export interface SignedRecord {
  readonly id: string;
  readonly envelope: Envelope;
  readonly entry: Uint8Array;
  readonly document: Uint8Array;
}

/** A record as folds read it: its body present, its standing decided. */
export interface LogRecord {
  readonly id: string;
  readonly kind: string;
  /** The id of the record that opened the subject; an opening record's own id. */
  readonly subject: string;
  readonly at: string;
  readonly author: string;
  /** Null once erased: that it was said stays known, what it said does not. */
  readonly body: Json;
  /** The hash by which an erasure names the body. */
  readonly bodyHash?: string;
}

export interface Draft {
  readonly kind: string;
  /** Left out by the record that opens a subject. */
  readonly subject?: string | undefined;
  readonly at: string;
  readonly body: JsonObject;
  readonly audience?: Envelope["audience"];
  /** Records of one import show nothing before the record that closes it. */
  readonly import?: string | undefined;
}

export class RecordError extends Error {
  override name = "RecordError";
  readonly code:
    | "bad-form"
    | "bad-signature"
    | "bad-body"
    | "no-body"
    | "bad-subject"
    | "too-large"
    /** What it says about the owner's key does not hold. */
    | "bad-change"
    /** Its author owned the log and owns it no more. */
    | "retired-key";
  constructor(code: RecordError["code"], message: string) {
    super(message);
    this.code = code;
  }
}

export function signRecord(draft: Draft, key: Key): SignedRecord {
  const document = canonicalBytes({
    salt: randomBytes(16).toString("base64url"),
    say: unmarkedIn(draft.body),
  });
  const envelope: Envelope = {
    v: 1,
    kind: draft.kind,
    ...(draft.subject !== undefined && { subject: draft.subject }),
    at: draft.at,
    author: key.name,
    audience: draft.audience ?? "public",
    body: sha256(document),
    ...(draft.import !== undefined && { import: draft.import }),
  };
  const bytes = canonicalBytes(envelope);
  const signature = sign(null, bytes, key.privateKey).toString("base64url");
  return { id: sha256(bytes), envelope, entry: canonicalBytes({ envelope, signature }), document };
}

/**
 * Read and verify an entry that arrived from elsewhere.
 * @throws RecordError when its form, size or signature is wrong; bytes that are not canonical are refused
 */
export function readEntry(entry: Uint8Array): { id: string; envelope: Envelope } {
  const { id, envelope, signed, signature } = parseEntry(entry);
  if (!verify(null, signed, publicKeyOf(envelope.author), signature)) throw notSigned(id);
  return { id, envelope };
}

/**
 * `readEntry`, with the signature checked on another core: `signed` rejects when it is wrong.
 * @throws RecordError at once when the form or size is wrong
 */
export function beginEntry(entry: Uint8Array): {
  id: string;
  envelope: Envelope;
  signed: Promise<void>;
} {
  const { id, envelope, signed, signature } = parseEntry(entry);
  const check = async () => {
    if (!(await verifyAside(null, signed, publicKeyOf(envelope.author), signature)))
      throw notSigned(id);
  };
  return { id, envelope, signed: check() };
}

const verifyAside = promisify(verify);

const notSigned = (id: string): RecordError =>
  new RecordError("bad-signature", `Record ${id} is not signed by its author.`);

function parseEntry(entry: Uint8Array) {
  if (entry.length > MAX_ENTRY)
    throw new RecordError("too-large", `Expected at most ${MAX_ENTRY} bytes, got ${entry.length}.`);
  const { envelope, signature } = parseCanonical(EntrySchema, entry, "bad-form");
  // The entry is canonical and its form is known, so the envelope's canonical bytes stand in it as they came.
  const signed = entry.subarray(BEFORE.length, entry.length - AFTER.length - signature.length);
  return { id: sha256(signed), envelope, signed, signature: Buffer.from(signature, "base64url") };
}

const BEFORE = '{"envelope":';
const AFTER = ',"signature":""}';

/** What a salted body says. @throws RecordError when the bytes do not match the hash or the form */
export function readDocument(document: Uint8Array, expected: string): JsonObject {
  if (document.length > MAX_BODY)
    throw new RecordError(
      "too-large",
      `Expected at most ${MAX_BODY} bytes, got ${document.length}.`,
    );
  if (sha256(document) !== expected)
    throw new RecordError(
      "bad-body",
      `Expected a body with the hash ${expected}, got ${sha256(document)}.`,
    );
  return parseCanonical(DocumentSchema, document, "bad-body").say;
}

/** What a body says, for bytes that were verified when they were stored. */
export function storedSay(document: Uint8Array): JsonObject {
  return (JSON.parse(Buffer.from(document).toString("utf8")) as { say: JsonObject }).say;
}

export function sha256(bytes: Uint8Array | string): string {
  return hashOf("sha256", bytes, "hex");
}

/** The one order in which everybody reads the same records, whatever order they arrived in. */
export function byReadingOrder(
  a: Pick<LogRecord, "at" | "id">,
  b: Pick<LogRecord, "at" | "id">,
): number {
  return a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function parseCanonical<S extends v.GenericSchema>(
  schema: S,
  bytes: Uint8Array,
  code: RecordError["code"],
): v.InferOutput<S> {
  let value: unknown;
  try {
    value = JSON.parse(utf8.decode(bytes));
  } catch {
    throw new RecordError(code, "Expected JSON in UTF-8, got something else.");
  }
  const parsed = v.safeParse(schema, value);
  if (!parsed.success) {
    const issue = parsed.issues[0];
    const at = v.getDotPath(issue) ?? "the value";
    throw new RecordError(
      code,
      `${at}: expected ${issue.expected ?? "another form"}, got ${issue.received}.`,
    );
  }
  let same = false;
  try {
    same = Buffer.compare(canonicalBytes(value), bytes) === 0;
  } catch {
    same = false;
  }
  if (!same) throw new RecordError(code, "Expected canonical JSON (RFC 8785), got other bytes.");
  return parsed.output;
}

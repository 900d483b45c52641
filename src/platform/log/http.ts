/** The log's addresses: what anybody's verifier reads, and the one door through which records come in. */
import type { Db } from "../db/store.ts";
import { publicKeyOf } from "../records/keys.ts";
import { RecordError } from "../records/record.ts";
import { withoutNames } from "../web/hidden-names.ts";
import { formatVkey } from "../../engines/tlog/vkey.ts";
import * as v from "valibot";
import type { Incoming } from "./incoming.ts";
import type { Appended } from "./appending.ts";
import { proofFile, recordProof } from "./proof.ts";
import { bodyBytes, logHead, recordById, subjectsOf, tileBytes } from "./reading.ts";
import { checkScript } from "./script.ts";

const FOREVER = "public, max-age=31536000, immutable";

interface LogAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: Uint8Array | string;
  readonly cache: string;
}

interface Held {
  /** The subjects of which nothing may be read yet. */
  readonly subjects: (db: Db) => Promise<ReadonlySet<string>>;
  /** Names that nobody may read for now, whoever says them. */
  readonly names: (db: Db) => Promise<readonly string[]>;
}

/** Answer a GET below `/log/`; undefined where the log has nothing. */
export async function logAnswer(
  db: Db,
  path: string,
  logKeyName: string,
  held: Held,
): Promise<LogAnswer | undefined> {
  if (path === "vkey" || path === "checkpoint") {
    const head = await logHead(db);
    if (!head) return undefined;
    const body =
      path === "vkey" ? `${formatVkey(head.origin, publicKeyOf(logKeyName))}\n` : head.checkpoint;
    return { status: 200, type: "text/plain; charset=utf-8", body, cache: "no-cache" };
  }
  if (`/log/${path}` === checkScript.path)
    return {
      status: 200,
      type: "text/javascript; charset=utf-8",
      body: checkScript.text,
      cache: FOREVER,
    };
  const id = /^proof\/([0-9a-f]{64})\.json$/.exec(path)?.[1];
  if (id !== undefined) {
    const record = await recordById(db, id);
    if (record && (await held.subjects(db)).has(record.subject)) return NOT_YET;
    const proof = await recordProof(db, id, logKeyName);
    if (!proof) return undefined;
    const file = proofFile(proof);
    if (saysAny(file, await held.names(db))) return NOT_NOW;
    return { status: 200, type: "application/json", body: file, cache: "no-cache" };
  }
  const hash = /^body\/([0-9a-f]{64})$/.exec(path)?.[1];
  if (hash !== undefined) {
    const of = await subjectsOf(db, hash);
    const kept = of.length === 0 ? undefined : await held.subjects(db);
    if (kept && of.every((subject) => kept.has(subject))) return NOT_YET;
    const body = await bodyBytes(db, hash);
    if (body === undefined) return undefined;
    if (body === "erased")
      return {
        status: 410,
        type: "text/plain; charset=utf-8",
        body: "Erased.\n",
        cache: "no-cache",
      };
    if (saysAny(body, await held.names(db))) return NOT_NOW;
    // An erasure must be seen at once, so a body is never kept unasked.
    return { status: 200, type: "application/json", body, cache: "no-cache" };
  }
  const tile = await tileBytes(db, path);
  if (!tile) return undefined;
  return { status: 200, type: "application/octet-stream", body: tile, cache: FOREVER };
}

const NOT_YET: LogAnswer = {
  status: 404,
  type: "text/plain; charset=utf-8",
  body: "Not to be read before its day.\n",
  cache: "no-cache",
};

const NOT_NOW: LogAnswer = { ...NOT_YET, body: "Not to be read for now.\n" };

/** By the rule of pages: what they say without a name is not what was signed, so here all of it waits. */
function saysAny(bytes: Uint8Array, names: readonly string[]): boolean {
  if (names.length === 0) return false;
  const text = Buffer.from(bytes).toString("utf8");
  return withoutNames(text, names) !== text;
}

const Posted = v.strictObject({
  records: v.pipe(
    v.array(v.strictObject({ entry: v.string(), document: v.optional(v.string()) })),
    v.minLength(1),
    v.maxLength(1000),
  ),
});

/**
 * Take what was posted to `/log/records`: JSON `{ records: [{ entry, document }] }`, each the canonical text.
 * The signatures and the grants are the authority; whoever sends it does not matter.
 */
export async function acceptPosted(
  text: string,
  append: (records: readonly Incoming[]) => Promise<Appended>,
): Promise<{ status: number; answer: unknown }> {
  let posted: v.InferOutput<typeof Posted>;
  try {
    posted = v.parse(Posted, JSON.parse(text));
  } catch (error) {
    const message = `Expected {"records":[{"entry","document"}]}: ${(error as Error).message}`;
    return { status: 400, answer: { error: "bad-form", message } };
  }
  try {
    const { results, size } = await append(
      posted.records.map(({ entry, document }) => ({
        entry: Buffer.from(entry),
        ...(document !== undefined && { document: Buffer.from(document) }),
      })),
    );
    return { status: 200, answer: { size, results } };
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    return { status: 422, answer: { error: error.code, message: error.message } };
  }
}

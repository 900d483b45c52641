/**
 * What the head of a signed request claims: read cheaply, before a key is fetched or anything is computed. That the claim
 * is true is found out later (README.md). Two forms: RFC 9421, and the older draft-cavage-http-signatures-12.
 */
import { createHash } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

export interface Claim {
  /** The address of the key, and the host that it would be of. */
  readonly key: string;
  readonly host: string;
}

const WINDOW = 3_600_000; // ms that a clock elsewhere may be wrong, and a letter on its way
const TYPES = ["application/activity+json", "application/ld+json"];

/** The claim, or why nothing is read any further. */
export function claimOf(
  headers: IncomingHttpHeaders,
  now: number,
): Claim | { readonly status: 401 | 415; readonly problem: string } {
  const type = (headers["content-type"] ?? "").split(";")[0]!.trim().toLowerCase();
  if (!TYPES.includes(type)) return { status: 415, problem: `Expected ${TYPES[0]}` };
  const no = (problem: string) => ({ status: 401, problem }) as const;
  const signature = String(headers["signature"] ?? "");
  const input = String(headers["signature-input"] ?? "");
  if (signature === "") return no("Expected an HTTP signature");
  const said = input === "" ? drafted(signature) : standard(input);
  const at = said.key === undefined ? null : URL.parse(said.key);
  if (said.key === undefined || !at)
    return no("Expected a signature that names its key by its address");
  const { protocol, host } = at;
  if (!/^https?:$/.test(protocol)) return no("Expected a key at an address of the web");
  if (!said.covers.includes(input === "" ? "digest" : "content-digest"))
    return no("Expected a signature that covers the digest of the body");
  const dated = said.covers.includes("date") ? Date.parse(headers["date"] ?? "") : undefined;
  const times = [dated, said.created].filter((time) => time !== undefined);
  if (times.length === 0) return no("Expected a signature that covers when it was made");
  if (times.some((time) => !(Math.abs(time - now) <= WINDOW)))
    return no("Expected a signature that was made within the last hour");
  return { key: said.key, host };
}

interface Parameters {
  readonly key: string | undefined;
  readonly covers: readonly string[];
  readonly created: number | undefined;
}

function drafted(signature: string): Parameters {
  const [, key] = /(?:^|[\s,])keyId="([^"]*)"/.exec(signature) ?? [];
  const [, covers = "date"] = /(?:^|[\s,])headers="([^"]*)"/.exec(signature) ?? [];
  const [, created] = /(?:^|[\s,])created="?(\d+)/.exec(signature) ?? [];
  return { key, covers: covers.toLowerCase().split(/\s+/), created: seconds(created) };
}

function standard(input: string): Parameters {
  const [, list = ""] = /=\s*\(([^()]*)\)/.exec(input) ?? [];
  const [, key] = /;\s*keyid="([^"]*)"/.exec(input) ?? [];
  const [, created] = /;\s*created=(\d+)/.exec(input) ?? [];
  const covers = [...list.matchAll(/"([^"]*)"/g)].map(([, name]) => name!);
  return { key, covers, created: seconds(created) };
}

const seconds = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Number(text) * 1000;

/** Whether the body is the one whose digest was signed: each digest of a kind that we know is right, and there is one. */
export function matchesDigest(headers: IncomingHttpHeaders, body: Uint8Array): boolean {
  const said = `${String(headers["digest"] ?? "")},${String(headers["content-digest"] ?? "")}`;
  const found = [...said.matchAll(/\b(sha-(?:256|512))=:?([A-Za-z0-9+/]+={0,2})/gi)];
  return (
    found.length > 0 &&
    found.every(
      ([, kind, digest]) =>
        createHash(kind!.replace("-", "").toLowerCase()).update(body).digest("base64") === digest,
    )
  );
}

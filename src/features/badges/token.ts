/**
 * Reads a badge's token and checks its signature: a compact JWS (RFC 7515) by RS256 whose payload is the credential itself (Open
 * Badges 3.0, section 8.2). Nothing is believed here but the signature: whether its key is known is another question. Pure; runs on
 * pages too, where WebCrypto needs https.
 */
import { fromBase64url, sha256, toBase64url, toHex } from "./bytes.ts";
import { momentOf, type BadgePayload } from "./credential.ts";

const LONGEST = 16_000; // characters; the longest of ours have 5,000
/** No more headers than these are allowed there. */
const HEADERS: readonly string[] = ["alg", "kid", "typ"];
/** As addresses are written, and no longer than one is: of a badge that nobody knows it is shown. */
const KEY = /^(https?:\/\/[!-~]{1,300})\/badges\/keys\/([\w-]{43})$/;

export interface BadgeHeader {
  readonly alg: "RS256";
  readonly typ?: "JWT";
  /** The address of its key, of the instance that it names as issuer. */
  readonly kid: string;
}
/** `shape`: no token at all · `alg`: signed in another way, or not · `kid`: no key of its issuer · `private`: half of a key that nobody may show · `form`: no badge */
export type Unread = "shape" | "alg" | "kid" | "private" | "form";
export interface BadgeToken {
  readonly ok: true;
  readonly header: BadgeHeader;
  readonly payload: BadgePayload;
  readonly signedPart: string;
  readonly signature: Uint8Array<ArrayBuffer>;
}
export type ReadToken = BadgeToken | { readonly ok: false; readonly why: Unread };
/** Of a JWK, what a signature by RS256 is checked with. */
export interface PublicKey {
  readonly n: string;
  readonly e: string;
}

export function readToken(text: string): ReadToken {
  const token = text.trim();
  const no = (why: Unread) => ({ ok: false, why }) as const;
  if (token.length > LONGEST) return no("shape");
  const pieces = token.split(".");
  const [head, body] = pieces.slice(0, 2).map(jsonOf);
  if (pieces.length !== 3 || !isRecord(head) || !isRecord(body)) return no("shape");
  if (hasPrivate(head) || hasPrivate(body)) return no("private");
  if (head["alg"] !== "RS256") return no("alg");
  const signature = fromBase64url(pieces[2]!);
  if (!signature) return no("shape");
  const { kid, typ = "JWT" } = head;
  if (typeof kid !== "string" || !KEY.test(kid)) return no("kid");
  if (typ !== "JWT" || !Object.keys(head).every((name) => HEADERS.includes(name)))
    return no("form");
  if (!isBadge(body)) return no("form");
  if (KEY.exec(kid)![1] !== body.iss) return no("kid");
  return {
    ok: true,
    header: head as unknown as BadgeHeader,
    payload: body,
    signedPart: `${pieces[0]}.${pieces[1]}`,
    signature,
  };
}

/** The last part of its key's address: the key's thumbprint. */
export const thumbprintIn = ({ header }: BadgeToken): string => KEY.exec(header.kid)![2]!;

/** By the key that it names: another one checks nothing, whoever hands it over. */
export async function verifyToken(read: BadgeToken, { n, e }: PublicKey): Promise<boolean> {
  if ((await thumbprintOf({ n, e })) !== thumbprintIn(read)) return false;
  const algorithm = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
  const jwk = { kty: "RSA", n, e };
  const key = await crypto.subtle.importKey("jwk", jwk, algorithm, false, ["verify"]);
  const signed = new TextEncoder().encode(read.signedPart);
  return crypto.subtle.verify(algorithm, key, read.signature, signed);
}

/** RFC 7638. */
export const thumbprintOf = async ({ n, e }: PublicKey): Promise<string> =>
  toBase64url(await sha256(JSON.stringify({ e, kty: "RSA", n })));

/** Of a name on a card, as any keyboard types it. @returns hex */
export const identityHash = async (name: string, salt: string): Promise<string> =>
  toHex(await sha256(plainName(name) + salt));

/**
 * However its letters are composed, its blanks set, its capitals written: phones put curved apostrophes and other dashes in
 * place of those that were typed, and copied text carries signs for direction that nobody sees.
 */
const plainName = (name: string): string =>
  name
    .replaceAll(/[`\u00B4\u02B9\u02BB\u02BC\u2018\u2019\u201B\u2032]/g, "'")
    .normalize("NFKC")
    .replaceAll(/\p{Cf}/gu, "")
    .replaceAll(/\p{Pd}/gu, "-")
    .trim()
    .replaceAll(/\s+/g, " ")
    .toLowerCase();

/** Whether the badge was given to somebody with this name. */
export async function isOfName({ payload }: BadgeToken, name: string): Promise<boolean> {
  const [identity] = payload.credentialSubject.identifier;
  return identity!.identityHash === `sha256$${await identityHash(name, identity!.salt)}`;
}

function jsonOf(piece: string): unknown {
  const bytes = fromBase64url(piece);
  if (!bytes) return undefined;
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

type Fields = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const fieldsOf = (value: unknown): Fields => (isRecord(value) ? value : {});
const isText = (...values: readonly unknown[]): boolean =>
  values.every((value) => typeof value === "string" && value !== "");
const has = (value: unknown, item: string): boolean =>
  value === item || (Array.isArray(value) && value.includes(item));

/** The secret half of a JWK, where somebody put it in by mistake. */
const hasPrivate = (one: Fields): boolean => "d" in one || "d" in fieldsOf(one["jwk"]);

/** What the specification requires, and the same said twice where it is said twice. */
function isBadge(body: Fields): body is BadgePayload & Fields {
  const { issuer, credentialSubject: subject, validFrom, nbf } = body;
  const holder = fieldsOf(subject);
  return (
    has(body["@context"], "https://www.w3.org/ns/credentials/v2") &&
    has(body["type"], "VerifiableCredential") &&
    (has(body["type"], "OpenBadgeCredential") || has(body["type"], "AchievementCredential")) &&
    isText(body["id"], body["name"], fieldsOf(issuer)["id"], fieldsOf(issuer)["name"]) &&
    has(fieldsOf(issuer)["type"], "Profile") &&
    body["iss"] === fieldsOf(issuer)["id"] &&
    body["jti"] === body["id"] &&
    body["sub"] === holder["id"] &&
    Number.isSafeInteger(nbf) &&
    Math.abs(nbf as number) < 1e11 &&
    validFrom === momentOf(nbf as number) &&
    has(holder["type"], "AchievementSubject") &&
    isNamed(holder["identifier"]) &&
    isAchievement(fieldsOf(holder["achievement"]))
  );
}

function isNamed(identifier: unknown): boolean {
  if (!Array.isArray(identifier) || identifier.length !== 1) return false;
  const [one] = identifier.map(fieldsOf);
  return (
    one!["type"] === "IdentityObject" &&
    one!["identityType"] === "name" &&
    one!["hashed"] === true &&
    typeof one!["identityHash"] === "string" &&
    /^sha256\$[0-9a-f]{64}$/.test(one!["identityHash"]) &&
    isText(one!["salt"])
  );
}

const isAchievement = (one: Fields): boolean =>
  has(one["type"], "Achievement") &&
  isText(one["id"], one["name"], one["description"], fieldsOf(one["criteria"])["narrative"]);

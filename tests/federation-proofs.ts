/**
 * Whether what a server sent was signed by keys that its actor lists, looked at as a stranger does who knows nothing of how
 * it was made: FEP-8b32 (eddsa-jcs-2022), RsaSignature2017 and draft-cavage-http-signatures-12.
 */
import { verifySignature } from "@fedify/fedify";
import { getDocumentLoader } from "@fedify/fedify/runtime";
import assert from "node:assert/strict";
import { createHash, createPublicKey, verify } from "node:crypto";
import { canonical } from "../src/platform/records/jcs.ts";
import type { Json } from "./federation-house.ts";
import type { Signed } from "./federation-peer.ts";

/** @param actor as it was fetched */
export async function proofHolds(activity: Json, actor: Json, of: string): Promise<void> {
  const { proof, signature: _, ...said } = activity; // the signature was made after the proof, and over it
  const { proofValue, ...config } = proof;
  assert.equal(config.cryptosuite, "eddsa-jcs-2022", of);
  assert.equal(config.proofPurpose, "assertionMethod", of);
  const methods = [actor.assertionMethod ?? []].flat();
  const method = methods.find(({ id }) => id === config.verificationMethod);
  assert.ok(
    method,
    `${of}: ${config.verificationMethod} is not among ${methods.map(({ id }) => id).join(", ")}`,
  );
  assert.equal(method.controller, activity.actor, of);
  const key = decode58(method.publicKeyMultibase);
  assert.equal(key.subarray(0, 2).toString("hex"), "ed01", of);
  const jwk = { kty: "OKP", crv: "Ed25519", x: key.subarray(2).toString("base64url") };
  const hashed = Buffer.concat([hash({ "@context": said["@context"], ...config }), hash(said)]);
  const isSigned = verify(
    null,
    hashed,
    createPublicKey({ key: jwk, format: "jwk" }),
    decode58(proofValue),
  );
  assert.ok(isSigned, `${of}: the proof does not hold`);
}

const hash = (value: Json): Buffer => createHash("sha256").update(canonical(value)).digest();

/** Of the document, for those who pass it on. */
export async function signatureHolds(
  activity: Json,
  { publicKey }: Json,
  of: string,
): Promise<void> {
  assert.equal(activity.signature.creator, publicKey.id, of);
  const documentLoader = getDocumentLoader({ allowPrivateAddress: true });
  const key = await verifySignature(activity, { documentLoader });
  assert.equal(key?.id?.href, publicKey.id, `${of}: the signature does not hold`);
}

export async function requestIsSigned(
  { target, headers, body }: Signed,
  { publicKey }: Json,
  of: string,
) {
  const parts = Object.fromEntries(
    [...headers["signature"]!.matchAll(/([a-zA-Z]+)="([^"]*)"/g)].map(([, name, value]) => [
      name,
      value,
    ]),
  ) as Record<string, string>;
  assert.equal(parts["keyId"], publicKey.id, of);
  const names = parts["headers"]!.split(" ");
  for (const needed of ["(request-target)", "host", "date", "digest"])
    assert.ok(names.includes(needed), of);
  const lines = names.map(
    (name) => `${name}: ${name === "(request-target)" ? `post ${target}` : headers[name]}`,
  );
  const isSigned = verify(
    "sha256",
    Buffer.from(lines.join("\n")),
    publicKey.publicKeyPem,
    Buffer.from(parts["signature"]!, "base64"),
  );
  assert.ok(isSigned, `${of}: the request is not signed by its actor`);
  const digest = createHash("sha256").update(body).digest("base64");
  assert.ok(headers["digest"]?.includes(digest), `${of}: another body was signed`);
}

const ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
/** Multibase, base58-btc. */
function decode58(text: string): Buffer {
  assert.equal(text[0], "z");
  let n = 0n;
  for (const c of text.slice(1)) n = n * 58n + BigInt(ALPHABET.indexOf(c));
  const zeros = /^z(1*)/.exec(text)![1]!.length; // each stands for a byte at the beginning
  const hex = n.toString(16);
  const bytes = Buffer.from(hex.length % 2 ? `0${hex}` : hex, "hex");
  return Buffer.concat([Buffer.alloc(zeros), bytes]);
}

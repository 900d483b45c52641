/** Makes keys and signs badges with them: RS256, which section 8.2 of Open Badges 3.0 asks of everybody (decision 0055). */
import { CompactSign, exportJWK, generateKeyPair, importJWK, type JWK } from "jose";
import { headerText, keyAddress, payloadText, type BadgeParts } from "./credential.ts";
import { thumbprintOf } from "./token.ts";

export interface NewKey {
  /** Its thumbprint (RFC 7638). */
  readonly kid: string;
  readonly n: string;
  readonly e: string;
  /** The private half as a JWK, in JSON. */
  readonly jwk: string;
}

export async function newKey(): Promise<NewKey> {
  const options = { modulusLength: 2048, extractable: true };
  const { privateKey } = await generateKeyPair("RS256", options);
  const jwk = await exportJWK(privateKey);
  const half = { n: jwk.n!, e: jwk.e! };
  return { kid: await thumbprintOf(half), ...half, jwk: JSON.stringify(jwk) };
}

/** @param jwk the private half, in JSON, of the key whose thumbprint the parts name */
export async function signedBadge(parts: BadgeParts, jwk: string): Promise<string> {
  const header = { alg: "RS256", typ: "JWT", kid: keyAddress(parts.base, parts.thumbprint) };
  const key = await importJWK(JSON.parse(jwk) as JWK, "RS256");
  const signer = new CompactSign(new TextEncoder().encode(payloadText(parts)));
  const token = await signer.setProtectedHeader(header).sign(key);
  const [head = ""] = token.split(".");
  if (Buffer.from(head, "base64url").toString() !== headerText(parts))
    throw new Error("The header of a badge is not as its code would write it.");
  return token;
}

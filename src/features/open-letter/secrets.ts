/** What ties a signature to a mail address: worked out from the instance's key for secrets, so that whoever reads the tables alone learns nothing. */
import { createHash, createHmac } from "node:crypto";
import { hashOf } from "../../platform/private/submissions.ts";
import { keyToPem, type Key } from "../../platform/records/keys.ts";

/** The secret in the mail of a signature; the same for the same one, so that it can be mailed again. */
export const secretOf = (key: Key, id: string): string =>
  keyed(key, `letter secret ${id}`).subarray(0, 16).toString("base64url");

/** Of a mail address: `Ana+letters@Example.org` is the same person as `ana@example.org`. */
export function addressHash(key: Key, address: string): string {
  const [local = "", host = ""] = address.toLowerCase().split("@");
  return keyed(key, `letter address ${withoutTag(local)}@${host}`).toString("hex");
}

/** What stands in the table of whoever has this address; nothing where it is none. */
export const hashesOf = (key: Key, typed: string): string[] =>
  typed.includes("@") ? [addressHash(key, typed)] : [];

/** What stands behind a plus is the same person's own mark. */
function withoutTag(local: string): string {
  const plus = local.indexOf("+", 1);
  return plus < 0 ? local : local.slice(0, plus);
}

/** Of the id that was made with a form, so that what is sent twice is one. */
export const signatureId = (form: string): string => hashOf(form).slice(0, 32);

/** Of a form without a mail address: none that was sent with one, whose link only its mail may say. */
export const handId = (form: string): string => hashOf(`by hand ${form}`).slice(0, 32);

/** Of one line of a paper: the same line typed twice is one signature. */
export const paperId = (line: readonly (string | undefined)[]): string =>
  createHash("sha256").update(JSON.stringify(line)).digest("hex").slice(0, 32);

const keyed = (key: Key, text: string): Buffer =>
  createHmac("sha256", keyToPem(key)).update(text).digest();

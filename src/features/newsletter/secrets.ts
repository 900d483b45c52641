/** The secrets in the links of mails. Only their hashes are kept. */
import { createHash, createHmac, randomBytes } from "node:crypto";
import { keyToPem, type Key } from "../../platform/records/keys.ts";

export const newId = (): string => randomBytes(16).toString("hex");
export const newToken = (): string => randomBytes(16).toString("base64url");
export const isToken = (text: string): boolean => /^[A-Za-z0-9_-]{22}$/.test(text);
export const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");

/**
 * The token by which a subscriber stops. It stands in every mail, so it is worked out anew from the instance's key for secrets: who
 * reads the tables alone cannot stop anybody.
 */
export const stopToken = (key: Key, subscriber: string): string =>
  createHmac("sha256", keyToPem(key))
    .update(`stop updates ${subscriber}`)
    .digest()
    .subarray(0, 16)
    .toString("base64url");

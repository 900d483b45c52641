/** What has to be read again, and by nobody who sees the database alone: AES-256-GCM, bound to what it is about. */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const [NONCE, TAG] = [12, 16]; // bytes

interface Seal {
  /** @param about what it belongs to: nothing else opens it, so no sealed thing can be put in another's place */
  shut(text: string, about: string): string;
  /** @returns undefined where it was not shut here, or not about this */
  open(sealed: string, about: string): string | undefined;
}

/** @param key 32 bytes */
export function openSeal(key: Buffer): Seal {
  return {
    shut(text, about) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(about));
      const hidden = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([nonce, hidden, cipher.getAuthTag()]).toString("base64url");
    },
    open(sealed, about) {
      const bytes = Buffer.from(sealed, "base64url");
      if (bytes.length <= NONCE + TAG) return undefined;
      const cipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, NONCE), {
        authTagLength: TAG,
      })
        .setAAD(Buffer.from(about))
        .setAuthTag(bytes.subarray(-TAG));
      try {
        const text = cipher.update(bytes.subarray(NONCE, -TAG), undefined, "utf8");
        return text + cipher.final("utf8");
      } catch {
        return undefined; // another key, another matter, or altered
      }
    },
  };
}

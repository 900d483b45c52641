/** Ids that a form carries: what it makes is made once, however often it is sent. */
import { randomBytes } from "node:crypto";

/** 22 characters, the first of them no dash. */
export function newToken(): string {
  for (;;) {
    const token = randomBytes(16).toString("base64url");
    if (/^[A-Za-z0-9]/.test(token)) return token;
  }
}
export const isToken = (text: string): boolean => /^[A-Za-z0-9_-]{22}$/.test(text);

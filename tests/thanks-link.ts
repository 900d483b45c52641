/** The link in a mail that came for somebody. */
import type { PostOffice } from "./post-office.ts";

/** @param begins the path before its secret @returns the path */
export async function linkIn(post: PostOffice, to: string, begins: string): Promise<string> {
  for (let i = 0; i < 250; i += 1) {
    for (const letter of post.letters) {
      const plain = letter.replace(/=\n/g, "").replaceAll("=3D", "=");
      const at = plain.includes(to) ? plain.indexOf(begins) : -1;
      if (at >= 0) return /^\S+/.exec(plain.slice(at))![0];
    }
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error(`No mail for ${to} led to ${begins}.`);
}

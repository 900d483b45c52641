/** Badges for tests: signed by a key of their own, with names, courses and days of the tests alone. */
import sharp from "sharp";
import { encode } from "uqr";
import { toHex, sha256 } from "../bytes.ts";
import type { BadgeParts } from "../credential.ts";
import { newKey, signedBadge, type NewKey } from "../signing.ts";
import { identityHash } from "../token.ts";
import type { Known } from "./judge.ts";

export const BASE = "https://school.example";
export const NAME = "Amina Test-Name";
export const DAY = Date.UTC(2026, 10, 29, 12);

export interface Signed {
  readonly token: string;
  readonly jti: string;
  readonly key: NewKey;
}

let kept: NewKey | undefined;
/** Of one process; to make one takes a while. */
export const testKey = async (): Promise<NewKey> => (kept ??= await newKey());

export async function badge(
  more: Partial<BadgeParts & { readonly to: string; readonly key: NewKey }> = {},
): Promise<Signed> {
  const { to = NAME, key = await testKey(), ...own } = more;
  const id =
    own.id ?? Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64url");
  const parts: BadgeParts = {
    base: BASE,
    thumbprint: key.kid,
    id,
    hash: await identityHash(to, id),
    from: DAY / 1000 - 3600,
    issuer: "Test School",
    name: "A link over the hill",
    course: `${BASE}/courses/a-link-over-the-hill`,
    criteria: "Every lesson done, eight of ten answers right.",
    ...own,
  };
  return { token: await signedBadge(parts, key.jwk), jti: `${parts.base}/badges/${id}`, key };
}

export const knownOf = async (...withdrawn: readonly Signed[]): Promise<Known> => {
  const { kid, n, e } = await testKey();
  const hashes = withdrawn.map(async ({ jti }) => toHex(await sha256(jti)));
  return {
    keys: [{ kid, n, e, since: "2026-11-01" }],
    withdrawn: await Promise.all(hashes),
    asked: "2026-11-28",
  };
};

/** The code of a text as a picture. @param scale pixels to a module */
export async function pictureOf(
  text: string,
  format: "png" | "jpeg" = "png",
  scale = 6,
): Promise<Buffer> {
  const { data, size } = encode(text, { ecc: "M", border: 4 });
  const side = size * scale;
  const grey = Buffer.alloc(side * side, 255);
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1)
      if (data[Math.floor(y / scale)]![Math.floor(x / scale)]) grey[y * side + x] = 0;
  const picture = sharp(grey, { raw: { width: side, height: side, channels: 1 } });
  return picture.toFormat(format).toBuffer();
}

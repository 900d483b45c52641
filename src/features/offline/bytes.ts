/** A stored file as a whole: for pictures, which are small. */
import type { PageRequest } from "../../platform/web/route.ts";

export async function bytesOf(
  readMedia: PageRequest["readMedia"],
  media: string,
): Promise<Buffer | undefined> {
  const stored = await readMedia(media);
  if (!stored) return undefined;
  const parts: Uint8Array[] = [];
  for await (const part of stored) parts.push(part);
  return Buffer.concat(parts);
}

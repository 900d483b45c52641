/** What stood above a post: its picture, and the words below that. */
import { quoted, type Notes } from "./shortcodes.ts";
import type { SiteFile } from "./site.ts";
import { toWords } from "./to-markdown.ts";

/** A page has no cover: it begins with it. What stood below a cover is the first paragraph. @returns HTML */
export function withCover(
  text: string,
  { cover, isPage }: { readonly cover: SiteFile | undefined; readonly isPage: boolean },
  notes: Notes,
): string {
  if (!cover) return text;
  const { url, alt, caption } = cover;
  const hasWords = toWords(caption) !== "";
  if (hasWords) notes.add("the words below its cover are its first paragraph");
  const words = hasWords ? `<figure><figcaption>${caption}</figcaption></figure>` : "";
  const picture = isPage ? `<p><img src="${quoted(url)}" alt="${quoted(alt)}"></p>` : "";
  return picture + words + text;
}

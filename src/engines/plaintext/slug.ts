/** An address from words: what is left of them in a-z. Empty where nothing is, as of a name in Arabic. @param most characters */
export function slugFrom(words: string, most: number): string {
  const plain = words.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return plain
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replace(/^-/, "")
    .slice(0, most)
    .replace(/-$/, "");
}

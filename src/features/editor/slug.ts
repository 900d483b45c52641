/** An address from a title. */

/** `The mast of Kgalagadi` as `the-mast-of-kgalagadi`; a title without Latin letters gets one from its day. */
export function slugOf(title: string, day: string): string {
  const plain = title
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 70)
    .replaceAll(/^-|-$/g, "");
  return plain === "" ? `story-${day}` : plain;
}

export const isSlug = (text: string): boolean => /^[a-z0-9][a-z0-9-]{0,79}$/.test(text);

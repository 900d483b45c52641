/** The short name by which a thing stands at its address, made from what it is called. */

/** `The mast of Kgalagadi` as `the-mast-of-kgalagadi`; empty where nothing in it is a Latin letter or a digit. */
export const shortName = (words: string): string =>
  words
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 70)
    .replaceAll(/^-|-$/g, ""); // one at most on each side: what is no letter became one dash

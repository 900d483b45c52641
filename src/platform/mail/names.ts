/**
 * People's names in mails of ours. Mail programs make a link of whatever reads like an address, so a name such as
 * `bank.example/login` would be a link in a letter that we sent.
 */

// Also the dots of other scripts and of wide letters; "Ana M. Cruz" and "J. R. R." are names.
const ADDRESS =
  /:\/\/|www\.|\S@\S|[\p{L}\p{N}\p{M}][.\u2024\u3002\uFF0E\uFF61]\p{L}[\p{L}\p{M}]|\d\.\d{1,3}\.\d{1,3}\.\d/iu;

/** Whether a mail program may make a link of it; what nobody sees in it hides nothing. */
export const readsLikeAddress = (name: string): boolean =>
  ADDRESS.test(name.replace(/\p{Cf}/gu, ""));

/** A name as it goes into a mail: one that was kept before such names were refused is taken apart. */
export const nameInMail = (name: string): string =>
  readsLikeAddress(name)
    ? name
        .replace(/\p{Cf}/gu, "")
        .replaceAll(/[.:@/\u2024\u3002\uFF0E\uFF61]/gu, " ")
        .replaceAll(/\s+/gu, " ")
        .trim()
    : name;

/** A link that signs in once; its page, before anybody is known there, is in a language, where there is one. */
export const linkTo = (base: string, token: string, lang: string | undefined): string =>
  `${base}/desk/link/${token}${lang === undefined ? "" : `?lang=${lang}`}`;

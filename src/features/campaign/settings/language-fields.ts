/** The fields of the form in which the campaign's texts are carried into another language. */

/** Sixty topics with two texts, sixty walks with two, and the campaign's own. */
export const MOST_TEXTS = 600;
/** Of the text of this number, in the campaign's order. */
export const textField = (n: number): string => `text-${n}`;

export const TEXT_FIELDS: readonly string[] = [
  "base",
  "reviewed",
  ...Array.from({ length: MOST_TEXTS }, (_, n) => textField(n)),
];

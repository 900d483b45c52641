/** How many, in the plural forms of a language: Arabic has six, Chinese one. */

interface Categories {
  en: "one";
  fr: "one";
  es: "one";
  pt: "one";
  ar: "zero" | "one" | "two" | "few" | "many";
  sw: "one";
  hi: "one";
  zh: never;
}

/** The forms that a language needs. `{n}` stands for the number; Romance languages may say `1 000 000 de …`. */
export type Forms<L extends keyof Categories> = Readonly<
  Record<Categories[L] | "other", string> & Partial<Record<"many", string>>
>;

/**
 * Counting in a language: `const count = counting("en")`, then `count(3, { one: "{n} story", other: "{n} stories" })`
 * reads `3 stories`. The number is written as the language groups it.
 */
export function counting<L extends keyof Categories>(
  lang: L,
): (n: number, forms: Forms<L>) => string {
  const locale = lang === "en" ? "en-GB" : lang;
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  return (n, forms) => {
    const all: Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string } = forms;
    return (all[rules.select(n)] ?? all.other).replaceAll("{n}", numbers.format(n));
  };
}

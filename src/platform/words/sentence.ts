/** A sentence of one language that is filled with values: its parts, and the form that a number asks for. */
import { localeOf } from "../web/words.ts";

/**
 * `{name}`; and `{le day}`, for languages whose days take an article: "le 24 novembre 2026", yet "novembre 2026".
 * `{au day|en day}` has a word for either.
 */
const HOLE = /\{(?:([^\s{}|]+) )?(\w+)(?:\|([^\s{}|]+) \2)?\}/g; // bounded: a message, which a translator wrote
const WHOLE_DAY = /^\d{1,2} /;

/** CLDR's categories of plural, in the order in which a language's forms stand in its file. */
export function formsOf(lang: string): readonly Intl.LDMLPluralRule[] {
  const has = new Intl.PluralRules(localeOf(lang)).resolvedOptions().pluralCategories;
  return (["zero", "one", "two", "few", "many", "other"] as const).filter((one) =>
    has.includes(one),
  );
}

/** The names in a text, each once. */
export const namesIn = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(HOLE)].map(([, , name]) => name!));

interface Hole {
  readonly at: number;
  readonly day: string;
  readonly other: string;
}
type Part = string | Hole;

/**
 * @param texts the one text, or one for each of the language's forms
 * @param message its names, in the order of the call; what is not among them stays as it is
 * @returns called with the values; first with the number where it counts. It is read when it is first called.
 */
export function sentence(
  lang: string,
  texts: readonly string[],
  { several, names }: { readonly several?: string; readonly names: readonly string[] },
): (...values: (string | number)[]) => string {
  const order = several === undefined ? names : ["n", ...names];
  let parts: readonly (readonly Part[])[] | undefined;
  let counts: { rules: Intl.PluralRules; numbers: Intl.NumberFormat; forms: readonly string[] };
  return (...values) => {
    parts ??= texts.map((text) => partsOf(text, order));
    if (several === undefined) return fill(parts[0]!, values);
    const locale = localeOf(lang);
    counts ??= {
      rules: new Intl.PluralRules(locale),
      numbers: new Intl.NumberFormat(locale),
      forms: formsOf(lang),
    };
    const n = Number(values[0]);
    const form = parts[counts.forms.indexOf(counts.rules.select(n))]!;
    return fill(form, [counts.numbers.format(n), ...values.slice(1)]);
  };
}

function partsOf(text: string, order: readonly string[]): readonly Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const found of text.matchAll(HOLE)) {
    const [whole, day = "", name, other = ""] = found;
    const at = order.indexOf(name!);
    if (at < 0) continue;
    parts.push(text.slice(from, found.index), {
      at,
      day: day && `${day} `,
      other: other && `${other} `,
    });
    from = found.index + whole.length;
  }
  return [...parts, text.slice(from)];
}

function fill(parts: readonly Part[], values: readonly (string | number)[]): string {
  let text = "";
  for (const part of parts) {
    if (typeof part === "string") text += part;
    else {
      const value = String(values[part.at]);
      text += (WHOLE_DAY.test(value) ? part.day : part.other) + value;
    }
  }
  return text;
}

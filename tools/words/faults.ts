/** What is wrong with a language's file, each as one line with file and line: `npm run check`. */
import { runInNewContext } from "node:vm";
import { po } from "gettext-parser";
import { isLanguage } from "../../src/platform/words/catalogue.ts";
import { faultOf } from "../../src/platform/words/faults.ts";
import { formsOf } from "../../src/platform/words/sentence.ts";
import { isFuzzy } from "../../src/platform/words/translations.ts";

/** A missing or stale translation is no fault: it is English on the page. */
export function faultsIn(file: string, text: string): string[] {
  const lang = /(\w+)\.po$/.exec(file)?.[1] ?? "";
  const faults: string[] = [];
  const say = (line: number, what: string) => faults.push(`${file}:${line}: ${what}`);
  if (!isLanguage(lang) || lang === "en")
    say(
      1,
      `${lang} is none of the LANGUAGES of src/platform/words/catalogue.ts that is translated`,
    );
  try {
    po.parse(text, { validation: true });
  } catch (error) {
    const { lineNumber, message } = error as Error & { readonly lineNumber?: number };
    if (lineNumber !== undefined) return [...faults, `${file}:${lineNumber}: ${message}`];
  }
  const { headers, translations } = po.parse(text);
  const wrongHeader = headerFault(lang, headers ?? {});
  if (wrongHeader) say(lineOf(text, /^"Plural-Forms/m) ?? 1, wrongHeader);
  const lines = new Map<string, number>();
  let [line, from] = [1, 0];
  for (const found of text.matchAll(CONTEXT)) {
    const context = found[1]!
      .split("\n")
      .map((part) => JSON.parse(part) as string)
      .join("");
    line += text.slice(from, found.index).split("\n").length - 1;
    from = found.index;
    const first = lines.get(context);
    if (first === undefined) lines.set(context, line);
    else say(line, `${context} is there twice, first in line ${first}`);
  }
  for (const [context, all] of Object.entries(translations))
    for (const { msgid, msgid_plural: several, msgstr, comments } of Object.values(all)) {
      if (context === "" || isFuzzy(comments) || msgstr.every((one) => one === "")) continue;
      const fault = faultOf({ text: msgid, several, texts: msgstr }, lang);
      if (fault) say(lines.get(context) ?? 1, `${context}: ${fault}`);
    }
  return faults;
}

const CONTEXT = /^msgctxt (".*"(?:\n".*")*)$/gm; // bounded: a file of ours, each line looked at once

function lineOf(text: string, what: RegExp): number | undefined {
  const at = what.exec(text)?.index;
  return at === undefined ? undefined : text.slice(0, at).split("\n").length;
}

function headerFault(lang: string, headers: Readonly<Record<string, string>>): string | undefined {
  const { Language: language, "Content-Type": type = "", "Plural-Forms": forms = "" } = headers;
  if (language !== lang)
    return `expected Language: ${lang} in the header, got ${language ?? "none"}`;
  if (!/charset=utf-8/i.test(type)) return `expected charset=UTF-8 in the header, got ${type}`;
  return pluralFault(lang, forms);
}

/** Whether a header of gettext chooses the forms of CLDR, in their order. */
export function pluralFault(lang: string, header: string): string | undefined {
  const forms = formsOf(lang);
  const [, count, formula] =
    /^nplurals=(\d);\s*plural=([n\d\s()?:!=<>&|%+*-]+);?$/.exec(header) ?? [];
  if (count === undefined || formula === undefined)
    return `expected Plural-Forms: nplurals=…; plural=…; got ${header}`;
  if (Number(count) !== forms.length)
    return `expected nplurals=${forms.length} (${forms.join(", ")}), got ${count}`;
  const rules = new Intl.PluralRules(lang);
  for (const [i, at] of chosen(formula).entries()) {
    const expected = rules.select(NUMBERS[i]!);
    if (forms[at] !== expected)
      return `expected plural= to choose ${expected} for ${NUMBERS[i]}, got ${forms[at] ?? "no form"}`;
  }
  return undefined;
}

const NUMBERS = [...Array(1001).keys(), 10_000, 1_000_000, 1_000_001, 2_000_000];

/** The formula is C of whole numbers; what may stand in it was looked at first, and reads the same here. */
function chosen(formula: string): readonly number[] {
  try {
    const each = `numbers.map((n) => Number(${formula}))`;
    return runInNewContext(each, { numbers: NUMBERS }, { timeout: 1000 }) as number[];
  } catch {
    return [-1];
  }
}

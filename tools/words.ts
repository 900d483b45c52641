/** `npm run words`: takes the English of the catalogues up into `translations/`, and says how much of each language is done. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { po } from "gettext-parser";
import { LANGUAGES } from "../src/platform/words/catalogue.ts";
import { englishMessages } from "./words/english.ts";
import { pluralFault } from "./words/faults.ts";
import { updated } from "../src/platform/words/update.ts";

const english = await englishMessages();
const files = LANGUAGES.filter((lang) => lang !== "en").map((lang) => {
  const path = `translations/${lang}.po`;
  return { lang, path, text: existsSync(path) ? readFileSync(path, "utf8") : "" };
});
const forms = files.map(({ text }) => po.parse(text).headers?.["Plural-Forms"] ?? "");
for (const { lang, path, text } of files) {
  const known = forms.find((header) => pluralFault(lang, header) === undefined);
  const now = updated(text, lang, english, known);
  if (now.text !== text) writeFileSync(path, now.text);
  console.log(
    `${lang}: ${now.translated} of ${english.length} translated, ${now.stale} stale, ${now.unreviewed} by a machine and unreviewed`,
  );
}

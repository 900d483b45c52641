/**
 * `npm run words`: adds the English of the catalogues to `translations/`, and says how much of each language is done.
 * `-- --same KEY…` and `-- --same-from FILE` (one key per line) keep the translations of messages whose English was only
 * reworded. If one of them cannot be kept, nothing is written.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { po } from "gettext-parser";
import { LANGUAGES } from "../src/platform/words/catalogue.ts";
import { englishMessages } from "./words/english.ts";
import { pluralFault } from "./words/faults.ts";
import { notTheSame, updated } from "../src/platform/words/update.ts";

const same = sameKeys();
const english = await englishMessages();
const files = LANGUAGES.filter((lang) => lang !== "en").map((lang) => {
  const path = `translations/${lang}.po`;
  return { lang, path, text: existsSync(path) ? readFileSync(path, "utf8") : "" };
});
const refused = new Set(
  files.flatMap(({ lang, text }) => (text === "" ? [] : notTheSame(same, text, lang, english))),
);
if (refused.size > 0) stop(...refused, "Nothing was changed.");
const forms = files.map(({ text }) => po.parse(text).headers?.["Plural-Forms"] ?? "");
for (const { lang, path, text } of files) {
  const known = forms.find((header) => pluralFault(lang, header) === undefined);
  const now = updated(text, lang, english, known, same);
  if (now.text !== text) writeFileSync(path, now.text);
  console.log(
    `${lang}: ${now.translated} of ${english.length} translated, ${now.stale} stale, ${now.unreviewed} by a machine and unreviewed`,
  );
}

function sameKeys(): ReadonlySet<string> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { same: { type: "boolean" }, "same-from": { type: "string" } },
  });
  const isAsked = values.same === true;
  if (isAsked !== positionals.length > 0)
    stop("Expected keys after --same, such as: npm run words -- --same stories.gap.title");
  const file = values["same-from"];
  const lines = file === undefined ? [] : readFileSync(file, "utf8").split("\n");
  return new Set([...positionals, ...lines.map((line) => line.trim()).filter(Boolean)]);
}

function stop(...lines: readonly string[]): never {
  for (const line of lines) console.error(line);
  process.exit(1);
}

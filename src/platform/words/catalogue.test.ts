import assert from "node:assert/strict";
import test from "node:test";
import { wordsIn } from "../log/words.ts";
import { catalogue, inLanguage } from "./catalogue.ts";
import { unmarked } from "./fallback.ts";
import { counted, say } from "./message.ts";
import { readTranslations } from "./translations.ts";

const english = {
  lang: "en",
  title: "Plans",
  by: say("By {who}"),
  many: counted("{n} plan", "{n} plans"),
  inside: { list: ["one", "two"], log: "Read [the log]." },
  none: "",
};

const HEAD = 'msgid ""\nmsgstr "Language: ar\\nContent-Type: text/plain; charset=UTF-8\\n"\n';
const FORMS = ["0", "1", "2", "few {n}", "many {n}", "other {n}"];
const counts = (texts: readonly string[]) =>
  `msgctxt "x.many"\nmsgid "{n} plan"\nmsgid_plural "{n} plans"\n${texts.map((t, i) => `msgstr[${i}] "${t}"\n`).join("")}`;
const GOOD = {
  title: 'msgctxt "x.title"\nmsgid "Plans"\nmsgstr "خطط"\n',
  by: 'msgctxt "x.by"\nmsgid "By {who}"\nmsgstr "من {who}"\n',
  many: counts(FORMS),
  log: 'msgctxt "x.inside.log"\nmsgid "Read [the log]."\nmsgstr "اقرأ [السجل]."\n',
  one: 'msgctxt "x.inside.list.0"\nmsgid "one"\nmsgstr "واحد"\n',
};
type Parts = Record<keyof typeof GOOD, string>;

const inArabic = (changed: Partial<Parts>) =>
  inLanguage(
    "x",
    english,
    "ar",
    readTranslations(`${HEAD}\n${Object.values({ ...GOOD, ...changed }).join("\n")}`),
  );
const sayings = (words: typeof english) => [
  words.title,
  words.by("Ana"),
  words.many(3),
  words.inside.log,
  words.inside.list[0]!,
];

test("WD1 what is missing, stale or unfit is English, one message at a time", () => {
  const whole = sayings(inArabic({}));
  assert.deepEqual(whole, ["خطط", "من Ana", "few 3", "اقرأ [السجل].", "واحد"]);
  const plain = sayings(english);
  for (const [which, changed] of [
    [0, { title: "" }],
    [0, { title: `#, fuzzy\n${GOOD.title}` }],
    [0, { title: GOOD.title.replace("Plans", "All plans") }],
    [0, { title: GOOD.title.replace('"Plans"', '"Plans') }],
    [0, { title: GOOD.title.replace("خطط", "خطط {n}") }],
    [1, { by: GOOD.by.replace("من {who}", "من") }],
    [1, { by: GOOD.by.replace("من {who}", "من {whom}") }],
    [2, { many: counts(FORMS.slice(1)) }],
    [2, { many: counts(FORMS.with(4, "")) }],
    [2, { many: GOOD.by.replace("x.by", "x.many") }],
    [3, { log: GOOD.log.replace("[السجل]", "السجل") }],
    [4, { one: GOOD.one.replace("list.0", "list.7") }],
  ] as const) {
    const now = sayings(inArabic(changed));
    assert.notEqual(now[which], plain[which], "marked");
    assert.deepEqual(now.map(unmarked), whole.with(which, plain[which]!));
  }
  assert.equal(inArabic({}).lang, "ar");
  assert.equal(inArabic({}).inside.list[1], "\uFDD0two\uFDD1");
  assert.equal(inArabic({}).none, "");
});

test("a language that we have not is English and says so; a form may say anything", () => {
  const wordsOf = catalogue("x", english);
  for (const lang of ["de", "en-GB", "constructor", "", "__proto__"])
    assert.equal(wordsOf(lang).lang, "en");
  assert.equal(wordsOf("en-XA").title, "Ｐｌａｎｓ");
  assert.equal(wordsIn("pt-BR").lang, "pt");
});

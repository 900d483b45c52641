/** Files of translations: what is wrong in one is told, what changed in English comes in, and gettext's own tools read them (src/platform/words/README.md). */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { readTranslations } from "../src/platform/words/translations.ts";
import { temporary } from "../tools/program.ts";
import { faultsIn, pluralFault } from "../tools/words/faults.ts";
import { notTheSame, updated, type English } from "../src/platform/words/update.ts";

const FRENCH = readFileSync("translations/fr.po", "utf8");
/** A few messages with their lines: the header is 12 lines. */
const head = FRENCH.slice(0, FRENCH.indexOf("\n\n") + 2);
const one = (context: string, id: string, said: string, more = "") =>
  `${more}msgctxt "${context}"\nmsgid "${id}"\nmsgstr "${said}"\n\n`;
const count = (said: readonly string[]) =>
  `msgctxt "x.many"\nmsgid "{n} plan"\nmsgid_plural "{n} plans"\n${said.map((t, i) => `msgstr[${i}] "${t}"\n`).join("")}\n`;

function gettext(program: string, ...args: string[]): void {
  const { status, stderr } = spawnSync(program, args, { encoding: "utf8" });
  assert.equal(status, 0, stderr);
}

test("WD3 each fault is told with file and line; what is missing or stale is none", () => {
  const line = head.split("\n").length; // of what stands first after the header
  const faults = (text: string, file = "translations/fr.po") => faultsIn(file, head + text);
  assert.deepEqual(faults(one("x.a", "By {who}", "De {who}") + one("x.b", "B", "")), []);
  assert.deepEqual(faults(one("x.a", "By {who}", "De", "#, fuzzy\n")), []);
  assert.deepEqual(faults(count(["{n} plan", "{n} de plans", "{n} plans"])), []);
  const good = one("x.a", "A", "Un");
  for (const [text, expected] of [
    [one("x.b", "By {who}", "De {qui}"), `${line + 4}: x.b: expected {who}, got {qui}`],
    [one("x.b", "By {who}", "De"), `${line + 4}: x.b: expected {who} in “De”`],
    [one("x.b", "B", "B {n}"), `${line + 4}: x.b: expected no placeholder, got {n}`],
    [
      one("x.b", "Read [it]", "Lisez"),
      `${line + 4}: x.b: expected 1 links in brackets, got 0 in “Lisez”`,
    ],
    [count(["a", "b"]), `${line + 4}: x.many: expected 3 forms (one, many, other), got 2`],
    [count(["a", "", "b"]), `${line + 4}: x.many: expected 3 forms (one, many, other), got 2`],
    [one("x.a", "A", "Deux"), `${line + 4}: x.a is there twice, first in line ${line}`],
  ] as const)
    assert.deepEqual(faults(good + text), [`translations/fr.po:${expected}`]);
  assert.match(
    faults('msgctxt "x.b"\nmsgid "B\nmsgstr "C"\n').join(),
    /^translations\/fr\.po:\d+: .*End-of-line/,
  );
  assert.match(
    faults(good, "translations/de.po").join("\n"),
    /^translations\/de\.po:1: de is none of the LANGUAGES/,
  );
});

test("WD3 a header that chooses other forms than CLDR is broken", () => {
  const broken = (from: string | RegExp, to: string) =>
    faultsIn("translations/fr.po", head.replace(from, to)).join();
  assert.match(
    broken("Language: fr", "Language: es"),
    /:1?\d: expected Language: fr in the header, got es/,
  );
  assert.match(
    broken(/Plural-Forms: .*;/, "Plural-Forms: nplurals=2; plural=n>1;"),
    /expected nplurals=3/,
  );
  assert.match(broken("n==0 ||", ""), /expected plural= to choose one for 0, got/);
  assert.match(broken(/plural=.*;/, "plural=process.exit();"), /expected Plural-Forms/);
  assert.equal(pluralFault("sw", "nplurals=2; plural=(n != 1);"), undefined);
});

test("WD4 new English comes in, changed English makes stale, another key keeps, what is gone goes", () => {
  const english: English[] = [
    { context: "x.a", text: "A" },
    { context: "x.changed", text: "Changed now", comment: "Of a change." },
    { context: "x.moved", text: "Moved" },
    { context: "x.new", text: "New" },
    { context: "x.many", text: "{n} plan", several: "{n} plans" },
    { context: "x.counts", text: "{n} mast", several: "{n} masts" },
  ];
  const before =
    head +
    one("x.a", "A", "Un", "# machine\n") +
    one("x.changed", "Changed", "Changé", "# machine\n") +
    one("x.was", "Moved", "Déplacé") +
    one("x.gone", "Gone", "Parti") +
    count(["{n} plan", "{n} de plans", "{n} plans"]) +
    one("x.counts", "masts", "mâts");
  const now = updated(before, "fr", english);
  assert.deepEqual([now.translated, now.stale, now.unreviewed], [3, 1, 1]);
  assert.match(
    now.text,
    /#\. Of a change\.\n#, fuzzy\n#\| msgid "Changed"\nmsgctxt "x.changed"\nmsgid "Changed now"\nmsgstr "Changé"/,
  );
  assert.match(now.text, /msgctxt "x.moved"\nmsgid "Moved"\nmsgstr "Déplacé"/);
  assert.match(
    now.text,
    /msgctxt "x.counts"\nmsgid "\{n\} mast"\nmsgid_plural "\{n\} masts"\nmsgstr\[0\] ""\n/,
  );
  assert.doesNotMatch(now.text, /Gone|x\.was/);
  assert.equal(updated(now.text, "fr", english).text, now.text, "the same again");
  const { messages } = readTranslations(now.text);
  assert.deepEqual([messages.has("x.a"), messages.has("x.changed")], [true, false]);
  assert.deepEqual(faultsIn("translations/fr.po", now.text), []);
});

test("WD7 where only the wording of the English changed, its translation is kept and is not stale", () => {
  const english: English[] = [
    { context: "x.same", text: "Check, {who}" },
    { context: "x.stale", text: "Download" },
    { context: "x.other", text: "Changed" },
    { context: "x.many", text: "{n} map", several: "{n} maps" },
  ];
  const before =
    head +
    one("x.same", "Look whether it is right, {who}", "Vérifiez, {who}", "# machine\n") +
    one("x.stale", "Take it along", "Prends", '#, fuzzy\n#| msgid "Take"\n') +
    one("x.other", "Download", "Autre") +
    count(["{n} plan", "{n} de plans", "{n} plans"]);
  const keys = ["x.same", "x.stale", "x.many"];
  assert.deepEqual(notTheSame(keys, before, "fr", english), []);
  const now = updated(before, "fr", english, "", new Set(keys));
  assert.match(
    now.text,
    /# machine\nmsgctxt "x.same"\nmsgid "Check, \{who\}"\nmsgstr "Vérifiez, \{who\}"/,
  );
  assert.match(
    now.text,
    /#, fuzzy\n#\| msgid "Take"\nmsgctxt "x.stale"\nmsgid "Download"\nmsgstr "Prends"/,
    "what was stale before stays so",
  );
  assert.match(now.text, /#, fuzzy\n#\| msgid "Download"\nmsgctxt "x.other"\nmsgid "Changed"/);
  assert.match(
    now.text,
    /msgid "\{n\} map"\nmsgid_plural "\{n\} maps"\nmsgstr\[0\] "\{n\} plan"\n/,
  );
  assert.deepEqual([now.translated, now.stale, now.unreviewed], [2, 2, 1]);
});

test("WD7 a key that is unknown, new, unchanged or whose translation no longer fits is refused, and nothing is written", () => {
  const english: English[] = [
    { context: "x.new", text: "New" },
    { context: "x.as", text: "As it was" },
    { context: "x.who", text: "By {author}" },
    { context: "x.many", text: "Plans" },
    { context: "x.lacks", text: "By {author}" },
  ];
  const before =
    head +
    one("x.as", "As it was", "Tel quel") +
    one("x.who", "By {who}", "De {who}") +
    count(["{n} plan", "{n} de plans", "{n} plans"]) +
    one("x.lacks", "By {who}", "");
  const asked = ["x.gone", ...english.map(({ context }) => context)];
  assert.deepEqual(notTheSame(asked, before, "fr", english), [
    "x.gone: no message has this key",
    "x.new: this message is new, so there is no translation to keep",
    "x.as: its English has not changed since the last npm run words",
    "x.who: the translation into fr no longer fits: expected {author}, got {who}",
    "x.many: only one of the two has a plural, so it needs a new translation",
  ]);
  const files = () => globSync("translations/*.po").map((file) => readFileSync(file, "utf8"));
  const held = files();
  const words = (...args: string[]) =>
    spawnSync(process.execPath, ["--import", "./tools/tsx-hook.ts", "tools/words.ts", ...args], {
      encoding: "utf8",
    });
  using folder = temporary();
  const list = join(folder.dir, "keys");
  writeFileSync(list, "no.such\n\nnor.this\n");
  for (const [args, expected] of [
    [["--same", "no.such"], "no.such: no message has this key\nNothing was changed.\n"],
    [
      ["--same-from", list],
      "no.such: no message has this key\nnor.this: no message has this key\nNothing was changed.\n",
    ],
    [
      ["--same"],
      "Expected keys after --same, such as: npm run words -- --same stories.gap.title\n",
    ],
  ] as const) {
    const { status, stderr } = words(...args);
    assert.deepEqual([status, stderr], [1, expected]);
  }
  assert.ok(held.length === 7);
  assert.deepEqual(files(), held);
});

test("WD5 the mark of a machine comes through msgmerge, msgattrib and back; msgfmt finds nothing wrong", () => {
  using folder = temporary();
  const at = (name: string) => join(folder.dir, name);
  for (const lang of ["ar", "zh"]) {
    const file = `translations/${lang}.po`;
    gettext("msgfmt", "--check", "-o", at("out.mo"), file);
    const text = readFileSync(file, "utf8");
    const template = text
      .replaceAll(/^# machine\n/gm, "")
      .replaceAll(/^msgstr(\[\d\])? (?:"[^\n]*"\n?)+/gm, 'msgstr$1 ""\n');
    writeFileSync(
      at("template.pot"),
      template.replace(
        /^msgstr ""\n/m,
        text.slice(text.indexOf("msgstr"), text.indexOf("\n\n") + 1),
      ),
    );
    gettext(
      "msgmerge",
      "--quiet",
      "--no-fuzzy-matching",
      "-o",
      at("merged.po"),
      file,
      at("template.pot"),
    );
    gettext("msgattrib", "--no-obsolete", "-o", at("back.po"), at("merged.po"));
    const back = readTranslations(readFileSync(at("back.po"), "utf8"));
    const now = readTranslations(text);
    assert.deepEqual(back, now);
    assert.ok(now.messages.size > 3000 && now.isUnreviewed);
    const marks = (said: string) => said.match(/^# machine$/gm)?.length;
    assert.equal(marks(readFileSync(at("back.po"), "utf8")), marks(text));
  }
});

test("WD6 a language is read when it is first asked for, and no other with it", () => {
  const asks = `
    const { wordsIn } = await import("./src/platform/log/words.ts");
    const { languagesRead } = await import("./src/platform/words/translations.ts");
    const read = [];
    for (const lang of ["en", "de", "sw", "sw-KE"]) { wordsIn(lang); read.push(languagesRead().join()); }
    console.log(read.join(" "));`;
  const hook = ["--import", "./tools/tsx-hook.ts", "--input-type=module", "-e", asks];
  const { stdout, stderr } = spawnSync(process.execPath, hook, { encoding: "utf8" });
  assert.equal(stdout.trim(), "sw sw", stderr);
});

test("bug: beside the names of many stood a word that agrees with one: they stand behind a colon", () => {
  for (const lang of ["fr", "es", "pt", "ar", "sw", "hi", "zh"]) {
    const text = readFileSync(`translations/${lang}.po`, "utf8");
    const [, said = ""] =
      /msgctxt "programmes\.lookFor"\n[^]*?\nmsgstr ([^]*?)\n\n/.exec(text) ?? [];
    assert.match(said.replaceAll('"\n"', ""), /[:：]\s*\{kinds\}/, `${lang}: ${said}`);
  }
});

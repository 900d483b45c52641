/** The campaign's short texts in other languages: files, records, and the command that takes new texts up (src/features/translations/README.md). */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { cnd, serve } from "../tools/program.ts";
import { textsOf } from "../src/platform/texts/wording.ts";
import { updated } from "../src/platform/words/update.ts";
import { succeed } from "./commands.ts";

const root = mkdtempSync(join(tmpdir(), "cnd-translations-"));
after(() => rmSync(root, { recursive: true }));

const campaign = (name: string): string => {
  const dir = join(root, name);
  succeed(["init", dir, "--yes"]);
  const file = join(dir, "campaign.yaml");
  writeFileSync(
    file,
    readFileSync(file, "utf8").replace(/languages: .*/, "languages: [en, fr, pt-BR]"),
  );
  return dir;
};
const french = (dir: string) => join(dir, "translations/fr.po");
const change = (path: string, from: string | RegExp, to: string) => {
  const before = readFileSync(path, "utf8");
  const now = before.replace(from, to);
  assert.notEqual(now, before, `${path}: ${from}`);
  writeFileSync(path, now);
};
/** The first message of the file, translated by a machine. */
const translate = (dir: string, into: string) =>
  change(
    french(dir),
    /\n\nmsgctxt "campaign.claim"\n(msgid (?:"[^"]*"\n)+)msgstr ""/,
    `\n\n# machine\nmsgctxt "campaign.claim"\n$1msgstr "${into}"`,
  );

test("TX5 a language's file comes back byte for byte, says nothing twice, and is told with file and line where it is wrong", async () => {
  const dir = campaign("folder");
  const data = { CND_DATA: join(root, "data") };
  succeed(["words", dir]);
  translate(dir, "Ce qui nous relie");
  assert.match(succeed(["import", dir], data), / new/);
  assert.match(succeed(["import", dir], data), /: 0 new, 0 edited, /);
  const out = join(root, "out");
  succeed(["export", out], data);
  for (const lang of ["fr", "pt-BR"])
    assert.equal(
      readFileSync(join(out, `translations/${lang}.po`), "utf8"),
      readFileSync(join(dir, `translations/${lang}.po`), "utf8"),
    );
  succeed(["verify"], data);
  const good = readFileSync(french(dir), "utf8");
  for (const [from, to, told] of [
    ['"Language: fr\\n"', '"Language: es\\n"', /fr\.po:1: expected Language: fr .*found "es"/],
    ['msgctxt "campaign.claim"', 'msgid "x"\nmsgstr ""', /fr\.po:\d+: expected/],
    [
      'msgctxt "campaign.purpose"',
      'msgctxt "campaign.claim"',
      /fr\.po:1[0-9]: .*campaign\.claim.*line 10/,
    ],
    [/msgstr "Ce qui[^\n]*/, 'msgid_plural "y"\nmsgstr[0] "z"', /fr\.po:\d+: expected/],
    [/msgstr "Ce qui[^\n]*/, 'msgstr " blank"', /fr\.po:10: messages\[0\]\.said: expected/],
    [/msgstr "Ce qui[^\n]*/, "msgstr oh", /fr\.po:\d+: expected a gettext file/],
  ] as const) {
    writeFileSync(french(dir), good);
    change(french(dir), from, to);
    const { code, err } = cnd(["import", dir], data);
    assert.equal(code, 1, to);
    assert.match(err, told);
  }
  writeFileSync(french(dir), good);
  writeFileSync(join(dir, "translations/sw.po"), good.replace("Language: fr", "Language: sw"));
  succeed(["import", dir], data); // as where a campaign gives up a language
  await using server = await serve(data);
  assert.equal((await fetch(`${server.base}/sw`)).status, 404);
});

test("TX6 new texts come in, what was worded anew is fuzzy, what is gone goes, and the command says how much is done", () => {
  const dir = campaign("words");
  const [, total = ""] = /^fr: 0 of (\d+) translated, 0 stale/m.exec(succeed(["words", dir])) ?? [];
  assert.ok(Number(total) > 5, total);
  translate(dir, "Ce qui nous relie");
  const before = readFileSync(french(dir), "utf8");
  assert.match(
    succeed(["words", dir]),
    new RegExp(`^fr: 1 of ${total} translated, 0 stale, 1 by a machine`, "m"),
  );
  assert.equal(readFileSync(french(dir), "utf8"), before, "nothing new, nothing changed");
  change(join(dir, "campaign.yaml"), /^claim: .*/m, "claim: Something else altogether");
  assert.match(succeed(["words", dir]), new RegExp(`^fr: 0 of ${total} translated, 1 stale`, "m"));
  const now = readFileSync(french(dir), "utf8");
  assert.match(
    now,
    /#, fuzzy\n#\| msgid "[^"]*"\nmsgctxt "campaign.claim"\nmsgid "Something else altogether"\nmsgstr "Ce qui nous relie"/,
  );
});

test("TX10 an erased story takes its title and its summary out of every language's records; what they say of others stays", () => {
  const dir = campaign("erased");
  const data = { CND_DATA: join(root, "erased-data") };
  const front =
    "summary: …\nlanguage: en\ncategory: Made up\npublished: 2026-01-01\nauthors: [campaign-desk]";
  mkdirSync(join(dir, "stories"), { recursive: true });
  for (const slug of ["hill", "lake"])
    writeFileSync(
      join(dir, `stories/${slug}.md`),
      `---\ntitle: Ana on the ${slug}\n${front}\n---\n\nHer words.\n`,
    );
  succeed(["words", dir]);
  translate(dir, "Ce qui nous relie");
  for (const [slug, said] of Object.entries({ hill: "sur la colline", lake: "au bord du lac" }))
    change(
      french(dir),
      new RegExp(`(msgctxt "stories.${slug}.title"\nmsgid "Ana on the ${slug}"\nmsgstr )""`),
      `$1"Ana ${said}"`,
    );
  succeed(["import", dir], data);
  const left = (): string => {
    const out = mkdtempSync(join(root, "out-"));
    succeed(["export", join(out, "campaign")], data);
    return readFileSync(french(join(out, "campaign")), "utf8");
  };
  succeed(["erase", "/stories/hill"], data); // of what was said once
  assert.match(left(), /Ce qui nous relie[^]*au bord du lac/);
  assert.doesNotMatch(left(), /colline|stories\.hill/);
  change(french(dir), "Ce qui nous relie", "Ce qui nous unit");
  succeed(["import", dir], data); // a file that still says what was erased, and something else anew
  assert.match(left(), /Ce qui nous unit[^]*au bord du lac/);
  assert.doesNotMatch(left(), /colline|stories\.hill/, "it comes back");
  succeed(["erase", "/stories/lake"], data); // after another erasure
  assert.match(left(), /Ce qui nous unit/);
  assert.doesNotMatch(left(), /au bord du lac|stories\.lake/);
  for (const name of readdirSync(data.CND_DATA, { recursive: true, encoding: "utf8" }))
    if (name.includes("sqlite"))
      assert.doesNotMatch(
        readFileSync(join(data.CND_DATA, name), "latin1"),
        /sur la colline|au bord du lac/,
      );
  succeed(["verify"], data);
});

test("TX6 what a thing says several times is there to translate once", () => {
  const wording = { space: "plans", texts: ["what"] };
  const thing = { a: [{ what: "one" }, { what: "two" }], b: { what: "one" } };
  assert.deepEqual(textsOf(wording, "x", thing), [
    ["plans.x.a.0.what", "one"],
    ["plans.x.a.1.what", "two"],
  ]);
});

test("TX6 in a list without names each text keeps its translation, wherever it stands now", () => {
  const list = (...texts: string[]) =>
    texts.map((text, i) => ({ context: `plans.list.${i}`, text }));
  const before = updated("", "fr", list("One mast", "Two masts"))
    .text.replace(/(msgid "One mast"\nmsgstr )""/, '$1"Un mât"')
    .replace(/(msgid "Two masts"\nmsgstr )""/, '$1"Deux mâts"');
  const now = updated(before, "fr", list("No mast", "One mast", "Two masts"));
  assert.match(now.text, /msgid "One mast"\nmsgstr "Un mât"/);
  assert.match(now.text, /msgid "Two masts"\nmsgstr "Deux mâts"/);
  assert.equal(now.translated, 2, "and what is new has none that counts");
});

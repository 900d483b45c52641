import assert from "node:assert/strict";
import test from "node:test";
import { Kysely } from "kysely";
import { openStore } from "../../platform/db/open-store.ts";
import type { Db } from "../../platform/db/store.ts";
import type { JsonObject } from "../../platform/records/jcs.ts";
import type { LogRecord } from "../../platform/records/record.ts";
import { localised, speaking, textsOf } from "../../platform/texts/view.ts";
import type { Wording } from "../../platform/texts/wording.ts";
import { unmarked } from "../../platform/words/fallback.ts";
import { withEnglish } from "../../platform/words/with-english.ts";
import { foldTranslations, spokenIn } from "./projection.ts";
import { textsFrom } from "./queries.ts";

const said = (kind: string, body: JsonObject = {}): LogRecord => ({
  id: "i",
  kind: `translations.${kind}/1`,
  subject: "s",
  at: "",
  author: "a",
  body,
});
const message = (key: string, text: string, in_: string, more: JsonObject = {}) => ({
  key,
  text,
  said: in_,
  ...more,
});
const french = (...messages: JsonObject[]) => ({ language: "fr", messages });
const TEACHERS = message("campaign.walks.teacher.many", "Teachers", "Enseignants");

test("TX1 the last text is a language's translations; a withdrawal ends them, an edit brings them back", () => {
  const records = [
    said("made", french(TEACHERS)),
    said("edited", french({ ...TEACHERS, said: "Profs" })),
  ];
  assert.deepEqual(spokenIn(foldTranslations(records)!).texts, {
    campaign: [["Teachers", "Profs"]],
  });
  const odd = said("edited", { language: "fr", messages: [{ key: "x" }] });
  assert.deepEqual(foldTranslations([...records, odd]), foldTranslations(records));
  const ended = [...records, said("withdrawn")];
  assert.equal(foldTranslations(ended), undefined);
  assert.ok(foldTranslations([...ended, records[1]!]));
});

const WORDING: Wording = {
  space: "places",
  texts: ["note", "list"],
  called: ["name"],
  names: ["credit"],
  known: ["people"],
};

const store = openStore(":memory:");
const db: Db = new Kysely({ dialect: store.dialect });
const spoken = (...messages: JsonObject[]): Db =>
  speaking(db, textsFrom(spokenIn(foldTranslations([said("made", french(...messages))])!), "en"));
const shown = (handle: Db, thing: object) =>
  JSON.stringify(localised(handle, WORDING, thing)).replaceAll(/[\uFDD0-\uFDD3]/g, "|");

test("TX2 a text is in the reader's language where the file has it for the text of today, else the campaign's own, marked", () => {
  const notes = message("places.nangi.note", "A hill.", "Une colline.");
  const fr = spoken(notes, message("places.nangi.list.0", "Old", "Vieux", { fuzzy: true }));
  assert.equal(textsOf(fr)?.lang, "fr");
  assert.equal(shown(fr, { note: "A hill." }), '{"note":"Une colline."}');
  assert.equal(shown(fr, { note: "A high hill." }), '{"note":"|en|A high hill.|"}', "worded anew");
  assert.equal(shown(fr, { list: ["Old", "people", "20"] }), '{"list":["|en|Old|","people","20"]}');
  assert.equal(
    shown(db, { note: "A hill." }),
    '{"note":"A hill."}',
    "another handle says what is said",
  );
  const { note } = localised(fr, WORDING, { note: "A high hill." });
  assert.equal(
    withEnglish(`<p>${note}</p>`),
    '<p><span lang="en" dir="ltr">A high hill.</span></p>',
  );
  assert.equal(withEnglish(`<p title="${note}">x</p>`), '<p title="A high hill.">x</p>');
  assert.equal(withEnglish(`<title>Map: ${note}</title>`), "<title>Map: A high hill.</title>");
  assert.equal(unmarked(note), "A high hill.");
});

test("TX3 of two messages of one space with the same text the first counts, and each space has its own", () => {
  const reader = (key: string, in_: string) => message(key, "Reader", in_);
  const fr = spoken(
    reader("places.a.note", "Lecteur"),
    reader("places.b.note", "Liseuse"),
    reader("walks.c.note", "Autre"),
  );
  assert.equal(shown(fr, { note: "Reader" }), '{"note":"Lecteur"}');
});

test("TX4 names and quotations stay as they are, marked as what nobody translates; a place may be called otherwise", () => {
  const fr = spoken(
    message("places.nepal.name", "Nepal", "Népal"),
    message("places.nepal.credit", "NASA", "La NASA"),
  );
  assert.equal(
    shown(fr, { name: "Nepal", credit: "NASA" }),
    '{"name":"Népal","credit":"|en!|NASA|"}',
  );
  assert.equal(
    shown(fr, { name: "Gurb", sources: [{ title: "Nepal", url: "https://x.example" }] }),
    '{"name":"|en!|Gurb|","sources":[{"title":"|en!|Nepal|","url":"https://x.example"}]}',
  );
  const { name } = localised(fr, WORDING, { name: "Gurb" });
  assert.equal(
    withEnglish(`<b>${name}</b>`),
    '<b><span lang="en" dir="ltr" translate="no">Gurb</span></b>',
  );
});

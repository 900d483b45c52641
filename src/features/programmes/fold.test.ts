import assert from "node:assert/strict";
import test from "node:test";
import { recordsOf, subjectOf } from "../places/world.test.kit.ts";
import { foldProgramme, foldProgrammeTexts } from "./projection.ts";
import {
  PROGRAMME_EDITED,
  PROGRAMME_OPENED,
  PROGRAMME_TRANSLATED,
  PROGRAMME_WITHDRAWN,
} from "./records.ts";

const programme = (title: string) => ({ title, summary: "S.", purpose: "P.", markdown: "Text." });
const fold = (...said: (readonly [string, unknown])[]) =>
  foldProgramme(recordsOf(subjectOf("programmes", "a"), ...said))?.title;

test("PG1 the last text stands, a withdrawal ends it, a later edit brings it back", () => {
  assert.equal(fold([PROGRAMME_OPENED, programme("A")], [PROGRAMME_EDITED, programme("B")]), "B");
  assert.equal(fold([PROGRAMME_OPENED, programme("A")], [PROGRAMME_WITHDRAWN, {}]), undefined);
  assert.equal(
    fold(
      [PROGRAMME_OPENED, programme("A")],
      [PROGRAMME_WITHDRAWN, {}],
      [PROGRAMME_EDITED, programme("B")],
    ),
    "B",
  );
});

test("PG2 what does not fit the form changes nothing", () => {
  const { markdown: _markdown, ...without } = programme("B");
  for (const odd of [{}, without, { ...programme("B"), figures: [{ value: 3 }] }])
    assert.equal(fold([PROGRAMME_OPENED, programme("A")], [PROGRAMME_EDITED, odd]), "A");
});

test("PG8 each language has its last translation, which says where the text was worded anew, and what was erased is in none", () => {
  const french = { title: "A", markdown: "Texte.", lang: "fr", state: "machine" };
  const texts = (...said: (readonly [string, unknown])[]) =>
    foldProgrammeTexts(recordsOf(subjectOf("programmes", "a"), ...said));
  const told = [
    [PROGRAMME_OPENED, programme("A")],
    [PROGRAMME_TRANSLATED, french],
  ] as const;
  const { lang: _, ...text } = french;
  assert.deepEqual(texts(...told), { fr: text });
  const figures = [PROGRAMME_EDITED, { ...programme("A"), order: 3 }] as const;
  assert.deepEqual(texts(...told, figures), { fr: text }, "its words are the same");
  assert.equal(texts(...told, [PROGRAMME_EDITED, programme("B")])["fr"]?.behind, true);
  assert.deepEqual(texts(told[0], [PROGRAMME_TRANSLATED, null]), {});
  const erased = [PROGRAMME_EDITED, null] as const;
  const anew = [PROGRAMME_EDITED, programme("B")] as const;
  assert.deepEqual(texts([PROGRAMME_OPENED, null], told[1], anew), {}, "made from what is erased");
  assert.deepEqual(texts(told[0], erased, told[1]), {}, "the older text stands, not this");
  assert.deepEqual(texts(told[0], erased, anew, told[1]), { fr: text });
  assert.deepEqual(texts(...told, erased), { fr: text }, "made before it");
});

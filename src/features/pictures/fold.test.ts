/** What is said of a photo, and what follows for pages. */
import assert from "node:assert/strict";
import test from "node:test";
import { recordsOf, subjectOf } from "../places/world.test.kit.ts";
import { agreeingOf } from "../people/photos.ts";
import { foldPicture } from "./projection.ts";
import { rulesOf } from "./queries.ts";
import { PICTURE_DESCRIBED, PICTURE_EDITED, PICTURE_WITHDRAWN } from "./records.ts";

const MEDIA = `${"a".repeat(64)}.jpg`;
const until = (day: string) => ({ photo: MEDIA, until: day });
const fold = (...said: (readonly [string, unknown])[]) =>
  foldPicture(recordsOf(subjectOf("pictures", "a"), ...said))?.until;

test("PH1 the last word stands, a withdrawal ends it, a later edit brings it back", () => {
  const first = [PICTURE_DESCRIBED, until("2030-01-01")] as const;
  const edit = [PICTURE_EDITED, until("2031-01-01")] as const;
  assert.equal(fold(first, edit), "2031-01-01");
  assert.equal(fold(first, [PICTURE_WITHDRAWN, {}]), undefined);
  assert.equal(fold(first, [PICTURE_WITHDRAWN, {}], edit), "2031-01-01");
});

test("PH2 a point outside of the photo, one that is no number, a day that is none and a file that is no photo change nothing", () => {
  const odd = [
    {},
    { ...until("2031-01-01"), photo: "a.jpg" },
    { ...until("2031-01-01"), photo: MEDIA.replace("jpg", "mp4") },
    until("2031-02-30"),
    { ...until("2031-01-01"), focus: { x: 101, y: 0 } },
    { ...until("2031-01-01"), focus: { x: Number.NaN, y: 0 } },
    { ...until("2031-01-01"), focus: { x: 12.5, y: 0 } },
    { ...until("2031-01-01"), people: ["amina"] },
  ];
  for (const one of odd)
    assert.equal(
      fold([PICTURE_DESCRIBED, until("2030-01-01")], [PICTURE_EDITED, one]),
      "2030-01-01",
    );
});

test("PH3 a photo is shown until its day, and while everybody on it agrees; the pages know the day on which that ends", () => {
  const amina = "1".repeat(64);
  const agreed = {
    given: "2026-01-01",
    until: "2027-06-30",
    purposes: ["photo" as const],
    channels: ["web" as const],
    languages: ["en"],
    method: "text" as const,
  };
  const of = (people: ReadonlyMap<string, object>, today: string, lang: string, last?: string) =>
    rulesOf(
      new Map([
        [MEDIA, { photo: MEDIA, people: [amina], ...(last !== undefined && { until: last }) }],
      ]),
      { today, lang },
      agreeingOf(people, { today, lang }),
    );
  const she = new Map([[amina, { consent: agreed }]]);
  const rules = (today: string, lang = "en", people: ReadonlyMap<string, object> = she) =>
    of(people, today, lang, "2027-01-31");
  assert.equal(rules("2027-01-31").shows(MEDIA), true);
  assert.equal(rules("2027-01-31").until, "2027-02-01");
  assert.equal(rules("2027-02-01").shows(MEDIA), false);
  assert.equal(rules("2026-12-01", "fr").shows(MEDIA), false, "she agreed to English");
  assert.equal(rules("2026-12-01", "en", new Map()).shows(MEDIA), false, "her record is gone");
  assert.equal(rules("2026-12-01").shows(`${"b".repeat(64)}.jpg`), true, "nothing is said of it");
  assert.equal(of(she, "2027-06-30", "en").until, "2027-07-01");
  assert.equal(of(she, "2027-07-01", "en").shows(MEDIA), false);
  const inOffice = new Map([[amina, { role: true }]]);
  assert.equal(of(inOffice, "2026-12-01", "en").shows(MEDIA), false, "a role covers no photo");
});

test("PH5 a page says what a photo shows in its language, where that was written", () => {
  const texts = [
    { language: "en", alt: "A mast" },
    { language: "fr", alt: "Un pylône" },
  ];
  const of = (lang: string) =>
    rulesOf(
      new Map([[MEDIA, { photo: MEDIA, texts }]]),
      { today: "2026-12-01", lang },
      agreeingOf(new Map(), { today: "2026-12-01", lang }),
    );
  assert.equal(of("fr").alt(MEDIA), "Un pylône");
  assert.equal(of("ar").alt(MEDIA), undefined);
});

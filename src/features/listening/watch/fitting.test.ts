/** What the pages of the watch weigh, whatever people and places are called, in each language of the page. */
import assert from "node:assert/strict";
import test from "node:test";
import { alarmRow, sensorRow } from "../../../../tests/watch-house.ts";
import { fitting, shortened } from "./fitting.ts";
import { bytesOf, documentOf, MOST } from "./frame.tsx";
import { listPage } from "./list.tsx";
import { ComeIn, OneMain, type Looking } from "./page.tsx";
import { wordsIn } from "./words.ts";

const LANGUAGES = ["en", "ar", "es", "fr", "hi", "pt", "sw", "zh"];
const NOW = Date.UTC(2026, 10, 30, 12);
const LONG = { spot: "क्षि".repeat(30), place: "& न".repeat(30), who: "<😀>".repeat(25) };

function lookingIn(lang: string): Looking {
  const taken = { taken: NOW - 90_000_000, taken_by: "who" };
  const first = alarmRow("b5b0b0d6-5a4c-4e53-9d0c-7f2f3b1f4c11", "s01", {
    provisional: 1,
    ...taken,
  });
  const others = Array.from({ length: 500 }, (_, n) =>
    alarmRow(`b5b0b0d6-5a4c-4e53-9d0c-7f2f3b1f4${n}`, "s01", taken),
  );
  const ails = (["silent", "deaf", "clock", "battery"] as const).map((kind) =>
    alarmRow(kind, "s01", { kind, score: null }),
  );
  const sensor = sensorRow("s01", { name: "ABCDEFGH", place: "p", spot: LONG.spot });
  return {
    words: wordsIn(lang),
    to: (path) => `/${lang}${path}`,
    now: NOW,
    zone: "UTC",
    me: "me",
    names: new Map([["who", LONG.who]]),
    watched: {
      alarms: [first, ...others, ...ails],
      sensors: new Map([["s01", sensor]]),
      places: new Map([["p", LONG.place]]),
    },
  };
}

for (const lang of LANGUAGES)
  test(`LW1 with the longest names, hundreds waiting and all that can be said each page has room: ${lang}`, async () => {
    const looking = lookingIn(lang);
    const { words, to, watched } = looking;
    const [first] = watched.alarms;
    const said = { outcome: "could-not-go", outcome_by: "who", outcome_at: NOW } as const;
    const trouble = (as: Looking) => words.meanwhile(as.names.get("who")!, words.outcomes.saw);
    const one = await fitting(looking, (as) => ({
      words,
      title: words.kinds.motor,
      main: OneMain({ ...as, alarm: { ...first!, ...said }, trouble: trouble(as) }),
    }));
    const way = ComeIn({ words, to, alarm: first!.id, name: '"'.repeat(60), trouble: words.wrong });
    const pages = {
      one: one.html,
      list: await listPage(looking, 0, undefined),
      said: await listPage(looking, 0, { ...first!, ...said }),
      next: await listPage(looking, 1, undefined),
      way: await documentOf({ words, title: words.title, main: way }),
    };
    for (const [page, html] of Object.entries(pages))
      assert.ok(bytesOf(html) <= MOST, `${page} weighs ${bytesOf(html)}`);
    assert.match(pages.list, /ABCDEFGH/);
    assert.match(pages.list, /\/watch\?n=/);
    for (const outcome of ["saw", "nothing", "our-own"])
      assert.match(pages.one, new RegExp(`value="${outcome}"`));
  });

test("LW1 a name is shortened between its letters, and one that has room is whole", () => {
  assert.equal(shortened("क्षिक्षि", 24), "क्षिक्षि");
  assert.equal(shortened("क्षिक्षि", 20), "क्षि…");
  assert.equal(shortened("Ford below", 8), "Ford…");
});

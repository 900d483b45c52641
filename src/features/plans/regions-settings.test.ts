/** The form of a region: what it begins with is a plan but for the budget, and each field says what it expects (README.md, PN93). */
import assert from "node:assert/strict";
import test from "node:test";
import { regionWordsIn } from "./region-words.ts";
import { firstTyped } from "./regions-fields.ts";
import type { RegionAtDesk, Typed } from "./regions-kept.ts";
import { settingsFrom } from "./regions-settings.ts";

const words = regionWordsIn("en");
const places = [
  { name: "Large", lat: 42.3, lon: 1.35, people: 900 },
  { name: "Small", lat: 42.4, lon: 1.4 },
];
const region: RegionAtDesk = {
  id: "1",
  about: { title: "Two valleys", made: 0 },
  files: [],
  layers: {
    places: {
      count: 2,
      people: 900,
      uncounted: 1,
      first: places,
      largest: places,
      dots: [],
      problems: [],
      left: 0,
    },
    tiles: [
      { name: "a/N42E001.hgt", called: "N42E001.hgt", voids: 0 },
      { name: "b/N42E002.hgt", called: "N42E002.hgt", problem: "cut" },
    ],
    on: 2,
  },
};
const first: Typed = {
  ...firstTyped(region, { words, by: "Pat", today: "2026-11-26" }),
  budget: "300,000",
};
const said = (typed: Typed) => settingsFrom({ ...first, ...typed }, region, words);

test("PN93 everything has a first value but the budget; tiles that cannot be read are left out", () => {
  const { budget: _, ...without } = first;
  assert.deepEqual(settingsFrom(without, region, words).problems, {
    budget: words.badNumber("0", "1,000,000,000,000"),
  });
  const { settings, problems } = said({});
  assert.deepEqual(problems, {});
  const fields = settings!.fields as {
    readonly terrain: readonly { file: string }[];
    readonly gateways: readonly { name: string }[];
    readonly air?: unknown;
  };
  assert.deepEqual(
    fields.terrain.map(({ file }) => file),
    ["../files/a/N42E001.hgt"],
  );
  assert.deepEqual(
    fields.gateways.map(({ name }) => name),
    ["Large"],
  );
  assert.equal(fields.air, undefined);
});

test("PN93 what does not fit says at its field what was expected", () => {
  const refused: readonly (readonly [Typed, string, RegExp])[] = [
    [{ availability: "100" }, "availability", /from 1 to 99\.999/],
    [{ availability: "99.9" }, "rain", /also enter the rain rate, the gradient/],
    [{ rain: "40" }, "airUrl", /together/],
    [{ rain: "400" }, "rain", /from 0 to 300/],
    [{ gradient: "5" }, "gradient", /from -2,000 to 0/],
    [{ budget: "-5" }, "budget", /from 0 to/],
    [{ budget: "a lot" }, "budget", /from 0 to/],
    [{ hops: "2.5" }, "hops", /whole number from 1 to 12/],
    [{ reach: "101" }, "reach", /from 0\.1 to 100/],
    [{ masts: "0, 20" }, "masts", /one to six heights/],
    [{ masts: "" }, "masts", /one to six heights/],
    [{ currency: "dollars" }, "currency", /three letters/],
    [{ currency: "EUR" }, "rate", /value of one unit/],
    [{ currency: "EUR", rate: "1.1", rateDay: "soon" }, "rateDay", /day/],
    [{ asOf: "last year" }, "asOf", /expected|year|day/],
    [
      { gateways: "Berga at the river" },
      "gateways",
      /We cannot read this line: Berga at the river/,
    ],
    [{ "gate-42.3,1.35": "" }, "gateways", /at least one place/],
    [{ "link-link-5ghz-ac": "" }, "links", /at least one radio/],
    [{ access: "sector-of-1000000-dbm" }, "access", /fill in/],
    [{ ground: "" }, "ground", /fill in/],
    [{ rain: "40", gradient: "-200", airTitle: "P.837", airUrl: "itu" }, "airUrl", /https?:/],
  ];
  for (const [typed, field, message] of refused) {
    const { settings, problems } = said(typed);
    assert.equal(settings, undefined, JSON.stringify(typed));
    assert.match(problems[field] ?? `none: ${JSON.stringify(problems)}`, message, field);
  }
});

test("PN93 gateways are typed with positions as people write them; rain comes with its source", () => {
  const { settings, problems } = said({
    "gate-42.3,1.35": "",
    gateways: "Berga; 42°06′14″N 1°50′46″E\nManresa, 41,7286, 1,8270\n",
    rain: "45",
    gradient: "−200",
    airTitle: "ITU-R P.837-7",
    airUrl: "https://www.itu.int/rec/R-REC-P.837/",
    availability: "99.9",
    currency: "eur",
    rate: "1.1",
  });
  assert.deepEqual(problems, {});
  const { gateways, air, money, backhaul } = settings!.fields as unknown as {
    readonly gateways: readonly { name: string; lat: number }[];
    readonly air: { readonly gradient: number };
    readonly money: { readonly currency: string };
    readonly backhaul: { readonly availability: number };
  };
  assert.deepEqual(
    gateways.map(({ name, lat }) => [name, Math.round(lat * 1e4) / 1e4]),
    [
      ["Berga", 42.1039],
      ["Manresa", 41.7286],
    ],
  );
  assert.deepEqual([air.gradient, money.currency, backhaul.availability], [-200, "EUR", 99.9]);
});

import assert from "node:assert/strict";
import test from "node:test";
import { assert as holds, double, property } from "fast-check";
import { dishGain, sensitivityOf } from "./antenna.ts";
import { costOf } from "./bill.ts";
import { CATALOGUE } from "./catalogue/catalogue.ts";
import { checkItem } from "./item.ts";
import { mostLossAt, radioOf, RADIOS, rungAt } from "./radios.ts";
import { SUN_DEFAULTS, solarFor } from "./solar.ts";
import {
  accessSite,
  fibre,
  gridConnection,
  gridEnergy,
  mastHeights,
  mesh,
  newMast,
  radioLink,
  rentedMast,
  satellite,
  solarPower,
  subscriberKits,
  track,
  transit,
} from "./technologies.ts";

const sun = { ...SUN_DEFAULTS, hours: 3 };
const terms = { years: 10, discount: 0.08 };

test("CS7 a solar array refills in a worst day what a day takes, and the battery carries the days without sun", () => {
  holds(
    property(double({ min: 1, max: 2000, noNaN: true }), (load) => {
      const { panels, battery } = solarFor(load, sun);
      const arrives = panels * sun.hours * sun.performance; // Wh in a worst day
      assert.ok(Math.abs(arrives - load * 24) < 1e-6 * arrives);
      const usable = battery * 1000 * sun.depth * sun.efficiency; // Wh
      assert.ok(Math.abs(usable - load * 24 * sun.autonomy) < 1e-6 * usable);
    }),
  );
  const months = [1.9, 2.6, 3.8, 4.6, 5.2, 5.9, 6.1, 5.6, 4.7, 3.2, 2.1, 1.7];
  assert.deepEqual(
    solarFor(60, { ...sun, hours: months }),
    solarFor(60, { ...sun, hours: 1.7 }),
    "of twelve months the darkest decides",
  );
  assert.throws(() => solarFor(-1, sun), /A load in W: .*got -1/);
  assert.throws(() => solarFor(10, { ...sun, hours: 0 }), /Sun hours a day: .*got 0/);
});

test("CS8 every item has a source with its address and date, or says that it is an assumption", () => {
  assert.ok(CATALOGUE.size >= 25);
  for (const [id, item] of CATALOGUE) {
    assert.equal(item.id, id);
    assert.match(id, /^[a-z0-9-]+$/);
    checkItem(item);
    if ("assumption" in item.basis)
      assert.match(
        item.basis.assumption,
        /An assumption: nobody has measured it here; change it\.$/,
      );
    else {
      assert.match(item.basis.source.url, /^https:\/\//);
      assert.match(item.basis.source.date!, /^20[0-9]{2}/);
      assert.match(item.basis.source.note!, /[0-9]/); // the figure as the source has it
    }
  }
  for (const { item, kit } of RADIOS)
    for (const id of [item, kit ?? item]) assert.ok(CATALOGUE.has(id), id);
});

test("CS9 the next higher mast is taken, and a higher one never costs less", () => {
  const heights = mastHeights(CATALOGUE);
  assert.deepEqual(heights, [6, 10, 15, 20, 30, 45]);
  assert.deepEqual(
    newMast(CATALOGUE, 12).map(({ item }) => item.id),
    ["mast-15", "works-small", "site-rent"],
  );
  const costs = heights.map((h) => costOf(newMast(CATALOGUE, h), terms).presentValue);
  assert.deepEqual(
    costs,
    costs.toSorted((a, b) => a - b),
  );
  for (const wrong of [0, -5, 46, Number.NaN])
    assert.throws(
      () => newMast(CATALOGUE, wrong),
      /over 0 m up to the 45 m of the catalogue, got /,
    );
});

test("CS10 each technology is a list of items with counts", () => {
  const counts = (lines: ReturnType<typeof fibre>) =>
    Object.fromEntries(lines.map(({ item, count }) => [item.id, count]));
  assert.deepEqual(counts(fibre(CATALOGUE, 3.5)), { fibre: 3.5 });
  const licensed = radioLink(CATALOGUE, radioOf("link-18ghz", "backhaul"));
  assert.deepEqual(counts(licensed), { "link-18ghz": 1, spectrum: 1 });
  assert.deepEqual(counts(radioLink(CATALOGUE, radioOf("link-5ghz-ac", "backhaul"))), {
    "link-5ghz": 1,
  });
  const lte = accessSite(CATALOGUE, radioOf("sector-lte-800", "access"), 3);
  assert.deepEqual(counts(lte), { "lte-sector": 3, router: 1 });
  assert.deepEqual(counts(mesh(CATALOGUE, 12)), { "mesh-node": 12 });
  assert.deepEqual(counts(satellite(CATALOGUE, 1)), { satellite: 1 });
  assert.deepEqual(counts(rentedMast(CATALOGUE)), { "mast-space": 1 });
  assert.deepEqual(counts(gridConnection(CATALOGUE, 0.5)), {
    "grid-line": 0.5,
    "grid-connection": 1,
  });
  assert.deepEqual(counts(gridEnergy(CATALOGUE, 100)), { energy: 876.6 });
  const { panels, battery } = solarFor(100, sun);
  assert.deepEqual([Math.ceil(panels), Math.ceil(battery * 1000)], [1143, 9474]);
  assert.deepEqual(counts(solarPower(CATALOGUE, 100, sun)), {
    "solar-panel": 1.143, // to the watt, upwards
    battery: 9.474,
  });
  const fixed = radioOf("sector-5ghz-ac", "access");
  assert.deepEqual(counts(subscriberKits(CATALOGUE, fixed, 160)), { "kit-5ghz": 160 });
  assert.deepEqual(subscriberKits(CATALOGUE, {}, 160), []);
  assert.deepEqual(counts(transit(CATALOGUE, 48.0001)), { transit: 48.001 });
  assert.deepEqual(counts(track(CATALOGUE, 0.4)), { track: 0 });
  assert.deepEqual(counts(track(CATALOGUE, 3)), { track: 2 });
  assert.throws(() => fibre(CATALOGUE, Number.NaN), /Fibre in km: .*got NaN/);
});

test("CS11 a faster step of modulation needs a stronger signal, and the figures are those of the standards", () => {
  for (const { rungs, id } of RADIOS)
    for (const [i, rung] of rungs.entries())
      if (i > 0)
        assert.ok(
          rung.sensitivity > rungs[i - 1]!.sensitivity && rung.mbps > rungs[i - 1]!.mbps,
          `${id} ${rung.name}`,
        );
  const { rungs } = radioOf("sector-5ghz-ac", "access");
  assert.deepEqual([rungs[0].sensitivity, rungs.at(-1)!.sensitivity], [-79, -56]); // 40 MHz: MCS 0, MCS 8
  assert.equal(radioOf("link-5ghz-ac", "backhaul").rungs[0].sensitivity, -76);
  assert.equal(radioOf("sector-lte-800", "access").rungs[0].sensitivity, -94);
  assert.throws(
    () => radioOf("link-18ghz", "access"),
    /Expected a radio for access .*got link-18ghz/,
  );
});

test("CS12 a level less the margin carries the fastest step that it still reaches", () => {
  const radio = radioOf("sector-5ghz-ac", "access");
  assert.equal(rungAt(radio, -79)?.name, "BPSK 1/2");
  assert.equal(rungAt(radio, -79.1), undefined);
  assert.equal(rungAt(radio, -40)?.name, "256-QAM 3/4");
  assert.equal(rungAt(radio, -66, 10)?.name, "QPSK 1/2");
});

test("CS13 dishes gain and receivers need what the formulas say", () => {
  assert.ok(Math.abs(dishGain(0.6, 18_700) - 38.8) < 0.1);
  assert.ok(Math.abs(dishGain(1.8, 7400) - 40.3) < 0.1);
  assert.ok(Math.abs(dishGain(1.2, 7400) - dishGain(0.6, 7400) - 6.02) < 0.01); // twice the dish: four times the gain
  assert.ok(Math.abs(sensitivityOf(1, 0, 0) + 114) < 1e-9); // thermal noise in 1 MHz
});

test("CS22 each radio says its source with address and date, and when its figures were set", () => {
  for (const { id, source, asOf, basis } of RADIOS) {
    assert.match(source!.url, /^https:\/\//, id);
    assert.match(source!.date!, /^20[0-9]{2}-[0-9]{2}$/, id);
    assert.match(source!.note!, /[0-9]/, id);
    assert.match(asOf!, /^20[0-9]{2}-[0-9]{2}$/, id);
    assert.match(basis, /\.$/, id);
  }
});

test("CS21 a step is lost where the way down or the way up loses it first", () => {
  for (const { id, use, uplink } of RADIOS)
    assert.equal(uplink !== undefined, use === "access", id);
  const lte = radioOf("sector-lte-800", "access");
  assert.equal(mostLossAt(lte, lte.rungs[0]), 23 + 8 + 14 + 101.5); // up; down it would be 60 + 8 + 94 = 162
  const wifi = radioOf("sector-5ghz-ac", "access");
  const [slow, fast] = [wifi.rungs[0], wifi.rungs.at(-1)!];
  assert.equal(mostLossAt(wifi, slow), 30 + 17 + 79);
  assert.equal(
    mostLossAt(wifi, slow) - mostLossAt(wifi, fast),
    fast.sensitivity - slow.sensitivity,
  );
  const strong = { ...wifi, uplink: { eirp: 60, gain: 17 } };
  assert.equal(mostLossAt(strong, slow), 30 + 23 + 79); // down
  assert.equal(
    mostLossAt({ ...wifi, uplink: { eirp: 20, gain: 17, sensitivity: -90 } }, fast),
    20 + 17 + 90 - 23,
  );
});

/** Antennas of one's own radios, by their makers' files (README.md). */
import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { radioOf } from "../../../engines/costs/radios.ts";
import { parsePattern } from "../../../engines/coverage/pattern-file.ts";
import { lossTowards } from "../../../engines/coverage/pattern.ts";
import { bearing, distanceKm } from "../../../engines/terrain/great-circle.ts";
import { heightAt } from "../../../engines/terrain/grid.ts";
import { holdsTogether, madeRegion } from "./plan.test.kit.ts";
import { prepare } from "./prepare.ts";
import { gridOf, regionFields } from "./region.test.kit.ts";
import { makePlan } from "./run.ts";

/** Loses on its left what it does not on its right, and looks 3 degrees down by itself. */
const across = (degree: number) => (degree <= 180 ? degree / 10 : Math.min(18, (360 - degree) / 2));
const upright = (degree: number) => Math.min(16, Math.abs(degree - 3), Math.abs(degree - 363));
const msi = (frequency = 5600) =>
  [
    "NAME Lopsided",
    `FREQUENCY ${frequency}`,
    "GAIN 17 dBi",
    ...[["HORIZONTAL 360", across] as const, ["VERTICAL 360", upright] as const].flatMap(
      ([line, loss]) => [line, ...Array.from({ length: 360 }, (_, i) => `${i} ${loss(i)}`)],
    ),
  ].join("\n");
const adf = [
  "REVNUM:,NSMA WG16.99.050",
  "MODNUM:,Lopsided",
  "GUNITS:,DBI/DBR",
  "MDGAIN:,17",
  "PATFRE:,5600",
  "PATCUT:,AZ",
  "POLARI:,V/V",
  ...[-180, -108, -36, 0, 90, 180].map((angle) => `${angle},${-across((angle + 360) % 360)}`),
  "PATCUT:,EL",
  "POLARI:,V/V",
  ...[-90, -19, -3, 13, 90].map((angle) => `${angle},${-Math.min(16, Math.abs(angle + 3))}`),
  "ENDFIL:,EOF",
].join("\r\n");

const { beam: _beam, ...catalogued } = radioOf("sector-5ghz-ac", "access");
const fieldsWith = (pattern: string) => {
  const { mhz, bandwidth, gain, rungs, watts } = catalogued;
  const radio = {
    id: "ours",
    name: "Our sector",
    use: "access",
    mhz,
    bandwidth,
    gain,
    rungs,
    watts,
    power: 13,
    pattern,
    uplink: { eirp: 30 },
    item: { price: 300 },
    kit: { price: 90 },
    note: "Nobody has measured it.",
  };
  const fields = regionFields();
  fields["radios"] = [radio];
  Object.assign(fields["access"] as object, { radio: "ours" });
  return fields;
};
const regionWith = (pattern: string, text: string) => {
  const { dir, file } = madeRegion(fieldsWith(pattern));
  writeFileSync(join(dir, pattern), text);
  return { dir, file };
};

test("PM80 a radio of one's own serves by its maker's file: gain, beam, and in every direction its pattern", async () => {
  const plans = [];
  for (const [name, text] of [
    ["ours.msi", msi()],
    ["ours.adf", adf],
  ] as const) {
    const { dir, file } = regionWith(name, text);
    const order = { file, slug: "valleys", out: join(dir, "out"), threads: 1, today: "2026-11-26" };
    plans.push((await makePlan(order, {})).plan);
  }
  const [plan, other] = plans as [(typeof plans)[0], (typeof plans)[0]];
  holdsTogether(plan);
  assert.equal(plan.radio.eirp, 30); // 13 dBm and the file's 17 dBi
  assert.match(
    plan.assumptions.join(" "),
    /The antenna's pattern is its maker's, Lopsided, at 5600 MHz: 17 dBi, 36° by 6°\..*receives with 17 dBi/,
  );
  const pattern = parsePattern(msi(), 5600);
  const grid = gridOf();
  let served = 0;
  for (const site of plan.sites)
    for (const [i, sector] of (site.sectors ?? []).entries()) {
      assert.equal(sector.beam, 36); // 30 degrees to its right and 6 to its left
      for (const place of plan.places.filter((one) => one.site === site.id && one.sector === i)) {
        const km = distanceKm(site, place);
        const rise = heightAt(grid, place) + 6 - site.ground - site.mast;
        const elevation = (Math.atan(rise / (1000 * km) - km / ((8 / 3) * 6371)) * 180) / Math.PI;
        const off = bearing(site, place) - sector.azimuth;
        const lean = sector.tilt! * Math.cos((off * Math.PI) / 180);
        const level = 30 + 23 - place.loss! - lossTowards(pattern, off, elevation + lean);
        assert.ok(Math.abs(level - place.level!) < 0.5, `${level} is told as ${place.level}`);
        served += 1;
      }
    }
  assert.ok(served > 1);
  assert.deepEqual(other.places, plan.places); // whichever format says it
});

test("PM80 what is wrong with an antenna's file is told with its line; another file begins the work anew", async () => {
  const bad = (text: string) => prepare(regionWith("ours.msi", text).file);
  await assert.rejects(
    bad(msi().replace("\n40 4\n", "\n40 -4\n")),
    /ours\.msi:45: expected 40 degrees of HORIZONTAL and a loss in dB from 0, found "40 -4"$/,
  );
  await assert.rejects(
    bad(msi(2400)),
    /ours\.msi:1: expected the pattern of an antenna for 5600 MHz, found one for 2400 MHz$/,
  );
  await assert.rejects(bad(""), /ours\.msi:1: expected a line HORIZONTAL 360, found none$/);
  const { dir, file } = regionWith("ours.msi", msi());
  const before = await prepare(file);
  writeFileSync(join(dir, "ours.msi"), msi().replace("17 dBi", "16 dBi"));
  assert.notEqual((await prepare(file)).hash, before.hash);
  rmSync(join(dir, "ours.msi"));
  await assert.rejects(
    prepare(file),
    /ours\.msi: expected the file of an antenna's pattern, found no such file$/,
  );
});

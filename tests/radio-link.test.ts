/** `cnd radio link` on real ground (engines/propagation/README.md, LK9, LK10). */
import assert from "node:assert/strict";
import test from "node:test";
import { cnd } from "../tools/program.ts";

const TILE = ["--tile", "tests/data/terrain/N44W072.hgt.gz"];
const WAY = ["--from", "44.505833,-71.414167", "--to", "44.4,-71.2"];
const link = (...args: readonly string[]) => cnd(["radio", "link", ...args], {});

test("LK9 a link's report says its way, its losses and its level; the same as one object", () => {
  const asked = [...TILE, ...WAY, "--mast", "30,10", "--mhz", "900"];
  const { code, out } = link(...asked);
  assert.equal(code, 0);
  assert.match(out, /distance {6}20\.675 km in 2068 steps/);
  assert.match(out, /line of sight no\n/);
  assert.match(out, /rain {10}add --rain to calculate/);
  const report = JSON.parse(link(...asked, "--json").out);
  assert.equal(report.heights.length, 2069);
  const { free, received } = { free: report.freeSpace, received: report.received };
  assert.ok(Math.abs(free - (32.45 + 20 * Math.log10(900) + 20 * Math.log10(report.km))) < 0.01);
  assert.ok(Math.abs(received - (27 + 50 - free - report.diffraction.loss - report.gases)) < 1e-9);
  assert.ok(report.itm.loss > free && report.clearance.metres < 0);
});

test("LK20 a link with too little room is flagged in words, and two models that disagree are both said; a clear link has neither", () => {
  const room = /^ {14}under 0\.6 of the first Fresnel zone: links are planned with more/m;
  const apart =
    /^ {14}the models disagree: the ground adds ([\d.]+) dB by P\.526, ([\d.]+) dB by ITM\./m;
  const blocked = link(...TILE, ...WAY, "--mast", "30,10", "--mhz", "900").out;
  assert.match(blocked, room);
  const [, p526, itm] = apart.exec(blocked)!;
  assert.ok(Math.abs(Number(p526) - Number(itm)) > 10);
  const over = ["--tile", "tests/data/terrain/N42E001.hgt.gz", "--from", "42.4316,1.92819"];
  const hop = (...more: readonly string[]) => link(...over, "--to", "42.355,1.835", ...more).out;
  const clear = hop("--mast", "20,10", "--mhz", "5600");
  assert.match(clear, /line of sight yes\n/);
  for (const flag of [room, apart]) assert.doesNotMatch(clear, flag);
  const narrow = hop("--mast", "20,5", "--mhz", "60");
  assert.match(narrow, /line of sight yes\n/);
  assert.match(narrow, room);
});

test("PR20 a link's report says ITM's warnings in words, one a line", () => {
  const { code, out } = link(
    ...TILE,
    "--from",
    "44.5,-71.4",
    "--to",
    "44.504,-71.4",
    "--mhz",
    "18000",
  );
  assert.equal(code, 0);
  assert.match(
    out,
    /\nITM warns {5}the frequency is below 40 MHz or above 10,000 MHz\n {14}the path is shorter than 1 km\n/,
  );
  assert.doesNotMatch(out, /warnings/);
});

test("LK10 what cannot be reported is told in one line: places, masts, frequency, ground", () => {
  const refused: readonly (readonly [readonly string[], RegExp])[] = [
    [["--from", "44.5,-71.4", "--to", "44.5,-71.4"], /two places at least 50 m apart, got 0 m/],
    [["--from", "44.5,-71.4", "--to", "45.5,-71.4"], /off it|off the terrain/],
    [["--from", "44.5,-71.4", "--to", "44.5"], /--to: expected LAT,LON in degrees .* got 44\.5/],
    [
      [...WAY, "--mast", "-5,30"],
      /--mast: expected a number from 0 to 1000 \(metres above the ground\), got -5/,
    ],
    [[...WAY, "--mhz", "0"], /--mhz: expected a number from 20 to 100000 \(MHz\), got 0/],
    [[...WAY, "--k", "x"], /--k: expected a number/],
    [[...WAY, "--unheard", "1"], /See cnd radio link --help/],
    [[...WAY, "--power", "20", "-6"], /-6.*See cnd radio link --help/],
  ];
  for (const [args, message] of refused) {
    const { code, out, err } = link(...TILE, ...args);
    assert.equal(code, 1, args.join(" "));
    assert.equal(out, "");
    assert.match(err, message);
    assert.equal(err.trim().split("\n").length, 1, err);
  }
  const none = link(...WAY);
  assert.match(none.err, /Expected --tile FILE/);
  const pyrenees = ["--tile", "tests/data/terrain/N42E001.hgt.gz"];
  const inVoid = link(...pyrenees, "--from", "42.923333,1.095", "--to", "42.85,1.095");
  assert.match(inVoid.err, /--from: expected measured ground, but 42\.923333,1\.095 is in a void/);
});

test("LK9 what of the way nobody measured is said beside the report", () => {
  const over = ["--tile", "tests/data/terrain/N42E001.hgt.gz"];
  const { code, out, err } = link(...over, "--from", "42.6,1.43", "--to", "42.75,1.45");
  assert.equal(code, 0, err);
  assert.match(err, /^\d+ of \d+ heights are in voids and were not measured/);
  assert.match(out, /distance/);
  assert.equal(link(...TILE, ...WAY).err, "");
});

/** `cnd radio coverage` as a person runs it. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";

const dir = mkdtempSync(join(tmpdir(), "cnd-test-"));
after(() => rmSync(dir, { recursive: true }));

const VOID = "42.685,1.439167";
const TILE = "tests/data/terrain/N42E001.hgt.gz";
const USUAL = { tile: TILE, at: "42.5,1.5", mast: "30", radius: "5", mhz: "900", threads: "1" };

function coverage(options: Readonly<Record<string, string | undefined>>, out = join(dir, "a.csv")) {
  const args = Object.entries({ ...USUAL, ...options, out }).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`, value],
  );
  const run = spawnSync(process.execPath, ["bin/cnd.js", "radio", "coverage", ...args], {
    encoding: "utf8",
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}
const linesOf = (file: string) =>
  readFileSync(join(dir, file), "utf8").trimEnd().split("\n").slice(1);

test("CT4 a line for every node within the radius, always with a number; seconds, threads, memory", () => {
  const ran = coverage({ repeat: "1", threads: "2" });
  assert.equal(ran.code, 0, ran.err);
  const said = JSON.parse(ran.out) as Record<string, number>;
  assert.deepEqual(Object.keys(said), [
    "cells",
    "seconds",
    "cellsPerSecond",
    "firstRunSeconds",
    "threads",
    "residentMB",
  ]);
  const lines = linesOf("a.csv");
  assert.equal(said["cells"], lines.length);
  assert.ok(lines.length > 11_000);
  for (const line of lines) assert.match(line, /^42\.\d{6},1\.\d{6},\d+\.\d{3}$/);
  assert.equal(said["threads"], 2);
  assert.ok(said["residentMB"]! > 20 && said["residentMB"]! < 1000);
});

test("CT4 nodes that nobody measured have no line", () => {
  // A void of the Pyrenees lies within.
  const ran = coverage({ at: "42.62,1.44", radius: "12", model: "los", mhz: undefined });
  assert.equal(ran.code, 0, ran.err);
  const { cells } = JSON.parse(ran.out) as { cells: number };
  assert.equal(linesOf("a.csv").length, cells);
  assert.ok(cells < 71_000 && cells > 60_000, `${cells}`);
});

test("CT5 what is out of range is refused in one line, and nothing is written", () => {
  const refused: readonly (readonly [Readonly<Record<string, string | undefined>>, RegExp])[] = [
    [{ mhz: "0" }, /--mhz: expected MHz from 20 to 20000, got 0/],
    [{ mast: "-5" }, /--mast: expected metres .* got -5/],
    [{ mast: "tall" }, /--mast: .* got tall/],
    [{ at: "44.5,1.5" }, /44\.5, ?1\.5/],
    [{ at: "-42.5,1.5" }, /-42\.5, ?1\.5/],
    [{ at: "42.5" }, /--at: expected a latitude and a longitude/],
    [{ radius: "0" }, /--radius: expected km/],
    [{ model: "hata" }, /--model: expected itm or bullington or los, got hata/],
    [{ threads: "1.5" }, /--threads: expected a whole number/],
    [{ tile: "tests/data/terrain/N41E001.hgt.gz" }, /no such file/],
    [{ beam: "60" }, /--beam: expected it together with --azimuth/],
    [{ climate: "9" }, /--climate: .* got 9/],
    [{ colour: "red" }, /colour/],
  ];
  for (const [options, says] of refused) {
    const { code, out, err } = coverage(options, join(dir, "none.csv"));
    assert.equal(code, 1, JSON.stringify(options));
    assert.match(err, says);
    assert.equal(err.trimEnd().split("\n").length, 1, err);
    assert.equal(out, "");
  }
  const { err } = coverage({}, join(dir, "nowhere", "a.csv"));
  assert.match(err, /--out: expected an existing folder/);
  assert.deepEqual(
    readdirSync(dir).filter((name) => name.startsWith("none")),
    [],
  );
});

test("CT5 a mast is not put on ground that nobody measured", () => {
  const { code, err } = coverage({ at: VOID }, join(dir, "none.csv"));
  assert.equal(code, 1);
  assert.match(err, /expected measured ground/);
});

test("CT6 what lies off the terrain is left out, and said", () => {
  const ran = coverage({ at: "42.02,1.5" });
  assert.equal(ran.code, 0);
  assert.match(
    ran.err,
    /42\.02,1\.5: 5 km reach beyond the terrain; the part outside it is left out\./,
  );
  assert.ok(linesOf("a.csv").length > 6000);
});

test("CT3 of several masts the table names the one that serves best", () => {
  const two = ["--at", "42.52,1.52"];
  const out = join(dir, "two.csv");
  const args = Object.entries({ ...USUAL, out }).flatMap(([name, value]) => [`--${name}`, value]);
  const run = spawnSync(process.execPath, ["bin/cnd.js", "radio", "coverage", ...args, ...two], {
    encoding: "utf8",
  });
  assert.equal(run.status, 0, run.stderr);
  const sites = new Set(linesOf("two.csv").map((line) => line.split(",")[3]));
  assert.deepEqual(sites, new Set(["1", "2"]));
});

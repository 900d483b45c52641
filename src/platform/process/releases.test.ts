/** Newer releases: how a list is read, and which of two versions is newer. */
import assert from "node:assert/strict";
import test from "node:test";
import { assert as assertLaw, jsonValue, property } from "fast-check";
import { temporary } from "../../../tools/program.ts";
import { compareVersions, newerThan, newestIn, readReleases, writeReleases } from "./releases.ts";

const AT = "https://example.org/releases.json";
const TODAY = "2026-11-24";
const list = (...releases: readonly object[]): string => JSON.stringify({ releases });

test("NR1 versions are compared as semver says", () => {
  // The order of https://semver.org/#spec-item-11
  const order =
    "1.0.0-alpha 1.0.0-alpha.1 1.0.0-alpha.beta 1.0.0-beta 1.0.0-beta.2 1.0.0-beta.11 1.0.0-rc.1 1.0.0 1.0.2 1.0.10 1.2.0 1.10.0 2.0.0";
  const versions = order.split(" ");
  for (const [i, a] of versions.entries())
    for (const [j, b] of versions.entries())
      assert.equal(Math.sign(compareVersions(a, b)), Math.sign(i - j), `${a} ${b}`);
  assert.equal(compareVersions("1.0.0+a", "1.0.0+b"), 0);
  for (const none of ["01.0.0", "1.0", "v1.0.0", "", "999999.0.0", "1".repeat(9999)])
    assert.ok(compareVersions(none, "0.0.1") < 0, none.slice(0, 20));
});

test("NR2 of a list the newest release is taken that is out; a broken, a lying or a strange one changes nothing", () => {
  const day = "2026-11-01";
  const found = newestIn(
    list(
      { version: "0.2.0", day, changes: "Lists.\n\n- More", link: "https://example.org/0.2.0" },
      { version: "0.10.0", day: "2026-11-20", link: "https://elsewhere.example/x" },
      { version: "0.11.0", day: "2027-01-01" },
      { version: "0.12.0-rc.1", day },
      { version: "latest", day },
      { strange: "0.13.0" },
      { version: "0.14.0", day: "2026-02-31" },
    ),
    AT,
    TODAY,
  );
  assert.deepEqual(found, { version: "0.10.0", day: "2026-11-20", changes: "" });
  const own = newestIn(
    list({ version: "1.0.0", day, changes: "A\u202e\n b", link: "https://example.org/1" }),
    AT,
    TODAY,
  );
  assert.deepEqual(own, { version: "1.0.0", day, changes: "A b", link: "https://example.org/1" });
  assert.equal(newestIn(list(), AT, TODAY), undefined);
  for (const bad of [
    "",
    "<html>",
    "[]",
    "null",
    '{"releases":{}}',
    list(...Array.from({ length: 1001 }, () => ({}))),
  ])
    assert.throws(() => newestIn(bad, AT, TODAY), /^Error: Expected/, bad.slice(0, 20));
  assertLaw(
    property(jsonValue(), (value) => {
      const read = newestIn(JSON.stringify({ releases: [value] }), AT, TODAY);
      assert.ok(read === undefined || compareVersions(read.version, "0.0.0") >= 0);
    }),
  );
});

test("NR3 what was found is told as long as it is newer than the program; a damaged file asks nobody", () => {
  using folder = temporary();
  assert.equal(readReleases(folder.dir), undefined, "off until somebody says where");
  const found = { version: "0.2.0", day: "2026-11-01", changes: "" };
  writeReleases(folder.dir, { address: AT, asked: 1, failed: "", found });
  assert.equal(newerThan(folder.dir, "0.1.0")?.version, "0.2.0");
  assert.equal(newerThan(folder.dir, "0.2.0"), undefined);
  writeReleases(folder.dir, { address: "", asked: 1, failed: "", found });
  assert.equal(newerThan(folder.dir, "0.1.0"), undefined);
  const odd = { ...found, link: "javascript:alert(1)" };
  writeReleases(folder.dir, { address: AT, asked: 1, failed: "", found: odd });
  assert.equal(readReleases(folder.dir), undefined, "a file that came with a backup");
});

import assert from "node:assert/strict";
import test from "node:test";
import { places } from "../places/feature.ts";
import { openWorld } from "../places/world.test.kit.ts";
import { cellAt } from "./cell.ts";
import { measurements } from "./feature.ts";

test("MA7 what is published stands on the page on which people measure, twelve lines at most, the newest first", async () => {
  await using it = await openWorld([places, measurements]);
  assert.match(await it.page("/measure"), /id="all".*Nothing has been published yet/s);
  for (let month = 1; month <= 12; month++)
    for (const n of [5, 6]) {
      const body = {
        cell: cellAt(10 * n, 10),
        month: `2025-${String(month).padStart(2, "0")}`,
        n,
        requests: { sent: 10 * n, lost: 0 },
        failures: {},
        typed: 0,
      };
      await it.say("measurements", `m-${month}-${n}`, "measurement.aggregated/1", body);
    }
  const html = await it.page("/measure");
  const [, table = ""] = html.split("<tbody>");
  assert.equal(table.match(/<tr>/g)?.length, 12);
  assert.match(table, /^<tr>.*December|^<tr>.*Dec/s);
  assert.doesNotMatch(table, /June|Jun/);
  assert.match(html, /href="\/data\/measurements\.csv"/);
  assert.match(html, /href="#all"/);
  const moved = await it.get("/measurements");
  assert.equal(moved?.kind === "redirect" && moved.to, "/measure#all");
});

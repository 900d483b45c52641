/** The press page and its cards (features/campaign/README.md), on the first campaign and on one without words for it. */
import assert from "node:assert/strict";
import { join } from "node:path";
import test from "node:test";
import sharp from "sharp";
import { serve, temporary } from "../tools/program.ts";
import { firstCampaign, newCampaign } from "./campaigns.ts";

test("C22 the press page stands on every instance; a written one stands in it; cards of at most 30 kB", async () => {
  using folder = temporary();
  const env = { CND_DATA: join(folder.dir, "data") };
  await firstCampaign(env.CND_DATA);
  await using server = await serve(env);
  const text = async (path: string) => (await fetch(server.base + path)).text();
  const written = await text("/press");
  assert.match(written, /More connects us than divides us/);
  assert.match(written, /How to quote a figure/);
  assert.match(written, /self-reported/);
  const old = await fetch(`${server.base}/pages/press`, { redirect: "manual" });
  assert.deepEqual([old.status, old.headers.get("location")], [301, "/press"]);
  const cards = [...written.matchAll(/href="(\/press\/[^"]+\.(?:webp|png))"/g)].map((m) => m[1]!);
  assert.equal(cards.length, 8);
  for (const card of cards) {
    const bytes = Buffer.from(await (await fetch(server.base + card)).arrayBuffer());
    assert.ok(bytes.length <= 30_000 && bytes.length > 3000, `${card}: ${bytes.length} bytes`);
    const { width, height, format } = await sharp(bytes).metadata();
    assert.ok(card.endsWith(format), card);
    assert.ok(width === 1200 ? height === 630 : width === 1080 && height === 1080);
  }
  assert.match(await text("/press/mark.svg"), /<svg/);
  for (const none of ["other.png", "wide-day.png.1", "wide-day", "wide-day.gif"])
    assert.equal((await fetch(`${server.base}/press/${none}`)).status, 404, none);
  const other = { CND_DATA: join(folder.dir, "other") };
  await newCampaign(other.CND_DATA);
  await using second = await serve(other);
  const own = await (await fetch(`${second.base}/press`)).text();
  assert.ok(!own.includes("How to quote a figure"));
  assert.match(own, /How to cite/);
});

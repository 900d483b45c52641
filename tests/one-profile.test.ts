/** A plan, the page of its hop, the link page and `cnd radio link` say the same of a link (features/plans, PN40; planning, PM40). */
import assert from "node:assert/strict";
import { Readable } from "node:stream";
import test from "node:test";
import { linkOverGround } from "../src/engines/propagation/link.ts";
import { ITM_DEFAULTS } from "../src/engines/propagation/itm/options.ts";
import { distanceKm } from "../src/engines/terrain/great-circle.ts";
import type { Grid, LatLon } from "../src/engines/terrain/grid.ts";
import { profileBetween } from "../src/engines/terrain/profile.ts";
import { hopOf } from "../src/features/plans/browser/hop.ts";
import { lastGround } from "../src/features/plans/drawn.ts";
import { boundsOf } from "../src/features/plans/planning/frame.ts";
import { groundOf } from "../src/features/plans/planning/pictures.ts";
import { openTerrain } from "../src/platform/terrain/open-terrain.ts";
import { run } from "../src/commands/radio-link.ts";

const TILE = "campaign/terrain/N42E001.hgt.gz";
const FRAME = { south: 42.3, west: 1.6, north: 42.5, east: 1.9 };
const MOST = 1; // dB
const LINKS = 100;

/** The same on every day: two masts each, 1 to 20 km apart, within the frame. */
function links() {
  let state = 7;
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const inFrame = (): LatLon => ({
    lat: FRAME.south + 0.01 + random() * 0.18,
    lon: FRAME.west + 0.01 + random() * 0.28,
  });
  const found = [];
  while (found.length < LINKS) {
    const [from, to] = [inFrame(), inFrame()];
    const masts = { fromMast: 5 + 25 * random(), toMast: 5 + 25 * random() };
    const frequency = random() < 0.5 ? 5600 : 17_700;
    const km = distanceKm(from, to);
    if (km > 1 && km < 20) found.push({ from, to, frequency, ...masts });
  }
  return found;
}
type Asked = ReturnType<typeof links>[number];

const onPage = (grid: Grid, { from, to, ...way }: Asked) =>
  hopOf({ ...profileBetween(grid, from, to), ...way })!;

test("PN40 PM40 of 100 links plan, hop page, link page and `radio link` say the same to 1 dB, and the same of the way", async (t) => {
  const terrain = await openTerrain([TILE]);
  const picture = await groundOf(terrain, FRAME);
  const ground = await lastGround(async () => Readable.from([picture.bytes]))("x", boundsOf(FRAME));
  const seen = { clear: 0, narrow: 0, blocked: 0 };
  for (const [i, link] of links().entries()) {
    const { heights, spacing } = profileBetween(terrain.grid, link.from, link.to);
    const itm = { ...ITM_DEFAULTS, frequency: link.frequency };
    const report = linkOverGround({ heights, spacing, ...link, itm }); // as `radio link` reckons
    const plan = onPage(terrain.grid, link); // as a plan does
    const page = onPage(ground!, link);
    for (const one of [plan, page]) {
      near(one.freeSpace, report.freeSpace, i);
      near(one.ground.p526, report.diffraction.loss, i);
      assert.ok(typeof report.itm !== "string");
      near(one.freeSpace + one.ground.itm!, report.itm.loss, i);
      assert.equal(wordFor(one.clearance), wordFor(report.clearance.worst), `link ${i}`);
    }
    seen[wordFor(report.clearance.worst)] += 1;
    if (i % 20 === 0) near((await asCommand(t, link)).diffraction.loss, report.diffraction.loss, i);
  }
  assert.ok(seen.clear > 10 && seen.blocked > 50, JSON.stringify(seen));
});

const wordFor = (share: number) => (share < 0 ? "blocked" : share < 0.6 ? "narrow" : "clear");
const near = (one: number, other: number, i: number) =>
  assert.ok(Math.abs(one - other) <= MOST, `link ${i}: ${one} and ${other} dB`);

async function asCommand(t: test.TestContext, { from, to, fromMast, toMast, frequency }: Asked) {
  const said: string[] = [];
  const print = t.mock.method(console, "log", (text: string) => void said.push(text));
  const place = ({ lat, lon }: LatLon) => `${lat},${lon}`;
  const ends = ["--from", place(from), "--to", place(to), "--mast", `${fromMast},${toMast}`];
  await run({} as never, ["--tile", TILE, ...ends, "--mhz", String(frequency), "--json"]);
  print.mock.restore();
  return JSON.parse(said[0]!) as { diffraction: { loss: number } };
}

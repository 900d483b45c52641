/** Which channels antennas are given (README.md). */
import assert from "node:assert/strict";
import test from "node:test";
import * as fc from "fast-check";
import * as v from "valibot";
import { dishBeam, dishGain } from "../../../engines/costs/antenna.ts";
import { radioOf, type Radio } from "../../../engines/costs/radios.ts";
import { bearing } from "../../../engines/terrain/great-circle.ts";
import type { Channel, Hop, Site } from "../records.ts";
import { channelsOf, type Link } from "./channels.ts";
import { holdsTogether, planFor } from "./plan.test.kit.ts";
import { PlanFile } from "./plan-of.ts";
import { at } from "./region.test.kit.ts";
import { rastersSaid, withChannels } from "./with-channels.ts";

const wifi = radioOf("link-5ghz-ac", "backhaul");
const sector = radioOf("sector-5ghz-ac", "access");
const licensed = radioOf("link-18ghz", "backhaul");

const METRE = 1 / 111_195; // degrees of latitude
const mast = (north: number) => ({ lat: 42 + north * METRE, lon: 1 });
const alone = (radio: Link["radio"], id = "one", azimuth = 0): Link => ({
  id,
  radio,
  aerials: [{ at: mast(0), azimuth, beam: 10 }],
});
const given = (links: readonly Link[]) => channelsOf(links).of;

test("PM70 a channel lies in the part of the band that the radio's power is for, on its raster; else it has a name", () => {
  const bands = [
    { radio: { ...wifi, mhz: 5200 }, from: 5150, to: 5350, widths: [20, 40, 80, 160] },
    { radio: { ...wifi, mhz: 5600 }, from: 5470, to: 5725, widths: [20, 40, 80, 160] },
    { radio: { ...wifi, mhz: 60_480 }, from: 57_000, to: 66_000, widths: [2160] },
  ];
  const counts = bands.map(({ radio, from, to, widths }) =>
    widths.map((bandwidth) => {
      // So many at one place that every channel is taken.
      const of = given(
        Array.from({ length: 30 }, (_, i) => alone({ ...radio, bandwidth }, `${i}`)),
      );
      const centres = [...new Set([...of.values()].map(({ mhz }) => mhz!))].toSorted(
        (a, b) => a - b,
      );
      for (const [i, mhz] of centres.entries()) {
        assert.ok(mhz - bandwidth / 2 >= from && mhz + bandwidth / 2 <= to, `${mhz}`);
        assert.ok(i === 0 || mhz - centres[i - 1]! >= bandwidth, "channels lie beside one another");
      }
      return centres.length;
    }),
  );
  assert.deepEqual(counts, [[8, 4, 2, 1], [11, 5, 2, 1], [4]]);
  assert.deepEqual(given([alone({ ...wifi, bandwidth: 10 })]).get("one"), { mhz: 5500, width: 10 });
  for (const radio of [licensed, { ...wifi, licensed: true }, { ...wifi, mhz: 5800 }])
    assert.deepEqual(given([alone(radio)]).get("one"), { name: "A", width: radio.bandwidth });
});

test("PM70 a licensed band has as many names as its antennas need, and another band its own", () => {
  const many = Array.from({ length: 30 }, (_, i) => alone(licensed, `${i}`));
  const { of, clashes } = channelsOf(many);
  const names = new Set([...of.values()].map(({ name }) => name));
  assert.ok(names.size === 30 && names.has("A") && names.has("Z") && names.has("AD"));
  assert.deepEqual(clashes, []);
  const two = [alone(licensed, "a"), alone(radioOf("link-7ghz", "backhaul"), "b")];
  assert.deepEqual(
    [...given(two).values()].map(({ name }) => name),
    ["A", "A"],
  );
});

test("PM71 a dish has a beam of 70 λ / D by its gain", () => {
  for (const [diameter, mhz] of [
    [0.6, 5600],
    [1.8, 7400],
    [0.3, 80_000],
  ] as const) {
    const wave = 299.792458 / mhz;
    assert.ok(Math.abs(dishBeam(dishGain(diameter, mhz)) - (70 * wave) / diameter) < 1e-9);
  }
  assert.equal(dishBeam(-20), 360);
});

test("PM71 the wider beam and 100 m decide which antennas may not share a frequency", () => {
  const two = (apart: number, beams: readonly [number, number], metres: number) =>
    channelsOf([
      { id: "a", radio: wifi, aerials: [{ at: mast(0), azimuth: 358, beam: beams[0] }] },
      {
        id: "b",
        radio: sector,
        aerials: [{ at: mast(metres), azimuth: (358 + apart) % 360, beam: beams[1] }],
      },
    ]);
  const isParted = ({ of }: ReturnType<typeof two>) => !overlaps(of.get("a")!, of.get("b")!);
  assert.ok(isParted(two(6, [6, 3], 0)) && isParted(two(6, [3, 6], 99)));
  assert.ok(!isParted(two(6.1, [6, 3], 0)) && !isParted(two(6, [6, 3], 101)));
});

/** As a receiver finds it, by plain arithmetic. */
function overlaps(a: Channel, b: Channel): boolean {
  if (a.mhz === undefined || b.mhz === undefined) return a.name === b.name;
  const low = Math.max(a.mhz - a.width! / 2, b.mhz - b.width! / 2);
  return Math.min(a.mhz + a.width! / 2, b.mhz + b.width! / 2) - low > 1e-9;
}

/** Masts some of which stand beside one another, with antennas of several radios. */
const RADIOS: readonly Radio[] = [
  wifi,
  sector,
  licensed,
  { ...wifi, mhz: 60_480, bandwidth: 2160 },
  { ...wifi, bandwidth: 20 },
];
const anAerial = fc.record({
  at: fc.integer({ min: 0, max: 6 }).map((n) => mast(n * 30)),
  azimuth: fc.integer({ min: 0, max: 3599 }).map((n) => n / 10),
  beam: fc.constantFrom(1.05, 6.25, 20.05, 90.05, 360),
});
const someLinks = fc
  .array(
    fc.record({
      radio: fc.constantFrom(...RADIOS),
      aerials: fc.array(anAerial, { minLength: 1, maxLength: 2 }),
    }),
    { minLength: 8, maxLength: 24 },
  )
  .map((links) => links.map((link, i): Link => ({ id: `link ${i}`, ...link })));

/** Degrees between the nearest two antennas of a mast that may not share a frequency. */
function conflict(a: Link, b: Link): number | undefined {
  const degrees = a.aerials.flatMap((one) =>
    b.aerials.flatMap((other) => {
      const metres = Math.abs(one.at.lat - other.at.lat) / METRE;
      const turn = Math.abs(one.azimuth - other.azimuth);
      const apart = Math.min(turn, 360 - turn);
      return metres < 100 && apart <= Math.max(one.beam, other.beam) ? [apart] : [];
    }),
  );
  return degrees.length === 0 ? undefined : Math.min(...degrees);
}

test("law: PM71 antennas of one mast that look the same way share a frequency only where that is told, with the angle", () => {
  let [pairs, told] = [0, 0];
  fc.assert(
    fc.property(someLinks, (links) => {
      const { of, clashes } = channelsOf(links);
      const found: string[] = [];
      for (const [i, a] of links.entries())
        for (const b of links.slice(i + 1)) {
          const apart = conflict(a, b);
          if (apart === undefined) continue;
          pairs += 1;
          const sameBand = Math.abs(a.radio.mhz - b.radio.mhz) < 1000;
          if (sameBand && overlaps(of.get(a.id)!, of.get(b.id)!))
            found.push(`${[a.id, b.id].toSorted().join()} ${apart.toFixed(6)}`);
        }
      const said = clashes.map(({ links: ids, degrees }) => `${ids.join()} ${degrees.toFixed(6)}`);
      assert.deepEqual(said.toSorted(), found.toSorted());
      told += found.length;
    }),
    { numRuns: 300 },
  );
  assert.ok(pairs > 1000 && told > 50 && told < pairs / 2, `${told} of ${pairs} pairs are told`);
});

test("law: PM72 the order of links changes nothing, and the same links get the same channels", () => {
  fc.assert(
    fc.property(someLinks, fc.infiniteStream(fc.nat()), (links, keys) => {
      const shuffled = links
        .map((link) => ({ link, key: keys.next().value as number }))
        .toSorted((a, b) => a.key - b.key)
        .map(({ link }) => link);
      assert.deepEqual(channelsOf(shuffled), channelsOf(links));
    }),
  );
});

test("PM72 a sector leaves the wide channels to links that have nothing else", () => {
  const links = [
    ...[0, 120].map((azimuth): Link => ({
      id: `sector ${azimuth}`,
      radio: sector,
      aerials: [{ at: mast(0), azimuth, beam: 125 }],
    })),
    alone(wifi, "hop 1", 330),
    alone(wifi, "hop 2", 333),
  ];
  const { of, clashes } = channelsOf(links);
  assert.deepEqual(clashes, []);
  assert.equal(of.get("sector 0")!.mhz, 5670); // the only 40 MHz that lie in no channel of 80 MHz
});

test("PM72 those with the most neighbours choose first, so that two channels are enough for a chain", () => {
  const chain = { a: 0, c: 9, d: 18, b: 27 };
  const links = Object.entries(chain).map(([id, azimuth]) => alone(wifi, id, azimuth));
  assert.deepEqual(channelsOf(links).clashes, []);
});

const site = (id: string, node: readonly [number, number], more: Partial<Site> = {}) =>
  ({ id, name: id.toUpperCase(), ...at(...node), ...more }) as Site;
const hop = (from: string, to: string, radio: Radio) =>
  ({ from, to, radio: radio.id, mhz: radio.mhz }) as Hop;

test("PM73 a plan names two links that share a frequency, with the angle, and the channels to be asked for", () => {
  const radios = [wifi, licensed];
  const sites = [
    site("a", [60, 20]),
    site("b", [60, 60]),
    site("c", [62, 60]),
    site("d", [59, 60]),
    site("e", [90, 20]),
  ];
  const hops = [
    ...["b", "c", "d"].map((to) => hop("a", to, wifi)), // three, and 5470 to 5725 MHz has two channels of 80 MHz
    hop("a", "e", licensed),
  ];
  const { open, ...plan } = withChannels({ radio: sector, radios }, { sites, hops });
  const [first, asked] = open;
  const [a, c, d] = ["a", "c", "d"].map((id) => sites.find((one) => one.id === id)!);
  const apart = Math.round(Math.abs(bearing(a!, c!) - bearing(a!, d!)) * 10) / 10;
  assert.ok(
    apart > 4 && first!.includes(`A–C and A–D are ${apart}° apart on one frequency`),
    String(first),
  );
  assert.equal(first!.split("apart on").length, 2, "those least apart have channels of their own");
  assert.ok(
    asked!.includes(licensed.name) && asked!.includes("regulator: one channel (A)"),
    String(asked),
  );
  assert.deepEqual(plan.hops[3]!.channel, { name: "A", width: 56 });
  assert.ok(plan.hops.slice(0, 3).every(({ channel }) => channel!.width === 80));
});

test("PM73 of its bands a plan says what European rules have of their own, and nothing of licensed ones", () => {
  const said = (...mhz: readonly number[]) =>
    rastersSaid(mhz.map((one) => ({ ...wifi, mhz: one }))).join();
  assert.match(said(5200), /indoor use.*Above 5250 MHz.*\(DFS\)/u);
  assert.doesNotMatch(said(5600, 5600), /indoor|GHz|\(DFS\).*\(DFS\)/u);
  assert.match(said(5600, 60_480), /5470 to 5725 MHz.*\(DFS\).*57 to 71 GHz/u);
  assert.deepEqual(rastersSaid([licensed, { ...wifi, mhz: 5800 }]), []);
});

test("PM71 both ends of a wide licensed band are one band", () => {
  const low = { ...licensed, mhz: 71_500, bandwidth: 500 };
  const of = given([alone(low, "a"), alone({ ...low, mhz: 85_500 }, "b")]);
  assert.notEqual(of.get("a")!.name, of.get("b")!.name);
});

test("PM73 a plan says the channel of every hop and sector; one without any is valid", async () => {
  const { plan } = await planFor();
  holdsTogether(plan);
  const sectors = plan.sites.flatMap((one) => one.sectors ?? []);
  assert.ok(plan.hops.length > 0 && sectors.length > 0);
  for (const { channel } of [...plan.hops, ...sectors])
    assert.ok(channel!.mhz! > 5470 && channel!.mhz! < 5725);
  assert.ok(!plan.open.some((line) => /frequenc/iu.test(line)));
  const rasters = plan.assumptions.filter((line) => line.includes("European rules"));
  assert.match(
    rasters.join(),
    /^[^,]*Other regions have other channels.*radar.*by itself \(DFS\)/u,
  );
  const older = structuredClone(plan);
  for (const one of [...older.hops, ...older.sites.flatMap((of) => of.sectors ?? [])])
    delete one.channel;
  v.parse(PlanFile, older);
});

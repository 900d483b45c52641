/** Radios of a region's own, what a country allows, and where budgets end (README.md). */
import assert from "node:assert/strict";
import test from "node:test";
import { stringify } from "yaml";
import { prepare } from "./prepare.ts";
import { holdsTogether, madeRegion, planFor } from "./plan.test.kit.ts";
import { parseRegion } from "./region.ts";
import { regionFields } from "./region.test.kit.ts";

const source = { title: "A maker's sheet", url: "https://example.org/sheet", date: "2026-05" };
const sector = {
  id: "our-sector",
  name: "Our sector",
  use: "access",
  mhz: 5600,
  bandwidth: 20,
  power: 13,
  antenna: 17,
  gain: 23,
  rungs: [
    { name: "slow", sensitivity: -79, mbps: 60 },
    { name: "fast", sensitivity: -65, mbps: 120 },
  ],
  uplink: { eirp: 30, sensitivity: -80 },
  item: { price: 333, yearly: 11, life: 5 },
  kit: { price: 99 },
  watts: 8,
  source,
};
const link = {
  id: "link-5ghz-ac", // as one of the catalogue is called: that of the region goes before
  name: "Our link",
  use: "backhaul",
  mhz: 5600,
  bandwidth: 20,
  eirp: 36,
  gain: 30,
  rungs: [{ name: "only", sensitivity: -82, mbps: 90 }],
  item: { price: 777 },
  watts: 9,
  note: "Nobody has measured it.",
};
type Fields = ReturnType<typeof regionFields>;
const own = (fields: Fields) => {
  fields["radios"] = [sector, link];
  (fields["access"] as Fields)["radio"] = "our-sector";
};

test("PM40 a plan is made with a region's own radios: their power, steps, prices and sources", async () => {
  const { plan } = await planFor((fields) => {
    own(fields);
    fields["places"] = { file: "places.csv", source: { title: "Our own count" } };
  });
  holdsTogether(plan);
  assert.equal(plan.radio.eirp, 30); // 13 dBm and 17 dBi
  assert.equal(plan.radio.sensitivity, -79);
  assert.ok(plan.hops.length > 0);
  for (const hop of plan.hops) {
    assert.deepEqual([hop.radio, hop.capacity], ["link-5ghz-ac", 90]);
    const level = 36 + 30 - (32.45 + 20 * Math.log10(hop.km) + 20 * Math.log10(5600));
    assert.ok(Math.abs(hop.margin - (level + 82)) < 0.3, `${hop.margin} ${level}`);
  }
  const bought = new Map(plan.materials.map((one) => [one.item, one]));
  assert.deepEqual(
    [bought.get("Our sector")!.price, bought.get("Our sector")!.source],
    [333, source],
  );
  assert.equal(bought.get("Our link")!.price, 777);
  assert.ok(!bought.has("Radio link, 5 GHz, 802.11ac class, both ends with dishes"));
  const said = plan.assumptions.join(" ");
  assert.match(
    said,
    /with this radio: Our sector\. By A maker's sheet \(2026-05\)\. .*subscriber transmits at 30 dBm e\.i\.r\.p\., and the mast receives with 17 dBi, down to -80 dBm/,
  );
  assert.match(said, /Our link \(An assumption: Nobody has measured it\)/);
  assert.equal(plan.places[0]!.inputs[0]!.value, "400 (Our own count)");
});

test("PM40 what a radio's fields leave open or contradict is told with its line", () => {
  const refused = (change: (radio: Record<string, unknown>) => void): string => {
    const radio: Record<string, unknown> = structuredClone(sector);
    change(radio);
    try {
      parseRegion(stringify({ ...regionFields(), radios: [radio, link] }), "r.yaml");
    } catch (error) {
      return (error as Error).message;
    }
    return "";
  };
  assert.equal(
    refused(() => undefined),
    "",
  );
  const cases: readonly (readonly [Record<string, unknown>, RegExp])[] = [
    [
      { power: undefined },
      /^r\.yaml:\d+: radios\[0\]\.power: expected either power .* or eirp, found neither$/,
    ],
    [{ eirp: 30 }, /radios\[0\]\.power: expected either power .* found both/],
    [{ power: 1e6 }, /radios\[0\]\.power: expected a number of dBm from -30 to 60, found 1000000/],
    [{ power: -1000 }, /radios\[0\]\.power: expected a number of dBm/],
    [
      { antenna: undefined, uplink: { eirp: 30, gain: 17 } },
      /radios\[0\]\.antenna: expected the dBi of the mast's antenna/,
    ],
    [{ uplink: undefined }, /radios\[0\]\.uplink: expected eirp of the subscriber/],
    [
      { power: undefined, antenna: undefined, eirp: 30 },
      /radios\[0\]\.uplink\.gain: expected the dBi of the mast's antenna, found nothing/,
    ],
    [{ mhz: 60_000 }, /radios\[0\]\.mhz: expected at most 20,000 MHz for access/],
    [
      { id: "link-5ghz-ac" },
      /radios\[1\]\.id: expected an id of its own, found "link-5ghz-ac" twice/,
    ],
    [
      { rungs: sector.rungs.toReversed() },
      /radios\[0\]\.rungs\[1\]: expected a step that needs a stronger signal than -65 dBm and carries more than 120/,
    ],
    [
      { source: undefined },
      /radios\[0\]\.source: expected a source with title, url and date, or a note .*found neither/,
    ],
    [{ source: { title: "x", url: source.url } }, /radios\[0\]\.source: .*found no date/],
    [{ item: undefined }, /radios\[0\]\.item: expected .*, found nothing/],
  ];
  for (const [change, message] of cases)
    assert.match(
      refused((radio) => void Object.assign(radio, change)),
      message,
    );
});

test("PM41 a radio in use that sends more than a limit allows, or whose subscriber does, is told with both", async () => {
  const withLimit = async (eirpMost: number, mhz: readonly [number, number] = [5470, 5725]) => {
    const fields = regionFields();
    own(fields);
    fields["limits"] = [{ mhz, eirpMost, source: { ...source } }];
    return prepare(madeRegion(fields).file);
  };
  await assert.rejects(
    withLimit(29),
    /valleys\.yaml: radio our-sector: expected at most 29 dBm e\.i\.r\.p\. from 5470 to 5725 MHz by A maker's sheet, found 30 dBm\n.*our-sector \(its subscriber\): .*found 30 dBm\n.*radio link-5ghz-ac: .*found 36 dBm/,
  );
  await withLimit(36);
  await withLimit(10, [2400, 2483]);
});

test("PM43 where lines would be clear and no budget reaches, the plan says so and where the best one ends", async () => {
  const change = (eirp: number) => (fields: Fields) => {
    fields["radios"] = [{ ...link, id: "weak", eirp }];
    Object.assign(fields["backhaul"] as Fields, { radios: ["weak"], fade: 5 });
  };
  const { plan } = await planFor(change(0));
  const end = 10 ** ((0 + 30 + 82 - 5 - 32.45 - 20 * Math.log10(5600)) / 20); // km, free space
  const [said] = plan.open.filter((one) => one.includes("link budget"));
  const km = Math.floor(end * 10) / 10;
  assert.match(
    said!,
    new RegExp(
      `^A mast would reach Eastham and the hops to it would be clear, but no radio has a large enough link budget: Our link reaches furthest, ${km} km with 5 dB kept`,
    ),
  );
  assert.ok(!plan.open.some((one) => one.includes("no path of at most")));
  const { plan: strong } = await planFor(change(36));
  assert.ok(!strong.open.some((one) => one.includes("link budget")));
});

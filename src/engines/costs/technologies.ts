/** Which items a piece of network is made of, for each technology. Lines carry items of the catalogue that is given. */
import { expectAmount, itemOf, type Catalogue, type Line } from "./item.ts";
import type { Radio } from "./radios.ts";
import { solarFor, type Sun } from "./solar.ts";

/** @param count of the item's units; rounded up to a thousandth, so that a printed bill says exactly what is billed */
const line = (catalogue: Catalogue, id: string, count: number, what: string): Line => {
  expectAmount(count, what);
  return { item: itemOf(catalogue, id), count: Math.max(0, Math.ceil(count * 1000 - 1e-6)) / 1000 };
};

export const fibre = (catalogue: Catalogue, km: number): Line[] => [
  line(catalogue, "fibre", km, "Fibre in km"),
];

/** Both ends of a radio link. */
export const radioLink = (catalogue: Catalogue, radio: Radio): Line[] => [
  line(catalogue, radio.item, 1, "Links"),
  ...(radio.licensed ? [line(catalogue, "spectrum", 1, "Licences")] : []),
];

/** Sectors of fixed wireless, 4G or 5G on one mast, with the site's router. */
export const accessSite = (catalogue: Catalogue, radio: Radio, sectors: number): Line[] => [
  line(catalogue, radio.item, sectors, "Sectors"),
  line(catalogue, "router", 1, "Routers"),
];

/** What stands at the houses that subscribe, where the radio has a catalogue item for it. */
export const subscriberKits = (
  catalogue: Catalogue,
  { kit }: Pick<Radio, "kit">,
  subscribers: number,
): Line[] => (kit === undefined ? [] : [line(catalogue, kit, subscribers, "Subscribers")]);

/** @param mbps Mbit/s of the busy hour that gateways hand to the internet */
export const transit = (catalogue: Catalogue, mbps: number): Line[] => [
  line(catalogue, "transit", mbps, "Transit in Mbit/s"),
];

export const mesh = (catalogue: Catalogue, nodes: number): Line[] => [
  line(catalogue, "mesh-node", nodes, "Mesh nodes"),
];

/** A terminal carries about 100 Mbit/s to a site. */
export const satellite = (catalogue: Catalogue, terminals: number): Line[] => [
  line(catalogue, "satellite", terminals, "Satellite terminals"),
];

const HOURS_A_YEAR = 8766;

/** @param km of new line to the grid */
export const gridConnection = (catalogue: Catalogue, km: number): Line[] => [
  line(catalogue, "grid-line", km, "Line to the grid in km"),
  line(catalogue, "grid-connection", 1, "Connections"),
];

/** @param load W, all day */
export const gridEnergy = (catalogue: Catalogue, load: number): Line[] => [
  line(catalogue, "energy", (load * HOURS_A_YEAR) / 1000, "Energy in kWh a year"),
];

/** @param load W */
export function solarPower(catalogue: Catalogue, load: number, sun: Sun): Line[] {
  const { panels, battery } = solarFor(load, sun);
  return [
    line(catalogue, "solar-panel", panels / 1000, "Panels in kWp"),
    line(catalogue, "battery", battery, "Battery in kWh"),
  ];
}

/** The heights of the catalogue's masts, metres, from the lowest. */
export const mastHeights = (catalogue: Catalogue): number[] =>
  [...catalogue.keys()]
    .flatMap((id) => /^mast-([0-9]+)$/.exec(id)?.[1] ?? [])
    .map(Number)
    .toSorted((a, b) => a - b);

const SMALL = 15; // m: up to here a mast is carried and put up by hand

/** The next higher mast of the catalogue, with its works. @throws RangeError where none is high enough */
export function newMast(catalogue: Catalogue, metres: number): Line[] {
  const heights = mastHeights(catalogue);
  const height = heights.find((one) => one >= metres);
  if (!(metres > 0) || height === undefined)
    throw new RangeError(
      `Expected a mast over 0 m up to the ${heights.at(-1) ?? 0} m of the catalogue, got ${metres} m.`,
    );
  return [
    line(catalogue, `mast-${height}`, 1, "Masts"),
    line(catalogue, height > SMALL ? "works-large" : "works-small", 1, "Works"),
    line(catalogue, "site-rent", 1, "Rents"),
  ];
}

/** A place on a mast that somebody has put up. */
export const rentedMast = (catalogue: Catalogue): Line[] => [
  line(catalogue, "mast-space", 1, "Places on masts"),
];

/** @param km from the nearest settlement or road; the first is walked */
export const track = (catalogue: Catalogue, km: number): Line[] => [
  line(catalogue, "track", Math.max(0, km - 1), "Way to the site in km"),
];

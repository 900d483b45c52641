/** What a plan takes for granted, in sentences: those of the region file, then those of its numbers. */
import { cents } from "../../../engines/costs/bill.ts";
import { itemOf } from "../../../engines/costs/item.ts";
import type { Radio } from "../../../engines/costs/radios.ts";
import { darkest } from "../../../engines/costs/solar.ts";
import { shareOfHop } from "./air.ts";
import type { Asked } from "./asking.ts";
import { ownWatts } from "./power.ts";
import { neededRung } from "./reach.ts";
import type { Region } from "./region.ts";
import { rastersSaid } from "./with-channels.ts";

export function assumptionsOf(of: Asked): string[] {
  const { region, radio, radios } = of;
  const { access, backhaul, demand, money } = region;
  const [time, location, situation] = access.reliability;
  const { name, sensitivity } = neededRung(region, radio);
  return [
    ...region.assumptions,
    `A place counts as reached if its centre is. How many of its houses are reached is calculated afterwards: for the houses listed, or else for terrain points within a set distance of the centre (400 m unless given), assuming that spots near each of them vary as ITU-R P.1812 says. A subscriber's antenna is outdoors, ${access.receiver} m above the ground, with a clear view of its surroundings; the terrain includes trees and houses only as far as the survey saw them.`,
    `Connected means ${name} at ${sensitivity} dBm with ${access.margin} dB to spare, for ${time} % of the time, at ${location} % of locations and in ${situation} % of situations, with this radio: ${radio.name}. ${radio.basis} ${wayUp(radio)} Links and hops lose what standard air at sea level absorbs (ITU-R P.676). ${sectorsSaid(of)} Interference from other networks is not included.`,
    `A hop counts as clear if ${backhaul.clearance} of the first Fresnel zone is free of obstacles at k = ${(Math.round(backhaul.k * 1000) / 1000).toString()}; ${backhaul.fade} dB are kept for fading. Radios: ${radios.map((one) => `${one.name} (${one.basis.replace(/\.$/, "")})`).join("; ")}. ${limitsSaid(region)}`,
    ...rastersSaid([radio, ...radios]),
    ...lastingSaid(region),
    `A household has ${demand.household} people on average; ${demand.takeUp * 100} % of households subscribe, and each needs ${demand.mbps} Mbit/s in the busy hour. “People covered” includes everybody who lives in a place the plan reaches, with or without a subscription.`,
    powerSaid(of),
    `Costs cover ${money.years} years, discounted at ${money.discount * 100} % a year. Prices come from published studies or are assumptions, marked as such. ${ratesSaid(of)}${priceSaid(of)} Staff, taxes and financing are not included.`,
  ];
}

const MONTHS =
  "January,February,March,April,May,June,July,August,September,October,November,December".split(
    ",",
  );

function powerSaid(of: Asked): string {
  const { region, radio, radios } = of;
  const { sun, autonomy } = region.power;
  const hours = darkest(sun);
  const month = typeof sun === "number" ? "" : `, ${MONTHS[sun.indexOf(hours)]},`;
  const ends = radios.map((one) => `${one.watts} W (${one.name})`).join(", ");
  return `The power a site needs depends on its equipment, which runs day and night: ${ownWatts(of, 0)} W for the router, ${radio.watts} W for each sector, and for each hop that ends there ${ends}. Panels are sized for the darkest month${month} with ${hours} peak-sun hours a day, and batteries for ${autonomy} days without sun. The nearest place or road is assumed to have grid power; each site uses the grid or the sun, whichever costs less for its router, one sector and one hop.`;
}

function priceSaid({ region, prices, radio }: Asked): string {
  const { currency } = region.money;
  const monthly = cents(itemOf(prices, "transit").yearly / 12);
  const kit =
    radio.kit === undefined
      ? "it pays"
      : "it also pays for the equipment of each household that subscribes, including replacements, and";
  return `The budget pays for the network only. The monthly price pays for the network; ${kit} for transit, at ${monthly} ${currency} a month for each Mbit/s that a gateway carries in the busy hour.`;
}

function lastingSaid({ backhaul: { availability, hops }, air }: Region): string[] {
  if (availability === undefined || !air) return [];
  const share = Number(shareOfHop(availability, hops).toPrecision(3));
  return [
    `Every mast that serves people must be connected for ${availability} % of an average year, given rain of ${air.rain} mm/h and multipath (ITU-R P.530). Each hop may fail for ${share} % of the time, its share of a path with ${hops} hops, and uses the fastest modulation that meets this. Outages along a path are added up, so a path with fewer hops is more reliable than required; allowing fewer hops in the region file gives each hop a larger share.`,
  ];
}

function wayUp({ uplink }: Radio): string {
  if (!uplink) return "Only the downlink to the subscriber was calculated.";
  const { eirp, gain, sensitivity } = uplink;
  const heard =
    sensitivity === undefined
      ? "at the same sensitivity as the subscriber"
      : `down to ${sensitivity} dBm`;
  return `The uplink must work too: the subscriber transmits at ${eirp} dBm e.i.r.p., and the mast receives with ${gain} dBi, ${heard}.`;
}

/** What the region file says a country allows, to which every radio was held. */
function limitsSaid({ limits = [] }: Region): string {
  if (limits.length === 0) return "Ask the regulator whether they are allowed there.";
  const all = limits.map(
    ({ mhz: [from, to], eirpMost, source }) =>
      `${eirpMost} dBm e.i.r.p. from ${from} to ${to} MHz (${source.title})`,
  );
  return `All radios stay within the given limits: ${all.join("; ")}. Ask the regulator whether more power or other bands are allowed.`;
}

function ratesSaid({ region: { money } }: Asked): string {
  return (money.rates ?? [])
    .map(({ of, in: inside, rate, date }) => `1 ${of} was ${rate} ${inside} on ${date}. `)
    .join("");
}

function sectorsSaid({ region: { access }, radio }: Asked): string {
  const [least, most] = [radio.rungs[0].mbps, radio.rungs.at(-1)!.mbps];
  const count = access.sectors === 1 ? "1 sector" : `up to ${access.sectors} sectors`;
  const carries =
    least === most ? `${most} Mbit/s` : `${least} to ${most} Mbit/s, depending on the signal`;
  return `A mast that serves people has ${count} of ${carries}, aimed at the places it serves. Each place uses as much of its sector's airtime as its own modulation needs, and no sector exceeds 100 %.`;
}

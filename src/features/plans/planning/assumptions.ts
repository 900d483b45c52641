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

export function assumptionsOf(of: Asked): string[] {
  const { region, radio, radios } = of;
  const { access, backhaul, demand, money } = region;
  const [time, location, situation] = access.reliability;
  const { name, sensitivity } = neededRung(region, radio);
  return [
    ...region.assumptions,
    `A place stands for its centre: whoever lives behind a hill from there is not looked at. A subscriber's antenna stands ${access.receiver} m over the ground, outdoors, with a clear view of its surroundings: trees and houses are in the terrain only as far as the survey saw them.`,
    `Connected means ${name} at ${sensitivity} dBm with ${access.margin} dB to spare, in ${time} % of the time, ${location} % of the locations and ${situation} % of the situations, by ${radio.name}: ${radio.basis} ${wayUp(radio)} Of oxygen and vapour a standard air at the sea is taken (ITU-R P.676), here and on hops. ${sectorsSaid(of)} Interference of other networks is not reckoned.`,
    `A hop is clear where ${backhaul.clearance} of the first Fresnel zone is, at k = ${(Math.round(backhaul.k * 1000) / 1000).toString()}; ${backhaul.fade} dB are kept for fading. Radios: ${radios.map((one) => `${one.name} (${one.basis.replace(/\.$/, "")})`).join("; ")}. ${limitsSaid(region)}`,
    ...lastingSaid(region),
    `A household is ${demand.household} people; ${demand.takeUp * 100} % of the households subscribe and ask for ${demand.mbps} Mbit/s each in the busy hour. People covered are all who live in the places that are reached, whether they subscribe or not.`,
    powerSaid(of),
    `Costs are those of ${money.years} years at ${money.discount * 100} % a year, by a catalogue of published studies and of assumptions, each marked as such. ${ratesSaid(of)}${priceSaid(of)} Staff, taxes and financing are not in it.`,
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
  return `A site draws what stands on it, all day: ${ownWatts(of, 0)} W for its router, ${radio.watts} W for each sector, and for each hop that ends there ${ends}. The darkest month${month} has ${hours} peak-sun hours a day and decides the panels; batteries carry ${autonomy} days. The nearest place or road has power from the grid; a site is fed by whichever of grid and sun costs less for its router, one sector and one hop.`;
}

function priceSaid({ region, prices, radio }: Asked): string {
  const { currency } = region.money;
  const monthly = cents(itemOf(prices, "transit").yearly / 12);
  const kit =
    radio.kit === undefined
      ? "it holds nothing for the equipment of households, which has no price here, but"
      : "it pays as well for the equipment of each household that subscribes, bought again at the end of its life, and";
  return `The budget pays for the network alone. The price a month pays for the network; ${kit} for transit: the Mbit/s of the busy hour at each gateway, at ${monthly} ${currency} for each and month.`;
}

function lastingSaid({ backhaul: { availability, hops }, air }: Region): string[] {
  if (availability === undefined || !air) return [];
  const share = Number(shareOfHop(availability, hops).toPrecision(3));
  return [
    `Every mast that serves is to be linked for ${availability} % of an average year by rain of ${air.rain} mm/h and multipath (ITU-R P.530): each hop may be without for ${share} %, its share if a way has ${hops} hops, and carries what the fastest step of modulation does that keeps it. The outages of a way add up at most, so that a way of fewer hops stands longer than was asked; fewer hops in the region file leave each of them more.`,
  ];
}

function wayUp({ uplink }: Radio): string {
  if (!uplink) return "Only the way down to the subscriber is reckoned.";
  const { eirp, gain, sensitivity } = uplink;
  const heard =
    sensitivity === undefined ? "as well as the subscriber" : `down to ${sensitivity} dBm`;
  return `The way up must carry it too: the subscriber sends ${eirp} dBm e.i.r.p., the mast hears it with ${gain} dBi, ${heard}.`;
}

/** What the region file says a country allows, to which every radio was held. */
function limitsSaid({ limits = [] }: Region): string {
  if (limits.length === 0) return "Whether a regulator allows them there has to be asked.";
  const all = limits.map(
    ({ mhz: [from, to], eirpMost, source }) =>
      `${eirpMost} dBm e.i.r.p. from ${from} to ${to} MHz (${source.title})`,
  );
  return `All radios keep to the limits given: ${all.join("; ")}. Whether a regulator allows more, or other bands, has to be asked.`;
}

function ratesSaid({ region: { money } }: Asked): string {
  return (money.rates ?? [])
    .map(({ of, in: inside, rate, date }) => `1 ${of} is ${rate} ${inside} on ${date}. `)
    .join("");
}

function sectorsSaid({ region: { access }, radio }: Asked): string {
  const [least, most] = [radio.rungs[0].mbps, radio.rungs.at(-1)!.mbps];
  const count = access.sectors === 1 ? "1 sector" : `up to ${access.sectors} sectors`;
  const carries = least === most ? `${most} Mbit/s` : `${least} to ${most} Mbit/s by level`;
  return `A mast that serves has ${count} of ${carries}, turned and tilted for those who are served; each place takes of its sector's airtime what its own step of modulation needs, and no sector is asked for more than all of it.`;
}

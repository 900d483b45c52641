/** What a plan takes for granted, in sentences: those of the region file, then those of its numbers. */
import type { Radio } from "../../../engines/costs/radios.ts";
import type { Asked } from "./asking.ts";
import { sectorMbps } from "./asking.ts";
import { neededRung } from "./reach.ts";
import type { Region } from "./region.ts";

export function assumptionsOf(of: Asked): string[] {
  const { region, radio, radios } = of;
  const { access, backhaul, demand, power, money } = region;
  const [time, location, situation] = access.reliability;
  const { name, sensitivity } = neededRung(region, radio);
  return [
    ...region.assumptions,
    `A place stands for its centre: whoever lives behind a hill from there is not looked at. A subscriber's antenna stands ${access.receiver} m over the ground, outdoors, with a clear view of its surroundings: trees and houses are in the terrain only as far as the survey saw them.`,
    `Connected means ${name} at ${sensitivity} dBm with ${access.margin} dB to spare, in ${time} % of the time, ${location} % of the locations and ${situation} % of the situations, by ${radio.name}: ${radio.basis} ${wayUp(radio)} ${access.sectors} sectors of ${sectorMbps(radio)} Mbit/s a site. Interference of other networks is not reckoned.`,
    `A hop is clear where ${backhaul.clearance} of the first Fresnel zone is, at k = ${(Math.round(backhaul.k * 1000) / 1000).toString()}; ${backhaul.fade} dB are kept for fading. Radios: ${radios.map((one) => `${one.name} (${one.basis.replace(/\.$/, "")})`).join("; ")}. ${limitsSaid(region)}`,
    `A household is ${demand.household} people; ${demand.takeUp * 100} % of them subscribe and ask for ${demand.mbps} Mbit/s each in the busy hour.`,
    `The darkest month has ${power.sun} peak-sun hours a day; batteries carry ${power.autonomy} days. The nearest place or road has power from the grid.`,
    `Costs are those of ${money.years} years at ${money.discount * 100} % a year, by a catalogue of published studies and of assumptions, each marked as such; ${ratesSaid(of)}Subscribers' own radios, capacity to the internet, staff, taxes and financing are not in them.`,
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

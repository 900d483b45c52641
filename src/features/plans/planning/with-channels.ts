/** The plan's hops and sectors with their channels, and in sentences which of them could not be kept apart. */
import { dishBeam } from "../../../engines/costs/antenna.ts";
import type { Radio } from "../../../engines/costs/radios.ts";
import { bearing } from "../../../engines/terrain/great-circle.ts";
import type { Hop, Site } from "../records.ts";
import type { Asked } from "./asking.ts";
import { channelsOf, type Clash, type Link } from "./channels.ts";
import { namesIn } from "./names.ts";
import { rasterOf } from "./rasters.ts";

interface Planned {
  readonly sites: readonly Site[];
  readonly hops: readonly Hop[];
}
/** A link with how a sentence names it. */
interface Named extends Link {
  readonly name: string;
  readonly radio: Radio;
}

export function withChannels(
  { radio, radios }: Pick<Asked, "radio" | "radios">,
  { sites, hops }: Planned,
): Planned & { readonly open: readonly string[] } {
  const links = [
    ...sites.flatMap((site) => sectorsOf(site, radio)),
    ...hops.map((hop) => linkOf(hop, sites, radios)),
  ];
  const { of, clashes } = channelsOf(links);
  const channel = (id: string) => ({ channel: of.get(id)! });
  return {
    sites: sites.map((site) => ({
      ...site,
      ...(site.sectors && {
        sectors: site.sectors.map((one, i) => ({ ...one, ...channel(sectorId(site, i)) })),
      }),
    })),
    hops: hops.map((hop) => ({ ...hop, ...channel(hopId(hop)) })),
    open: [...clashesSaid(clashes, links), ...askedFor(links, of)],
  };
}

const sectorId = ({ id }: Site, i: number) => `sector ${id} ${i}`;
const hopId = ({ from, to }: Hop) => `hop ${from} ${to}`;

const sectorsOf = (site: Site, radio: Radio): Named[] =>
  (site.sectors ?? []).map(({ azimuth, beam }, i) => ({
    id: sectorId(site, i),
    name: `sector ${i + 1} of ${site.name}`,
    radio,
    aerials: [{ at: site, azimuth, beam }],
  }));

/** Both ends have the antenna that the radio's budget reckons with. */
function linkOf(hop: Hop, sites: readonly Site[], radios: readonly Radio[]): Named {
  const [from, to] = [hop.from, hop.to].map((id) => sites.find((site) => site.id === id)!);
  const radio = radios.find(({ id }) => id === hop.radio)!;
  const beam = radio.beam?.across ?? dishBeam(radio.gain);
  return {
    id: hopId(hop),
    name: `${from!.name}–${to!.name}`,
    radio,
    aerials: [
      { at: from!, azimuth: bearing(from!, to!), beam },
      { at: to!, azimuth: bearing(to!, from!), beam },
    ],
  };
}

function clashesSaid(clashes: readonly Clash[], links: readonly Named[]): string[] {
  if (clashes.length === 0) return [];
  const name = new Map(links.map((link) => [link.id, link.name]));
  const pairs = clashes.map(({ links: [a, b], degrees }) => {
    const apart = Math.round(degrees * 10) / 10;
    return `${name.get(a)} and ${name.get(b)} are ${apart}° apart on one frequency`;
  });
  return [
    `No channel was found that keeps every two antennas on a mast apart that look the same way: ${namesIn(pairs)}.`,
  ];
}

/** Whose rasters a plan with these radios takes its channels from, where it takes any from one. */
export function rastersSaid(radios: readonly Radio[]): string[] {
  const bands = new Set(radios.flatMap((radio) => rasterOf(radio)?.said ?? []));
  if (bands.size === 0) return [];
  return [
    `Channels in MHz follow European rules. Other regions have other channels, so check them with the regulator. ${[...bands].join(" ")}`,
  ];
}

/** What has a name in place of a frequency. */
function askedFor(links: readonly Named[], of: ReturnType<typeof channelsOf>["of"]): string[] {
  const names = Map.groupBy(
    links.filter(({ id }) => of.get(id)!.name !== undefined),
    ({ radio }) => radio.name,
  );
  return [...names].map(([radio, mine]) => {
    const all = [...new Set(mine.map(({ id }) => of.get(id)!.name!))].toSorted(
      (a, b) => a.length - b.length || (a < b ? -1 : 1),
    );
    const count = all.length === 1 ? "one channel" : `${all.length} channels`;
    return `Frequencies for ${radio} have to be asked of the regulator: ${count} (${namesIn(all)}) will do.`;
  });
}

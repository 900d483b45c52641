/**
 * Gives each hop and each sector a channel, so that no two antennas on one mast that look the same way share a frequency.
 * A colouring of the graph of such pairs: greedy, those with the most neighbours first (D. J. A. Welsh and M. B. Powell,
 * 1967). It need not find a plan without clashes where there is one; what it leaves is told.
 */
import { distanceKm } from "../../../engines/terrain/great-circle.ts";
import type { LatLon } from "../../../engines/terrain/grid.ts";
import type { Channel } from "../records.ts";
import { centresIn, rasterOf, type Raster, type Sender } from "./rasters.ts";

/** Degrees: where it looks, from north through east, and the beam in which at most 3 dB are lost. */
export interface Aerial {
  readonly at: LatLon;
  readonly azimuth: number;
  readonly beam: number;
}

/** What sends and hears on one channel: a sector, or a hop with an antenna at each end. */
export interface Link {
  /** Its own: neither it nor the plan depends on the order of links. */
  readonly id: string;
  readonly radio: Sender;
  readonly aerials: readonly Aerial[];
}

/** Two links that share a frequency, and by how many degrees their antennas look apart. */
export interface Clash {
  readonly links: readonly [string, string];
  readonly degrees: number;
}

interface Channels {
  /** By the id of the link. */
  readonly of: ReadonlyMap<string, Channel>;
  /** Those least apart first. */
  readonly clashes: readonly Clash[];
}

interface Node {
  readonly link: Link;
  readonly raster: Raster | undefined;
  /** Links whose antennas look the same way in the same band, with the degrees between them and the wider beam. */
  readonly near: { readonly node: Node; readonly degrees: number; readonly beam: number }[];
  channel?: Channel;
}

export function channelsOf(links: readonly Link[]): Channels {
  const nodes = links
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((link): Node => ({ link, raster: rasterOf(link.radio), near: [] }));
  for (const [i, a] of nodes.entries())
    for (let j = i + 1; j < nodes.length; j++) join(a, nodes[j]!);
  const order = nodes.toSorted(
    (a, b) => b.near.length - a.near.length || b.link.radio.bandwidth - a.link.radio.bandwidth,
  );
  for (const node of order) node.channel = bestFor(node);
  return {
    of: new Map(nodes.map(({ link, channel }) => [link.id, channel!])),
    clashes: nodes
      .flatMap(({ link, channel, near }) =>
        near
          .filter(({ node }) => link.id < node.link.id && overlap(channel!, node.channel!))
          .map(({ node, degrees }) => ({ links: [link.id, node.link.id] as const, degrees })),
      )
      .toSorted((a, b) => a.degrees - b.degrees),
  };
}

const SAME_MAST = 0.1; // km
/** Share of the frequency that both halves of a licensed band span: 17.7 to 19.7 GHz 10.2 %, 71 to 86 GHz 17.4 %. */
const SAME_BAND = 0.18;

/** Makes the two neighbours where any of their antennas look the same way in the same band. */
function join(a: Node, b: Node): void {
  if (!mayMeet(a, b)) return;
  const least = a.link.aerials
    .flatMap((one) => b.link.aerials.flatMap((other) => facing(one, other)))
    .toSorted((x, y) => x.degrees - y.degrees)[0];
  if (!least) return;
  a.near.push({ node: b, ...least });
  b.near.push({ node: a, ...least });
}

function mayMeet(a: Node, b: Node): boolean {
  const [one, other] = [a.link.radio.mhz, b.link.radio.mhz];
  return (
    a.raster === b.raster &&
    (a.raster !== undefined || Math.abs(one - other) <= SAME_BAND * Math.max(one, other))
  );
}

/** Degrees between two antennas of one mast, where that is no more than the wider of their beams. */
function facing(a: Aerial, b: Aerial): { degrees: number; beam: number }[] {
  // A look at the latitude spares most pairs the rest: a degree is 111 km.
  if (Math.abs(a.at.lat - b.at.lat) > SAME_MAST / 100) return [];
  const degrees = Math.abs(((((b.azimuth - a.azimuth + 180) % 360) + 360) % 360) - 180);
  const beam = Math.max(a.beam, b.beam);
  return degrees <= beam && distanceKm(a.at, b.at) <= SAME_MAST ? [{ degrees, beam }] : [];
}

/** Do they share a frequency? A name stands for one that is not known. */
const overlap = (a: Channel, b: Channel): boolean =>
  a.mhz === undefined || b.mhz === undefined
    ? a.name === b.name
    : Math.abs(a.mhz - b.mhz) < (a.width! + b.width!) / 2;

/**
 * The channel that is shared with the fewest and those furthest aside; of those alike the one that takes the least from
 * neighbours that have none yet, then the first.
 */
function bestFor(node: Node): Channel {
  const costs = choicesOf(node).map((channel) => {
    let [shared, taken] = [0, 0];
    for (const { node: other, degrees, beam } of node.near)
      if (!other.channel)
        taken += other.raster ? choicesOf(other).filter((one) => overlap(one, channel)).length : 0;
      else if (overlap(other.channel, channel)) shared += 2 - degrees / beam;
    return { channel, shared, taken };
  });
  return costs.reduce((a, b) =>
    b.shared < a.shared || (b.shared === a.shared && b.taken < a.taken) ? b : a,
  ).channel;
}

/** Those of its band; where a regulator gives them out, as many names as it can need. */
const choicesOf = ({ link: { radio }, raster, near }: Node): Channel[] =>
  raster
    ? centresIn(raster, radio).map((mhz) => ({ mhz, width: radio.bandwidth }))
    : Array.from({ length: near.length + 1 }, (_, i) => ({
        name: letters(i),
        width: radio.bandwidth,
      }));

/** A, B … Z, AA, AB … */
const letters = (i: number): string =>
  (i < 26 ? "" : letters(Math.floor(i / 26) - 1)) + String.fromCharCode(65 + (i % 26));

/** The drawing: land in tones, one line from west to east through the places, their names where there is room. */
import { atlasRows, type Atlas } from "../../../engines/globe/atlas.ts";
import { threadThrough } from "../../../engines/globe/thread.ts";
import type { Html } from "../../../platform/web/route.ts";
import { placeLabels, type PlaceState } from "../../places/feature.ts";
import type { Mark } from "../layers.ts";
import type { Indicator, Spot } from "../queries.ts";
import type { Region } from "../regions.ts";
import { toneOf, TONES } from "../tones.ts";
import { MARK_SIZES, square } from "./layer.tsx";

const [WIDE, BESIDE] = [960, 720]; // px; beside something a map is smaller and its letters are not
const STEP = 7; // px between the rows: four of them tell a small country from its neighbour

// Rule A1: a page stays small, and a line through more places than this is a knot.
const [MOST_PINS, MOST_JOINED, MOST_NAMED, MOST_MARKS] = [300, 60, 60, 600];
const CELL = 2.8; // degrees; the cells of measurements are smaller and drawn as large
const UNNAMED = "ZZ"; // land without a code of ISO 3166, in whichever region it is

/** Said on the map by a ring in ink, since a state is never drawn in the signal colour. */
const RINGS: Readonly<Record<PlaceState, string>> = {
  unconnected: "ring dots",
  planned: "ring dash",
  building: "ring dash",
  connected: "ring",
  measured: "ring",
};

export function AtlasMap(props: {
  readonly region: Region;
  readonly spots: readonly Spot[];
  readonly use: Indicator | undefined;
  /** Stands in a row, beside something. */
  readonly isBeside: boolean;
  /** Of a layer, of most weight first. */
  readonly marks: readonly Mark[];
}): Html {
  const { region, spots, use, isBeside, marks } = props;
  const map = atlasRows(
    { window: region.window, width: isBeside ? BESIDE : WIDE, step: STEP },
    (country) =>
      region.holds(country) || country === UNNAMED
        ? toneOf(use?.figures.get(country)?.value)
        : "beyond",
  );
  const all = spots.flatMap(({ place, stories }) => {
    const at = map.project(place.lat, place.lon);
    return at
      ? [{ ...at, name: place.name, state: place.state?.value, isTold: stories.length > 0 }]
      : [];
  });
  const pins = [...all.filter((p) => p.isTold), ...all.filter((p) => !p.isTold)].slice(
    0,
    MOST_PINS,
  );
  const isJoined = all.length > 1 && all.length <= MOST_JOINED;
  return (
    <figure class={isBeside ? "map c8" : "map"}>
      <svg viewBox={`0 0 ${map.width} ${map.height}`} role="img" aria-labelledby="atlas">
        <title id="atlas">{titleOf(region, all, isJoined)}</title>
        {(["beyond", ...TONES] as const).map(
          (tone) => map.paths.has(tone) && <path class={`land ${tone}`} d={map.paths.get(tone)} />,
        )}
        {pathsOf(marks.slice(0, MOST_MARKS), map, region).map((d) => (
          <path class="cell" d={d} />
        ))}
        {isJoined && (
          <path class="thread" vector-effect="non-scaling-stroke" d={threadThrough(all)} />
        )}
        {pins.map(({ x, y, isTold, state }) => (
          <>
            {state && <circle class={RINGS[state]} cx={x} cy={y} r="10" />}
            <circle class={isTold ? "pin" : "pin open"} cx={x} cy={y} r="5" />
          </>
        ))}
        <g paint-order="stroke">
          {placeLabels(pins.slice(0, MOST_NAMED), map.width).map(
            ({ x, y, anchor, name, narrow }) => (
              <text
                class={narrow ? undefined : "opt"}
                x={tenth(x)}
                y={tenth(y)}
                text-anchor={anchor}
              >
                {name}
              </text>
            ),
          )}
        </g>
      </svg>
      <figcaption>
        <small>
          A full dot is a place with a story here, an open one a place without.
          {pins.some(({ state }) => state) &&
            " A ring around it: connected or measured; dashed: planned or being built; dotted: unconnected."}
          {pins.length < all.length && ` ${pins.length} of ${all.length} places are drawn.`}
          {marks.length > 0 && " Squares are cells of the layer; the legend says their size."}
          {marks.length > MOST_MARKS &&
            ` ${MOST_MARKS} of ${marks.length} cells are drawn, those that rest on most.`}
          {isJoined && " The line is the order of reading, west to east, not a cable."} Land and
          borders are as Natural Earth draws them; nothing is said about any border.
        </small>
      </figcaption>
    </figure>
  );
}

/** One path a size. */
function pathsOf(
  marks: readonly Mark[],
  map: Pick<Atlas<string>, "width" | "project">,
  { window }: Region,
): string[] {
  const side = (CELL * map.width) / (window.east - window.west);
  const bySize = Map.groupBy(marks, ({ step }) => step ?? 0);
  return [...bySize].map(([step, some]) =>
    some
      .flatMap(({ lat, lon }) => map.project(lat, lon) ?? [])
      .map(({ x, y }) => square(x, y, Math.max(3, side * MARK_SIZES[step]!)))
      .join(""),
  );
}

function titleOf(
  { name, slug }: Region,
  pins: readonly { readonly name: string }[],
  isJoined: boolean,
): string {
  const map = slug === "" ? "World map" : `Map of ${name}`;
  const [first, last] = [pins[0], pins.at(-1)];
  if (!first || !last) return `${map}. No place is marked on it.`;
  if (first === last) return `${map} with ${first.name} marked.`;
  if (!isJoined) return `${map} with ${pins.length} places marked; their list stands below.`;
  return `${map}: one line joins ${pins.length} places from ${first.name} in the west to ${last.name} in the east.`;
}

const tenth = (n: number): number => Math.round(n * 10) / 10;

/** The drawing: land in tones, one line from west to east through the places, their names where there is room. */
import { atlasRows, type Atlas } from "../../../engines/globe/atlas.ts";
import { threadThrough } from "../../../engines/globe/thread.ts";
import type { Html } from "../../../platform/web/route.ts";
import { formatNumber } from "../../../platform/web/words.ts";
import { placeLabels, type PlaceState } from "../../places/api.ts";
import type { Mark } from "../layers.ts";
import type { Indicator, Spot } from "../queries.ts";
import type { Region } from "../regions.ts";
import { toneOf, TONES } from "../tones.ts";
import { wordsIn } from "../words.ts";
import { MARK_SIZES, square } from "./layer.tsx";

const [WIDE, BESIDE] = [960, 720]; // px; beside something a map is smaller and its letters are not
const STEP = 7; // px between the rows: four of them tell a small country from its neighbour

// Rule AT1: a page stays small, and a line through more places than this is a knot.
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
  readonly lang: string;
}): Html {
  const { region, spots, use, isBeside, marks, lang } = props;
  const words = wordsIn(lang).map;
  const say = (n: number) => formatNumber(n, lang);
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
        <title id="atlas">{titleOf({ region, pins: all, isJoined, lang })}</title>
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
          {[
            words.dots,
            pins.some(({ state }) => state) && words.rings,
            pins.length < all.length && words.drawn(say(pins.length), say(all.length)),
            marks.length > 0 && words.squares,
            marks.length > MOST_MARKS && words.cells(say(MOST_MARKS), say(marks.length)),
            isJoined && words.line,
            words.borders,
          ]
            .filter(Boolean)
            .join(" ")}
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

function titleOf(props: {
  readonly region: Region;
  readonly pins: readonly { readonly name: string }[];
  readonly isJoined: boolean;
  readonly lang: string;
}): string {
  const { region, pins, isJoined, lang } = props;
  const { map: words, regions } = wordsIn(lang);
  const map = region.slug === "" ? words.world : words.of(regions[region.slug]);
  const [first, last] = [pins[0], pins.at(-1)];
  if (!first || !last) return words.empty(map);
  if (first === last) return words.one(map, first.name);
  const n = formatNumber(pins.length, lang);
  return isJoined ? words.joined(map, n, first.name, last.name) : words.many(map, n);
}

const tenth = (n: number): number => Math.round(n * 10) / 10;

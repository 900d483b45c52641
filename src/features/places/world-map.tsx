/**
 * All places on one map, joined by one line from west to east, where it can be read; and their list by nearness, beside
 * it and in its place on a phone. Stands in a `.row`.
 */
import { threadThrough } from "../../engines/globe/thread.ts";
import { worldRows } from "../../engines/globe/world.ts";
import { distanceKm } from "../../engines/terrain/great-circle.ts";
import type { Html } from "../../platform/web/route.ts";
import { placeLabels } from "./map-labels.ts";
import { wordsIn, type PlaceWords } from "./words.ts";
import type { PlaceCard } from "./queries.ts";

const SIZE = { width: 960, height: 440, rows: 63 };
let drawn: ReturnType<typeof worldRows> | undefined; // the same for every page, 2 ms to draw

export function WorldMap(props: {
  readonly places: readonly PlaceCard[];
  readonly lang: string;
  /** A path of the site in the page's language. */
  readonly to: (path: string) => string;
  /** Unique on the page. */
  readonly id?: string;
}): Html {
  const { places, to, id = "world" } = props;
  const words = wordsIn(props.lang).map;
  const world = (drawn ??= worldRows(SIZE));
  const west = places.toSorted((a, b) => a.lon - b.lon || (a.slug < b.slug ? -1 : 1));
  const pins = west.map((place) => ({ ...world.project(place.lat, place.lon), name: place.name }));
  const [first, last] = [pins[0], pins.at(-1)];
  return (
    <>
      <figure class="map c8 world">
        <svg viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} role="img" aria-labelledby={id}>
          <title id={id}>{titleOf(west, words)}</title>
          <path class="land" d={world.path} />
          {first && last && <Thread pins={pins} />}
          {pins.map(({ x, y }) => (
            <circle class="pin" cx={x} cy={y} r="4.5" />
          ))}
          <g paint-order="stroke">
            {placeLabels(pins).map(({ x, y, anchor, name, narrow }) => (
              <text
                class={narrow ? undefined : "opt"}
                x={round(x)}
                y={round(y)}
                text-anchor={anchor}
              >
                {name}
              </text>
            ))}
          </g>
        </svg>
        {pins.length > 1 && (
          <figcaption>
            <small>{words.order}</small>
          </figcaption>
        )}
      </figure>
      <div class="r4">
        <ul class="chips">
          {byNearness(west).map((place) => (
            <li>
              <a href={to(`/places/${place.slug}`)}>{place.name}</a>
            </li>
          ))}
        </ul>
        {west.length > 2 && <p class="small">{words.near}</p>}
        <p>
          <a class="more" href={to("/atlas")}>
            {words.atlas}
          </a>
        </p>
        <p class="small">
          <a href="/data/places.geojson">{words.data}</a>
        </p>
      </div>
    </>
  );
}

/** The line comes from the page's own line, which stands at its starting edge. */
function Thread({ pins }: { readonly pins: readonly { x: number; y: number }[] }) {
  return (
    <>
      <path
        class="thread ltr"
        vector-effect="non-scaling-stroke"
        d={threadThrough([{ x: 0, y: -5 }, ...pins])}
      />
      <path
        class="thread rtl"
        vector-effect="non-scaling-stroke"
        d={threadThrough([...pins, { x: SIZE.width, y: -5 }])}
      />
    </>
  );
}

/** From the first on, each is followed by the nearest of those that are left. */
export function byNearness(places: readonly PlaceCard[]): PlaceCard[] {
  const left = [...places];
  const row = left.splice(0, 1);
  while (left.length > 0) {
    const far = left.map((place) => distanceKm(row.at(-1)!, place));
    row.push(...left.splice(far.indexOf(Math.min(...far)), 1));
  }
  return row;
}

function titleOf(west: readonly PlaceCard[], words: PlaceWords["map"]): string {
  const [first, last] = [west[0], west.at(-1)];
  if (!first || !last) return words.empty;
  if (west.length === 1) return words.one(first.name);
  return words.many(west.length, first.name, last.name);
}

const round = (n: number): number => Math.round(n * 10) / 10;

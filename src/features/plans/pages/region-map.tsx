/** A small map of a region that is prepared: the frames of its tiles, and its places by their people. */
import type { Html } from "../../../platform/web/route.ts";
import { eastOf } from "../browser/ground.ts";
import type { Frame, Layers } from "../regions-kept.ts";
import { wholeFrame } from "../regions-look.ts";

const WIDTH = 360; // px
const [LOWEST, HIGHEST] = [120, 480]; // px of the height: a long and narrow region stays on the screen
const AROUND = 0.02; // degrees, at least

export function RegionMap({
  layers,
  title,
}: {
  readonly layers: Layers;
  readonly title: string;
}): Html {
  const whole = wholeFrame(layers);
  if (!whole) return <></>;
  const frame = widened(whole);
  const middle = ((frame.south + frame.north) / 2) * (Math.PI / 180);
  const ratio = (frame.north - frame.south) / ((frame.east - frame.west) * Math.cos(middle));
  const height = Math.round(Math.min(HIGHEST, Math.max(LOWEST, WIDTH * ratio)));
  const x = (lon: number) =>
    tenth(((eastOf(lon, frame.west) - frame.west) / (frame.east - frame.west)) * WIDTH);
  const y = (lat: number) => tenth(((frame.north - lat) / (frame.north - frame.south)) * height);
  const most = Math.max(1, ...(layers.places?.dots ?? []).map(([, , people]) => people));
  const tiles = layers.tiles.filter((one) => one.west !== undefined) as (Frame & object)[];
  return (
    <figure class="map">
      <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-labelledby="region-map">
        <title id="region-map">{title}</title>
        {tiles.map(({ south, north, west, east }) => {
          const left = x(west);
          const wide = tenth(((east - west) / (frame.east - frame.west)) * WIDTH);
          return (
            <rect
              class="thread gapline"
              x={left}
              y={y(north)}
              width={wide}
              height={tenth(y(south) - y(north))}
            />
          );
        })}
        {(layers.places?.dots ?? []).map(([lat, lon, people]) => (
          <circle
            class="cell"
            cx={x(lon)}
            cy={y(lat)}
            r={tenth(2 + 5 * Math.sqrt(people / most))}
          />
        ))}
      </svg>
    </figure>
  );
}

function widened({ south, west, north, east }: Frame): Frame {
  const [up, across] = [
    Math.max(AROUND, (north - south) * 0.03),
    Math.max(AROUND, (east - west) * 0.03),
  ];
  return { south: south - up, north: north + up, west: west - across, east: east + across };
}

const tenth = (n: number): number => Math.round(n * 10) / 10;

/** A drawing of where sensors hang, by their coordinates alone: made here, with no map of anybody else. */
import type { Html } from "../../../platform/web/route.ts";
import { formatNumber } from "../../../platform/web/words.ts";
import type { Sensor } from "../private/forms.ts";
import { DOT, labelsOf, LETTERS } from "./map-labels.ts";
import type { DeskWords } from "./words.ts";

const [WIDE, HIGH] = [480, 360];
/** Left free of dots: names have room at the sides, north above, the scale below. */
const [SIDE, ENDS] = [72, 76];
const A_DEGREE = 111_195; // m, of a meridian of a sphere of 6,371 km
const LEAST = 200; // m, across: one sensor alone, and sensors on one tree, are drawn, too

export interface Placed {
  readonly id: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
}
interface Drawn {
  readonly placed: readonly Placed[];
  /** Of the bar. */
  readonly metres: number;
  readonly pixels: number;
}

/** Pure: degrees in, places on paper out. Over the few kilometres of a forest a plane is near enough. */
export function drawn(
  sensors: readonly Pick<Sensor, "id" | "name" | "lat" | "lon">[],
): Drawn | undefined {
  const at = sensors.flatMap(({ id, name, lat, lon }) =>
    lat === null || lon === null ? [] : [{ id, name, lat: lat / 1e5, lon: lon / 1e5 }],
  );
  if (at.length === 0) return undefined;
  const first = at[0]!.lon;
  const middle = at.reduce((sum, { lat }) => sum + lat, 0) / at.length;
  // Nearest the first, so that those on both sides of the 180th meridian stand together.
  const metres = at.map(({ id, name, lat, lon }) => ({
    id,
    name,
    east: (((lon - first + 540) % 360) - 180) * A_DEGREE * Math.cos((middle * Math.PI) / 180),
    north: lat * A_DEGREE,
  }));
  const [west, east] = range(metres.map((one) => one.east));
  const [south, north] = range(metres.map((one) => one.north));
  const scale = Math.min(
    (WIDE - 2 * SIDE) / Math.max(LEAST, east - west),
    (HIGH - 2 * ENDS) / Math.max(LEAST, north - south),
  );
  const placed = metres.map((one) => ({
    id: one.id,
    name: one.name,
    x: Math.round(WIDE / 2 + (one.east - (west + east) / 2) * scale),
    y: Math.round(HIGH / 2 - (one.north - (south + north) / 2) * scale),
  }));
  const bar = roundBelow(WIDE / 4 / scale);
  return { placed, metres: bar, pixels: Math.round(bar * scale) };
}

const range = (all: readonly number[]): readonly [number, number] => [
  Math.min(...all),
  Math.max(...all),
];

/** 1, 2 or 5 times a power of ten. */
function roundBelow(metres: number): number {
  const power = 10 ** Math.floor(Math.log10(metres));
  return (metres >= 5 * power ? 5 : metres >= 2 * power ? 2 : 1) * power;
}

/** @param props.wrong the ids of those that are not well */
export function SensorMap(props: {
  readonly words: DeskWords;
  readonly sensors: readonly Sensor[];
  readonly wrong: ReadonlySet<string>;
}): Html {
  const { words, sensors, wrong } = props;
  const w = words.sensors;
  const map = drawn(sensors);
  if (!map) return <p class="wanted">{w.noPositions}</p>;
  const { placed, metres, pixels } = map;
  const labels = labelsOf(placed, { left: 4, right: WIDE - 4, top: 70, bottom: HIGH - 56 });
  const length =
    metres < 1000
      ? w.metres(formatNumber(metres, words.lang))
      : w.kilometres(formatNumber(metres / 1000, words.lang));
  return (
    <figure>
      <svg
        viewBox={`0 0 ${WIDE} ${HIGH}`}
        role="img"
        aria-labelledby="map"
        dir="ltr"
        font-size={LETTERS}
        fill="currentColor"
      >
        <path d={`M1 1H${WIDE - 1}V${HIGH - 1}H1z`} fill="none" stroke="currentColor" />
        <path
          d={`M${WIDE - 36} 44V16m-6 8 6-8 6 8`}
          fill="none"
          stroke="currentColor"
          stroke-width="2"
        />
        <text x={WIDE - 16} y="64" text-anchor="end">
          {w.north}
        </text>
        <path
          d={`M16 ${HIGH - 22}v6h${pixels}v-6`}
          fill="none"
          stroke="currentColor"
          stroke-width="2"
        />
        <text x="16" y={HIGH - 32}>
          {length}
        </text>
        {placed.map(({ id, name, x, y }, i) => (
          <>
            <circle
              cx={x}
              cy={y}
              r={DOT}
              fill={wrong.has(id) ? "var(--signal)" : "none"}
              stroke={wrong.has(id) ? "var(--signal)" : "currentColor"}
              stroke-width="2.5"
            />
            <text x={labels[i]!.x} y={labels[i]!.y} text-anchor={labels[i]!.anchor}>
              {name}
            </text>
          </>
        ))}
      </svg>
      <figcaption class="small">
        {wrong.size > 0 && <>{w.mapFilled} </>}
        {w.mapHint}
      </figcaption>
    </figure>
  );
}

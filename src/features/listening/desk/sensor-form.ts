/** What the form of a sensor says, read: pure. Rule LW14. */
import { numberIn } from "../../../platform/web/typed-number.ts";
import type { Sensor } from "../private/forms.ts";
import { MAX_EVERY, MIN_EVERY, NAME } from "../sensors/message.ts";
import type { DeskWords } from "./words.ts";

export const SENSOR_FIELDS = ["name", "place", "spot", "every", "lat", "lon", "empty"] as const;
export type Field = (typeof SENSOR_FIELDS)[number];
export type Typed = Readonly<Record<Field, string>>;
export type Problems = Readonly<Partial<Record<string, string>>>;
type SaidOfSensor = Pick<Sensor, Field>;

const MOST_SPOT = 120; // characters
const DEGREE = 100_000;

export const FRESH: Typed = {
  name: "",
  place: "",
  spot: "",
  every: "20", // the longest at which one that is deaf is told within the hour
  lat: "",
  lon: "",
  empty: "",
};

export const typedOf = (sensor: SaidOfSensor): Typed => {
  const parts = (n: number | null, of: number) => (n === null ? "" : String(n / of));
  return {
    name: sensor.name,
    place: sensor.place,
    spot: sensor.spot,
    every: String(sensor.every),
    lat: parts(sensor.lat, DEGREE),
    lon: parts(sensor.lon, DEGREE),
    empty: parts(sensor.empty, 1000),
  };
};

/** @param places the subjects that may be chosen */
export function readSensor(
  typed: Typed,
  places: ReadonlySet<string>,
  { wrong, lang }: DeskWords,
): { readonly said: SaidOfSensor; readonly problems: Problems } {
  const name = typed.name.toUpperCase().replaceAll(/\s/g, "");
  const every = amount(typed.every, lang, [MIN_EVERY, MAX_EVERY], 1);
  const lat = amount(typed.lat, lang, [-90, 90], DEGREE);
  const lon = amount(typed.lon, lang, [-180, 180], DEGREE);
  const empty = amount(typed.empty, lang, [1, 60], 1000);
  const isHalf = (typed.lat === "") !== (typed.lon === "");
  const problems: Problems = {
    ...(!NAME.test(name) && { name: wrong.name }),
    ...(typed.place !== "" && !places.has(typed.place) && { place: wrong.place }),
    ...((typed.spot === "" || typed.spot.length > MOST_SPOT) && { spot: wrong.spot }),
    ...((every === undefined || every === null || typed.every.includes(".")) && {
      every: wrong.every,
    }),
    ...(lat === undefined && { lat: wrong.lat }),
    ...(lon === undefined && { lon: wrong.lon }),
    ...(isHalf && (typed.lat === "" ? { lat: wrong.both } : { lon: wrong.both })),
    ...(empty === undefined && { empty: wrong.empty }),
  };
  const said = {
    name,
    place: typed.place,
    spot: typed.spot,
    every: every ?? 0,
    lat: lat ?? null,
    lon: lon ?? null,
    empty: empty ?? null,
  };
  return { said, problems };
}

/** @returns null where nothing was typed, undefined where it is none */
function amount(
  typed: string,
  lang: string,
  [least, most]: readonly [number, number],
  times: number,
): number | null | undefined {
  if (typed === "") return null;
  // A degree with three digits after its point is no thousand, in whatever language.
  const plain = /^[+-]?\d{1,3}[.,]\d{1,8}$/.test(typed)
    ? Number(typed.replace(",", "."))
    : numberIn(typed, lang);
  if (typeof plain !== "number" || !Number.isFinite(plain)) return undefined;
  return plain >= least && plain <= most ? Math.round(plain * times) : undefined;
}

/** A place on the globe: where a reader finds it on the Earth. */
import { globeRows } from "../../engines/globe/globe.ts";
import type { Html } from "../../platform/web/route.ts";
import { wordsIn } from "./words.ts";
import type { PlaceCard } from "./queries.ts";

type Placed = Pick<PlaceCard, "slug" | "name" | "countryName" | "lat" | "lon">;

/** `size` and `rows` as in the engine's README; the default is the small globe beside a text. */
export function Globe(props: {
  readonly place: Placed;
  readonly lang: string;
  readonly size?: number;
  readonly rows?: number;
  /** Of its title; a page may draw a place twice. */
  readonly id?: string;
}): Html {
  const { place, size = 220, rows = 36 } = props;
  const { path, pin, rim } = globeRows(place.lat, place.lon, { size, rows });
  const title = props.id ?? `globe-${place.slug}`;
  return (
    <svg class="globe" viewBox={`0 0 ${size} ${size}`} role="img" aria-labelledby={title}>
      <title id={title}>{wordsIn(props.lang).globe(`${place.name}, ${place.countryName}`)}</title>
      <path class="land" d={path} />
      <circle class="rim" cx={rim.x} cy={rim.y} r={rim.r} />
      <circle class="pin" cx={pin.x} cy={pin.y} r="4.5" />
      <circle class="halo" cx={pin.x} cy={pin.y} r="10" />
    </svg>
  );
}

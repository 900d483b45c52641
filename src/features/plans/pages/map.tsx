/** The map of a plan: masts and the line between them over the relief, places by their people. Rule PN6. */
import type { LatLon } from "../../../engines/terrain/grid.ts";
import { isLight, mediaPath, Picture } from "../../../platform/web/picture.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { formatNumber } from "../../../platform/web/words.ts";
import { placeLabels } from "../../places/api.ts";
import type { Plan } from "../records.ts";
import type { PlanWords } from "../words.ts";
import { mapShape, WIDTH, type MapShape, type Point } from "./map-shape.ts";

const MOST_REACHES = 150; // dotted lines to places; more are a web

export function PlanMap(props: {
  readonly plan: Plan;
  readonly words: PlanWords;
  /** A reader can point at it, for a link of their own: its ends, where they are known. */
  readonly asked?: readonly LatLon[];
}): Html {
  const { plan, words, asked } = props;
  const shape = mapShape(plan);
  const { map } = plan;
  const relief = map && { file: map.day, night: map.night, alt: "" };
  const atOnce = relief && isLight(relief);
  const number = (n: number) => formatNumber(n, words.lang);
  return (
    <figure class="map over c8">
      {relief && atOnce && (
        <picture>
          <source media="(prefers-color-scheme: dark)" srcset={mediaPath(relief.night)} />
          <img
            src={mediaPath(relief.file)}
            alt=""
            width={relief.file.width}
            height={relief.file.height}
          />
        </picture>
      )}
      <svg
        id={asked && "map"}
        viewBox={`0 0 ${WIDTH} ${shape.height}`}
        role="img"
        aria-labelledby="map-title"
      >
        <title id="map-title">
          {words.mapOf(number(plan.sites.length), number(plan.places.length))}
        </title>
        <Drawn shape={shape} />
        {asked && <Asked ends={asked.map(shape.at)} />}
      </svg>
      {relief && !atOnce && <Picture picture={relief} title={words.relief} lang={words.lang} />}
      {map && !asked && (
        <div class="ink">
          <Picture
            picture={{ file: map.coverage, alt: words.coverageAlt }}
            title={words.coverage}
            lang={words.lang}
          />
        </div>
      )}
      <figcaption>
        <small>{asked ? words.link.map : `${words.mapIs} ${map ? words.coverageIs : ""}`}</small>
      </figcaption>
    </figure>
  );
}

/** The script draws into it, too. */
function Asked({ ends: [from, to] }: { readonly ends: readonly Point[] }) {
  return (
    <>
      <path
        id="asked"
        class="thread"
        d={from && to ? `M${from.x} ${from.y}L${to.x} ${to.y}` : ""}
      />
      <circle id="asked-from" class="halo" cx={from?.x} cy={from?.y} r={from ? 11 : 0} />
      <circle id="asked-to" class="halo" cx={to?.x} cy={to?.y} r={to ? 11 : 0} />
    </>
  );
}

function Drawn({ shape }: { readonly shape: MapShape }) {
  const { sites, places, hops, reach } = shape;
  const named = places
    .toSorted((a, b) => b.r - a.r)
    .map(({ x, y, place: { name } }) => ({ x, y, name }));
  return (
    <>
      {places.filter((one) => one.isServed).length <= MOST_REACHES && (
        <path class="thread gapline" vector-effect="non-scaling-stroke" d={reach} />
      )}
      {places.map(({ x, y, r, isServed }) => (
        <circle class={isServed ? "cell" : "ring dots"} cx={x} cy={y} r={r} />
      ))}
      <path class="thread" vector-effect="non-scaling-stroke" d={hops} />
      {sites.map(({ x, y, site }) => (
        <>
          <circle class={site.serves ? "pin" : "pin open"} cx={x} cy={y} r="5" />
          {site.kind === "gateway" && <circle class="halo" cx={x} cy={y} r="11" />}
        </>
      ))}
      <g paint-order="stroke">
        {placeLabels(named, WIDTH).map(({ x, y, anchor, name, narrow }) => (
          <text
            class={narrow ? undefined : "opt"}
            x={Math.round(x)}
            y={Math.round(y)}
            text-anchor={anchor}
          >
            {name}
          </text>
        ))}
      </g>
    </>
  );
}

/** The atlas: the map, the ways to zoom and choose, and every place that is on it as a list. */
import { countryAt } from "../../../engines/globe/atlas.ts";
import { pathIn } from "../../../platform/web/frame.ts";
import type { Html, PageRequest } from "../../../platform/web/route.ts";
import { plural } from "../../../platform/web/words.ts";
import type { Layer, LayerId, Mark } from "../layers.ts";
import type { Indicators, Spot } from "../queries.ts";
import { REGIONS, WORLD, type Region } from "../regions.ts";
import { Places, stateWords } from "./places.tsx";
import { LayerCells, LayerLegend, layerName } from "./layer.tsx";
import { Legend } from "./legend.tsx";
import { AtlasMap } from "./map.tsx";

export interface AtlasProps {
  readonly request: PageRequest;
  readonly region: Region;
  /** Those of the region. */
  readonly spots: readonly Spot[];
  readonly indicators: Indicators;
  readonly chosen: { readonly topic?: string; readonly state?: string; readonly layer?: LayerId };
  readonly offered: readonly LayerId[];
  readonly layer?: Layer;
  /** In which there is a place, in the order of getting there. */
  readonly states: readonly string[];
}

export function AtlasMain(props: AtlasProps): Html {
  const { request, region, spots, indicators, chosen, layer } = props;
  const { frame, lang } = request;
  const to = (path: string) => pathIn(frame, lang, path);
  const told = spots.filter(({ stories }) => stories.length > 0).length;
  const isRegion = region !== WORLD; // most are as high as they are wide, so they share their row
  const marks = layer ? marksIn(region, layer.marks) : [];
  const map = (
    <AtlasMap
      region={region}
      spots={spots}
      use={indicators.use}
      isBeside={isRegion}
      marks={marks.filter(({ step }) => step !== undefined)}
    />
  );
  const filters = <Filters {...props} to={to} />;
  const isChosen = (chosen.topic ?? chosen.state) !== undefined;
  return (
    <>
      <header class="row head">
        <h1 class="c8">{region === WORLD ? "The atlas" : `The atlas: ${region.name}`}</h1>
        <p class="stand c8">
          {spots.length} {plural(spots.length, "place", "places")}
          {isChosen && plural(spots.length, " that fits", " that fit")}
          {spots.length > 0 && `, ${told} with a story here`}.
          {spots.length > 1 && " Read them from west to east."}
        </p>
      </header>
      <nav class="chips" aria-label="Regions">
        {[WORLD, ...REGIONS].map((one) => (
          <a href={to(pathOf(one, chosen))} aria-current={one === region ? "page" : undefined}>
            {one.name}
          </a>
        ))}
      </nav>
      {!isRegion && map}
      <div class="row">
        {isRegion && map}
        <div class={isRegion ? "r4" : "c7"}>
          {indicators.use && <Legend use={indicators.use} lang={lang} />}
          {layer && <LayerLegend layer={layer} marks={marks} lang={lang} to={to} />}
          <p>
            <a class="more" href={to("/indicators")}>
              People offline, by country
            </a>
          </p>
          {isRegion && filters}
        </div>
        {!isRegion && <div class="c5">{filters}</div>}
      </div>
      {layer && marks.length > 0 && <LayerCells layer={layer} marks={marks} lang={lang} to={to} />}
      <section aria-labelledby="places">
        <h2 class="knot" id="places">
          Places
        </h2>
        {spots.length > 0 ? (
          <Places spots={spots} use={indicators.use} lang={lang} to={to} />
        ) : (
          <p class="stand">
            None known to us yet.{" "}
            <a class="wanted" href={to("/take-part#ask")}>
              Tell us a place
            </a>
          </p>
        )}
        <p class="small">
          <a href="/data/places.geojson">All places as open data</a>
        </p>
      </section>
    </>
  );
}

/** Cells whose middle lies in a country of the region, or at sea inside its window; of most weight first. */
function marksIn({ holds, window }: Region, marks: readonly Mark[]): readonly Mark[] {
  const { west, east, south, north } = window;
  const isInside = ({ lat, lon }: Mark) =>
    lat > south && lat < north && (((lon - west) % 360) + 360) % 360 < east - west;
  return marks
    .filter((mark) => {
      const country = countryAt(mark.lat, mark.lon);
      return isInside(mark) && (country === undefined || holds(country));
    })
    .toSorted((a, b) => b.weight - a.weight);
}

type Part = AtlasProps & { readonly to: (path: string) => string };

/** Rule A4; a state in which no place stands is not offered. */
function Filters({ request, region, chosen, states, offered, to }: Part) {
  const { topics } = request.frame;
  return (
    <>
      <nav class="chips" aria-label="Also on the map">
        <Choice to={to(pathOf(region, { ...chosen, layer: undefined }))} on={!chosen.layer}>
          Places alone
        </Choice>
        {offered.map((layer) => (
          <Choice to={to(pathOf(region, { ...chosen, layer }))} on={chosen.layer === layer}>
            {layerName(layer)}
          </Choice>
        ))}
      </nav>
      {topics.length > 0 && (
        <nav class="chips" aria-label="Stories by topic">
          <Choice to={to(pathOf(region, { ...chosen, topic: undefined }))} on={!chosen.topic}>
            All topics
          </Choice>
          {topics.map(({ id, name }) => (
            <Choice to={to(pathOf(region, { ...chosen, topic: id }))} on={chosen.topic === id}>
              {name}
            </Choice>
          ))}
        </nav>
      )}
      {states.length > 1 && (
        <nav class="chips" aria-label="Places by state">
          <Choice to={to(pathOf(region, { ...chosen, state: undefined }))} on={!chosen.state}>
            All states
          </Choice>
          {states.map((state) => (
            <Choice to={to(pathOf(region, { ...chosen, state }))} on={chosen.state === state}>
              {stateWords(state)}
            </Choice>
          ))}
        </nav>
      )}
    </>
  );
}

function Choice(props: { readonly to: string; readonly on: boolean; readonly children?: unknown }) {
  return (
    <a href={props.to} aria-current={props.on ? "true" : undefined}>
      {props.children}
    </a>
  );
}

/** Zooming keeps what was chosen, and choosing keeps the zoom. */
export function pathOf(
  { slug }: Region,
  chosen: Readonly<Partial<Record<"topic" | "state" | "layer", string | undefined>>>,
): string {
  const query = Object.entries(chosen).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  const path = slug === "" ? "/atlas" : `/atlas/${slug}`;
  return query.length === 0 ? path : `${path}?${query.join("&")}`;
}

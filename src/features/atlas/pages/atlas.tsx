/** The atlas: the map, the ways to zoom and choose, and every place that is on it as a list. */
import { countryAt } from "../../../engines/globe/atlas.ts";
import { pathIn } from "../../../platform/web/frame.ts";
import type { Html, PageRequest } from "../../../platform/web/route.ts";
import { formatNumber } from "../../../platform/web/words.ts";
import { Section } from "../../../platform/web/heads.tsx";
import { foreign } from "../../../platform/words/inline.tsx";
import { stateWords } from "../../places/api.ts";
import { pathOf } from "../addresses.ts";
import type { Layer, LayerId, Mark } from "../layers.ts";
import type { Indicators, Spot, StateChoice } from "../queries.ts";
import { REGIONS, WORLD, type Region } from "../regions.ts";
import { wordsIn, type AtlasWords } from "../words.ts";
import { IndicatorSections, type IndicatorsProps } from "./indicators.tsx";
import { LayerCells, LayerLegend } from "./layer.tsx";
import { Legend } from "./legend.tsx";
import { AtlasMap } from "./map.tsx";
import { Places } from "./places.tsx";

interface AtlasProps {
  readonly request: PageRequest;
  readonly region: Region;
  /** Those of the region. */
  readonly spots: readonly Spot[];
  readonly indicators: Indicators;
  readonly chosen: { readonly topic?: string; readonly state?: string; readonly layer?: LayerId };
  readonly offered: readonly LayerId[];
  readonly layer?: Layer;
  /** Of the map of the world alone. */
  readonly figures?: Pick<IndicatorsProps, "goal" | "series">;
  /** In which there is a place, in the order of getting there. */
  readonly states: readonly StateChoice[];
}

export function AtlasMain(props: AtlasProps): Html {
  const { request, region, spots, indicators, chosen, layer, figures } = props;
  const { frame } = request;
  const words = wordsIn(request.lang);
  const { lang } = words;
  const own = frame.own;
  const to = (path: string) => pathIn(frame, request.lang, path);
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
      lang={lang}
    />
  );
  const filters = <Filters {...props} words={words} to={to} />;
  const isChosen = (chosen.topic ?? chosen.state) !== undefined;
  return (
    <>
      <header class="row head">
        <h1 class="c8">{isRegion ? words.headingOf(words.regions[region.slug]) : words.heading}</h1>
        <p class="stand c8">
          {isChosen ? words.fitting(spots.length) : words.found(spots.length)}{" "}
          {spots.length > 0 && words.told(formatNumber(told, lang))}{" "}
          {spots.length > 1 && words.westToEast}
        </p>
      </header>
      <nav class="chips" aria-label={words.regionsLabel}>
        {[WORLD, ...REGIONS].map((one) => (
          <a href={to(pathOf(one, chosen))} aria-current={one === region ? "page" : undefined}>
            {words.regions[one.slug]}
          </a>
        ))}
      </nav>
      {!isRegion && map}
      <div class="row">
        {isRegion && map}
        <div class={isRegion ? "r4" : "c7"}>
          {indicators.use && <Legend use={indicators.use} lang={lang} own={own} />}
          {layer && <LayerLegend layer={layer} marks={marks} lang={lang} own={own} to={to} />}
          <p>
            <a class="more" href={isRegion ? to("/atlas#indicators") : "#indicators"}>
              {words.offlineByCountry}
            </a>
          </p>
          <p>
            <a class="more" href={to("/opportunities#plans")}>
              {words.plans}
            </a>
          </p>
          {isRegion && filters}
        </div>
        {!isRegion && <div class="c5">{filters}</div>}
      </div>
      {layer && marks.length > 0 && <LayerCells layer={layer} marks={marks} lang={lang} to={to} />}
      <Section id="places" title={words.places.title}>
        {spots.length > 0 ? (
          <Places
            spots={spots}
            use={indicators.use}
            lang={lang}
            to={to}
            isAsked={!frame.unasked?.pages?.includes("places")}
          />
        ) : (
          <p class="stand">
            {words.places.none}{" "}
            <a class="wanted" href={to("/take-part#ask")}>
              {words.places.tell}
            </a>
          </p>
        )}
        <p class="small">
          <a href="/data/places.geojson">{words.places.data}</a>
        </p>
      </Section>
      {figures && (
        <IndicatorSections {...figures} indicators={indicators} lang={lang} own={own} to={to} />
      )}
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

type Part = AtlasProps & {
  readonly words: AtlasWords;
  readonly to: (path: string) => string;
};

/** Rule AT4; a state in which no place stands is not offered. */
function Filters({ request, region, chosen, states, offered, words, to }: Part) {
  const { topics, language } = request.frame;
  const say = words.filters;
  return (
    <>
      <nav class="chips" aria-label={say.layers}>
        <Choice to={to(pathOf(region, { ...chosen, layer: undefined }))} on={!chosen.layer}>
          {say.placesAlone}
        </Choice>
        {offered.map((layer) => (
          <Choice to={to(pathOf(region, { ...chosen, layer }))} on={chosen.layer === layer}>
            {words.layer.names[layer]}
          </Choice>
        ))}
      </nav>
      {topics.length > 0 && (
        <nav class="chips" aria-label={say.topics}>
          <Choice to={to(pathOf(region, { ...chosen, topic: undefined }))} on={!chosen.topic}>
            {say.allTopics}
          </Choice>
          {topics.map(({ id, name }) => (
            <Choice
              to={to(pathOf(region, { ...chosen, topic: id }))}
              on={chosen.topic === id}
              says={foreign(language, words.lang)}
            >
              {name}
            </Choice>
          ))}
        </nav>
      )}
      {states.length > 1 && (
        <nav class="chips" aria-label={say.states}>
          <Choice to={to(pathOf(region, { ...chosen, state: undefined }))} on={!chosen.state}>
            {say.allStates}
          </Choice>
          {states.map((state) => (
            <Choice to={to(pathOf(region, { ...chosen, state }))} on={chosen.state === state}>
              {stateWords(state === "not-known" ? undefined : state, words.lang)}
            </Choice>
          ))}
        </nav>
      )}
    </>
  );
}

function Choice(props: {
  readonly to: string;
  readonly on: boolean;
  /** The marks of words in another language. */
  readonly says?: ReturnType<typeof foreign>;
  readonly children?: unknown;
}) {
  return (
    <a href={props.to} aria-current={props.on ? "true" : undefined} {...props.says}>
      {props.children}
    </a>
  );
}

/** The addresses of the atlas. */
import { lookedUp, oneOf, unlessMeant } from "../../platform/web/means.ts";
import { movedRoute } from "../../platform/web/moved.ts";
import type { Answer, PageRequest, Route } from "../../platform/web/route.ts";
import { goalHistory, pledgeLedger } from "../pledges/api.ts";
import { LIST_USES } from "../stories/api.ts";
import { AtlasMain } from "./pages/atlas.tsx";
import { LAYERS, layerOf, layersOffered } from "./layers.ts";
import { indicators, spots, STATES, type Indicators, type Wanted as Filter } from "./queries.ts";
import { regionAt, WORLD, type Region } from "./regions.ts";
import { wordsIn } from "./words.ts";

const QUERY = { topic: lookedUp, state: oneOf(...STATES), layer: lookedUp };

export const atlasRoutes: readonly Route[] = [
  { path: "/atlas", query: QUERY, answer: (request) => atlas(request, WORLD) },
  {
    path: "/atlas/:region",
    query: QUERY,
    async answer(request) {
      const region = regionAt(request.params["region"]!);
      return region && atlas(request, region);
    },
  },
  movedRoute("/indicators", "/atlas#indicators", { state: QUERY.state }),
];

async function atlas(request: PageRequest, region: Region): Promise<Answer> {
  const { db, lang, today, frame } = request;
  const words = wordsIn(lang);
  const { topic, state, layer } = request.query;
  // What nobody offers is no filter; an address that was cut or misspelt shows the whole map.
  const isTopic = frame.topics.some(({ id }) => id === topic);
  const isLayer = LAYERS.some((one) => one === layer);
  const odd = unlessMeant(request, { topic: isTopic, layer: isLayer });
  if (odd) return odd;
  const known = await indicators(db, lang);
  const offered = layersOffered(known.all);
  const id = offered.find((one) => one === layer);
  const notOffered = unlessMeant(request, { layer: id !== undefined });
  if (notOffered) return notOffered;
  const chosen = { ...(topic && { topic }), ...(state && { state }) } as Pick<
    Filter,
    "topic" | "state"
  >;
  const found = await spots(db, { today, lang, own: frame.own, ...chosen });
  // A part of the world has its own map; the figures stand once, under that of the whole.
  const figures = region === WORLD ? await indicatorsIn(request, known) : undefined;
  const ends = [found.until, figures?.goal.until].filter((day) => day !== undefined).toSorted();
  return {
    kind: "page",
    uses: { projections: [...LIST_USES, "partners", "pledges", "datasets", "measurements"] },
    ...(ends[0] !== undefined && { until: ends[0] }),
    title: region === WORLD ? words.title : words.titleOf(words.regions[region.slug]),
    description: words.description,
    lang: words.lang,
    current: "/do-good",
    main: AtlasMain({
      request,
      region,
      spots: found.spots.filter(({ place }) => region.holds(place.country)),
      indicators: known,
      chosen: { ...chosen, ...(id && { layer: id }) },
      offered,
      ...(id && { layer: await layerOf(db, { id, cards: known.all, spots: found.spots, lang }) }),
      states: found.states,
      ...(figures && { figures }),
    }),
  };
}

/** What stands under the map of the world: the figures of countries, beside what the pledges that count have reached. */
async function indicatorsIn(request: PageRequest, known: Indicators) {
  const { db, lang, today } = request;
  const goal = await goalHistory(db, today, lang);
  const { series } = await pledgeLedger(db, today, lang);
  const measure = known.offline?.dataset.unit;
  return { goal, series: series.filter(({ pledge }) => pledge.metric === measure) };
}

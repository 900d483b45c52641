/** What can lie over the map besides the places: tiles of measured speed, schools, and what was measured here. Rule AT7. */
import type { Db } from "../../platform/db/store.ts";
import { cellOfPoint, mapCells, type DatasetCard } from "../datasets/api.ts";
import { aggregateList, centreOf } from "../measurements/api.ts";
import type { Named, Spot } from "./queries.ts";

export const LAYERS = ["tiles", "schools", "measured"] as const;
export type LayerId = (typeof LAYERS)[number];

/** One cell of a layer. */
export interface Mark {
  readonly lat: number;
  readonly lon: number;
  /** 0 to 3: the size in which it is drawn; absent where too few could say it, then it is in the list alone. */
  readonly step?: number;
  /** How much it rests on: of too many, those of most are drawn. */
  readonly weight: number;
  /** Places of the campaign in it. */
  readonly places: readonly Named[];
  /** One for each column of the layer; undefined where too few could say. */
  readonly values: readonly (number | string | undefined)[];
}
export interface Layer {
  readonly id: LayerId;
  readonly marks: readonly Mark[];
  /** Whose table it is; absent for what was measured here. */
  readonly card?: DatasetCard;
  /** Tables of the same kind that are not drawn. */
  readonly others: number;
}

/** The newest table of each kind; what was measured here is always offered, since everybody can add to it. */
export function layersOffered(cards: readonly DatasetCard[]): LayerId[] {
  return LAYERS.filter((id) => id === "measured" || tablesOf(cards, id).length > 0);
}

export async function layerOf(
  db: Db,
  wanted: {
    readonly id: LayerId;
    readonly cards: readonly DatasetCard[];
    readonly spots: readonly Spot[];
    readonly lang: string;
  },
): Promise<Layer> {
  const { id, cards, spots, lang } = wanted;
  if (id === "measured") return { id, marks: await measuredMarks(db, lang), others: 0 };
  const [card, ...more] = tablesOf(cards, id);
  if (!card) return { id, marks: [], others: 0 };
  const near = Map.groupBy(spots, ({ place }) => cellOfPoint(place.lat, place.lon));
  const placesOf = (cell: string) => (near.get(cell) ?? []).map(({ place }) => named(place));
  const { subject } = card;
  const marks =
    id === "tiles"
      ? (await mapCells(db, { kind: "tiles", subject })).map((at) => ({
          ...pointOf(at),
          step: slownessOf(at.down),
          weight: at.tests,
          places: placesOf(at.cell),
          values: [at.tests, at.down, at.up, at.latency],
        }))
      : (await mapCells(db, { kind: "schools", subject })).map((at) => ({
          ...pointOf(at),
          step: Math.min(3, Math.floor(Math.log10(at.schools))),
          weight: at.schools,
          places: placesOf(at.cell),
          values: [at.schools, at.connected, at.unconnected],
        }));
  return { id, marks, card, others: more.length };
}

/** Of each cell its newest month. */
async function measuredMarks(db: Db, lang: string): Promise<Mark[]> {
  const seen = new Set<string>();
  return (await aggregateList(db, lang)).flatMap((line) => {
    const at = centreOf(line.cell);
    if (!at || seen.has(line.cell)) return [];
    seen.add(line.cell);
    return [
      {
        ...at,
        ...(line.down && { step: slownessOf(line.down.median) }),
        weight: line.n,
        places: line.places.map(named),
        values: [line.month, line.n, line.down?.median, line.up?.median, line.latency?.median],
      },
    ];
  });
}

/** 3 for less than 1 Mbit/s, down to 0 for 50 and more: the slower, the larger. */
const slownessOf = (kbps: number): number =>
  [50_000, 10_000, 1000].filter((bound) => kbps < bound).length;

const tablesOf = (cards: readonly DatasetCard[], kind: string): DatasetCard[] =>
  cards
    .filter(({ dataset, held }) => dataset.kind === kind && held > 0)
    .toSorted((a, b) => (a.dataset.date < b.dataset.date ? 1 : -1));

const pointOf = ({ lat, lon }: { lat: number; lon: number }) => ({ lat, lon });
const named = ({ name, slug }: { name: string; slug: string }): Named => ({
  title: name,
  path: `/places/${slug}`,
});

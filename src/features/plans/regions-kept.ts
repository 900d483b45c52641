/** What is known of a region that is prepared at the desk: its files, what they hold, its settings, its plans. */
import type { TablePlace } from "./regions-table.ts";

/** Degrees; the east goes on beyond 180 where the date line is crossed. */
export interface Frame {
  readonly south: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
}

export interface PlacesLayer {
  readonly count: number;
  readonly people: number;
  /** How many have no number of people. */
  readonly uncounted: number;
  readonly frame?: Frame;
  /** Where there are more than a plan takes: with how many people those begin that it has room for. */
  readonly fewest?: number;
  /** As many as a person looks at. */
  readonly first: readonly TablePlace[];
  /** Where a gateway may be: those with most people. */
  readonly largest: readonly TablePlace[];
  /** To draw. */
  readonly dots: readonly (readonly [lat: number, lon: number, people: number])[];
  readonly problems: readonly string[];
  readonly left: number;
}

export interface TileLayer extends Partial<Frame> {
  readonly name: string;
  readonly called: string;
  readonly arcSeconds?: number;
  /** Share of its nodes that nobody measured. */
  readonly voids?: number;
  readonly problem?: string;
}

export interface Layers {
  readonly places?: PlacesLayer;
  /** Why nothing of the table can be read. */
  readonly placesProblem?: string;
  readonly tiles: readonly TileLayer[];
  /** Why the tiles make no ground together. */
  readonly terrainProblem?: string;
  /** Of the places: on this ground, and there where nobody measured. */
  readonly on?: number;
  readonly guessed?: number;
}

/** As somebody typed them, by field. */
export type Typed = Readonly<Record<string, string>>;

export interface Settings {
  /** Of a region file, beside which `places.csv` lies, and whose tiles lie in `../files`. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly fewest: number;
}

export interface RegionFile {
  readonly kind: "places" | "terrain";
  /** Where it lies in the folder `files`: a folder of its own, and in it under the name it was called by, which says where a tile lies. */
  readonly name: string;
  /** What it was called where it came from. */
  readonly called: string;
  readonly bytes: number;
}

/** What one plan of it says, to stand beside that of another. */
export interface Figures {
  /** UTC milliseconds. */
  readonly at: number;
  readonly people: number;
  readonly places: number;
  readonly masts: number;
  readonly hops: number;
  readonly currency: string;
  readonly cost: number;
  readonly perPerson?: number;
  readonly priceMonth?: number;
  readonly gap: number;
  readonly seconds: number;
  /** What it could not do, as sentences. */
  readonly open: readonly string[];
}

export interface RegionAtDesk {
  readonly id: string;
  /** @property made UTC milliseconds */
  readonly about: { readonly title: string; readonly made: number };
  readonly files: readonly RegionFile[];
  /** What they hold; absent until they were looked at. */
  readonly layers?: Layers;
  /** The settings as they were typed last. */
  readonly typed?: Typed;
  /** What they said when the plan was last asked for. */
  readonly settings?: Settings;
  /** The plan's address, once one is made. */
  readonly slug?: string;
  /** Of the last plan and the one before, the newest first. */
  readonly runs?: readonly Figures[];
  /** When its plan was published last, UTC milliseconds. */
  readonly published?: number;
  /** Somebody stopped the last run. */
  readonly stopped?: boolean;
}

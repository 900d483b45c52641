/** The form of the link page: its fields, what it begins with, and what an answer to it holds. */
import type { Way } from "../../engines/propagation/clearance.ts";
import type { LatLon } from "../../engines/terrain/grid.ts";
import type { Plan } from "./records.ts";

export const FIELDS = ["from", "from-mast", "to", "to-mast", "mhz"] as const;
export type Typed = Readonly<Record<(typeof FIELDS)[number], string>>;

export interface Drawn {
  readonly verdict: string;
  /** Where two models are far apart: what both say. */
  readonly doubt?: string;
  readonly values?: Readonly<Record<string, string>>;
  readonly way?: Way;
  /** Where it begins and ends. */
  readonly ends?: readonly [LatLon, LatLon];
}

/** What the form begins with: masts and frequency of the plan's own first hop. */
export function typedFor({ hops, radio }: Plan): Typed {
  const [hop] = hops;
  return {
    from: "",
    "from-mast": String(hop?.fromMast ?? 15),
    to: "",
    "to-mast": String(hop?.toMast ?? 15),
    mhz: String(hop?.mhz ?? radio.mhz),
  };
}

/** What a place's records say of it. Rules PL1 and PL2 of README.md. */
import * as v from "valibot";
import type { LogRecord } from "../../platform/records/record.ts";
import { PLACE_WITHDRAWN, PlaceBody } from "./records.ts";

type Properties = v.InferOutput<typeof PlaceBody>["properties"];
export type Place = Readonly<Properties> & { readonly lat: number; readonly lon: number };

/** Fold one place's records, in reading order; `undefined` when it is withdrawn or was never described. */
export function foldPlace(records: readonly LogRecord[]): Place | undefined {
  let place: Place | undefined;
  for (const { kind, body } of records) {
    if (kind === PLACE_WITHDRAWN) {
      place = undefined;
      continue;
    }
    const said = v.safeParse(PlaceBody, body);
    if (!said.success) continue; // a newer instance's record
    const [lon, lat] = said.output.geometry.coordinates;
    place = { ...said.output.properties, lat, lon };
  }
  return place;
}

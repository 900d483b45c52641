/** What a place's records say of it, and the table of places. Rules PL1 and PL2 of README.md. */
import type * as v from "valibot";
import { table, text } from "../../platform/db/table.ts";
import { rowProjection } from "../../platform/log/row-projection.ts";
import { lastSaid } from "../../platform/records/last-said.ts";
import type { LogRecord } from "../../platform/records/record.ts";
import { PLACE_WITHDRAWN, PlaceBody, placeKinds, type Place } from "./records.ts";

type Said = v.InferOutput<typeof PlaceBody>;

/** Fold one place's records, in reading order; `undefined` when it is withdrawn or was never described. */
export const foldPlace = (records: readonly LogRecord[]): Said | undefined =>
  lastSaid(records, PlaceBody, PLACE_WITHDRAWN);

/** As pages ask for it; a record has the longitude first. */
export function placeIn({ geometry, properties }: Said): Place {
  const [lon, lat] = geometry.coordinates;
  return { ...properties, lat, lon };
}

const tables = { place: table({ subject: text, name: text, country: text, state: text }) };

export const placeProjection = rowProjection({
  name: "places",
  version: 3,
  kinds: placeKinds,
  tables,
  fold: foldPlace,
  rows(said) {
    const place = placeIn(said);
    const { name, country } = place;
    return { place: [{ name, country, state: JSON.stringify(place) }] };
  },
});

/** The table of places. */
import { table, text } from "../../platform/db/table.ts";
import { rowProjection } from "../../platform/log/row-projection.ts";
import { foldPlace } from "./fold.ts";
import { placeKinds } from "./records.ts";

const tables = { place: table({ subject: text, name: text, country: text, state: text }) };

export const placeProjection = rowProjection({
  name: "places",
  version: 3,
  kinds: placeKinds,
  tables,
  fold: foldPlace,
  rows(place) {
    const { name, country } = place;
    return { place: [{ name, country, state: JSON.stringify(place) }] };
  },
});

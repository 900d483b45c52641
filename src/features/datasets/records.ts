/** What can be said of a dataset: where it comes from, which file holds it, and which column means what. */
import * as v from "valibot";
import {
  count,
  date,
  day,
  inBody,
  line,
  oneOf,
  paragraph,
  url,
  withdrawal,
} from "../../platform/folder/fields.ts";
import type { Kinds } from "../../platform/records/kind.ts";
import type { Wording } from "../../platform/texts/wording.ts";

export const DATASET_IMPORTED = "dataset.imported/1";
export const DATASET_EDITED = "dataset.edited/1";
export const DATASET_WITHDRAWN = "dataset.withdrawn/1";

const column = v.optional(line);

/** Which column of the file holds which field; `row-kinds.ts` says which of them each kind needs. */
const mapping = v.strictObject({
  country: column,
  date: column,
  value: column,
  quadkey: column,
  avg_d_kbps: column,
  avg_u_kbps: column,
  avg_lat_ms: column,
  tests: column,
  devices: column,
  id: column,
  name: column,
  lat: column,
  lon: column,
  connectivity: column,
});
type Mapping = Readonly<v.InferOutput<typeof mapping>>;
export type FieldName = keyof Mapping;

export const datasetForm = <M extends v.GenericSchema>(side: { readonly media: M }) => ({
  title: line,
  kind: oneOf("country-indicator", "tiles", "schools"),
  /** What a value of an indicator counts: `% of people`, `people who do not use the Internet`. */
  unit: v.optional(line),
  source: v.strictObject({ title: line, url, publisher: v.optional(line) }),
  licence: line,
  /** The day, month or year that the data speak of. */
  date,
  retrieved: v.optional(day),
  file: side.media,
  mapping,
  rows: count,
  /** Rows of the file that do not fit and are not in the tables. */
  leftOut: v.optional(count),
  note: v.optional(paragraph),
});

export const DatasetBody = v.strictObject(datasetForm(inBody));
export type DatasetBody = Readonly<v.InferOutput<typeof DatasetBody>>;
export type Dataset = DatasetBody;

/** What it says in the languages of the campaign. */
export const DATASET_WORDING: Wording = {
  space: "datasets",
  texts: ["title", "unit", "note"],
};

export const datasetKinds: Kinds = {
  [DATASET_IMPORTED]: { opens: true, body: DatasetBody, page: "/atlas", files: "things" },
  [DATASET_EDITED]: { opens: false, body: DatasetBody, files: "things" },
  [DATASET_WITHDRAWN]: { opens: false, body: withdrawal },
};

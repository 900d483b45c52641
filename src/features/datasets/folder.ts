/** `datasets/<slug>.yaml` of the campaign folder; the file it names lies in `media/`. */
import { createReadStream } from "node:fs";
import * as v from "valibot";
import { CsvError } from "../../engines/csv/csv.ts";
import { inFile, mediaPath } from "../../platform/folder/fields.ts";
import type { FolderPart } from "../../platform/folder/part.ts";
import { checkRows } from "./read-rows.ts";
import {
  DATASET_EDITED,
  DATASET_IMPORTED,
  DATASET_WITHDRAWN,
  datasetForm,
  DATASET_WORDING,
} from "./records.ts";
import { ROW_KINDS } from "./row-kinds.ts";

const csvPath = v.pipe(mediaPath, v.regex(/\.csv$/, "a table: .csv"));
const DatasetFile = v.strictObject(datasetForm({ ...inFile, media: csvPath }));
type DatasetFile = v.InferOutput<typeof DatasetFile>;

export const datasetFolder: FolderPart = {
  space: "datasets",
  form: "yaml-files",
  path: "datasets",
  schema: DatasetFile,
  opening: DATASET_IMPORTED,
  edit: DATASET_EDITED,
  withdrawal: DATASET_WITHDRAWN,
  refs: {},
  wording: DATASET_WORDING,
  media: ["file"],

  check(thing, problem) {
    const { kind, mapping, unit } = thing as DatasetFile;
    const fields: readonly string[] = ROW_KINDS[kind].map(({ name }) => name);
    for (const name of Object.keys(mapping))
      if (!fields.includes(name))
        problem(`mapping.${name}`, `expected ${fields.join(", ")} for ${kind}, found ${name}`);
    if (kind === "country-indicator" && unit === undefined)
      problem("unit", "expected what a value counts, found nothing");
  },

  /** Rule N5: what a file says of its rows is so. */
  async checkFiles(thing, pathOf, problem) {
    const dataset = thing as DatasetFile;
    const { rows, leftOut = 0, file } = dataset;
    try {
      const { good, bad, problems } = await checkRows(createReadStream(pathOf(file)), dataset);
      if (bad !== leftOut) {
        problem(
          "leftOut",
          `expected ${bad}, the rows of ${file} that do not fit, found ${leftOut}`,
        );
        for (const row of problems) problem("file", `${file}:${row.line}: ${row.problem}`);
      }
      if (good !== rows) problem("rows", `expected ${good}, the rows of ${file}, found ${rows}`);
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      problem("file", `${file}:${error.line}: ${error.message}`);
    }
  },
};

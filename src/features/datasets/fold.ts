/** What a dataset's records say of it. Rules N1 and N2 of README.md. */
import * as v from "valibot";
import type { LogRecord } from "../../platform/records/record.ts";
import { DATASET_WITHDRAWN, DatasetBody } from "./records.ts";

export type Dataset = DatasetBody;

/** Fold one dataset's records, in reading order; `undefined` when it is withdrawn or was never described. */
export function foldDataset(records: readonly LogRecord[]): Dataset | undefined {
  let dataset: Dataset | undefined;
  for (const { kind, body } of records) {
    if (kind === DATASET_WITHDRAWN) {
      dataset = undefined;
      continue;
    }
    const said = v.safeParse(DatasetBody, body);
    if (said.success) dataset = said.output; // otherwise a newer instance's record
  }
  return dataset;
}

/** What a dataset's records say of it. Rules N1 and N2 of README.md. */
import { lastSaid } from "../../platform/records/last-said.ts";
import type { LogRecord } from "../../platform/records/record.ts";
import { DATASET_WITHDRAWN, DatasetBody } from "./records.ts";

export type Dataset = DatasetBody;

/** Fold one dataset's records, in reading order; `undefined` when it is withdrawn or was never described. */
export const foldDataset = (records: readonly LogRecord[]): Dataset | undefined =>
  lastSaid(records, DatasetBody, DATASET_WITHDRAWN);

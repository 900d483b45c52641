/** What a photo's records say of it. Rules PH1 and PH2 of README.md. */
import type * as v from "valibot";
import { lastSaid } from "../../platform/records/last-said.ts";
import type { LogRecord } from "../../platform/records/record.ts";
import { PICTURE_WITHDRAWN, PictureBody } from "./records.ts";

export type Described = Readonly<v.InferOutput<typeof PictureBody>>;

/** Fold one photo's records, in reading order; `undefined` when withdrawn or never described. */
export const foldPicture = (records: readonly LogRecord[]): Described | undefined =>
  lastSaid(records, PictureBody, PICTURE_WITHDRAWN);

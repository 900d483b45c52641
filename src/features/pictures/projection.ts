/** The table of what is said of photos, by the file. */
import { orNull, table, text, type TablesOf } from "../../platform/db/table.ts";
import { rowProjection } from "../../platform/log/row-projection.ts";
import { lastSaid } from "../../platform/records/last-said.ts";
import type { LogRecord } from "../../platform/records/record.ts";
import { type Described, PICTURE_WITHDRAWN, PictureBody, pictureKinds } from "./records.ts";

const tables = {
  described: table(
    { subject: text, photo: text, until: orNull(text), state: text },
    { indexes: { described_photo: ["photo"], described_until: ["until"] } },
  ),
  /** Who is on one. */
  described_on: table(
    { subject: text, person: text },
    { key: ["person", "subject"], indexes: { described_on_subject: ["subject"] } },
  ),
};
export type PictureTables = TablesOf<typeof tables>;

/** PH1 and PH2: fold one photo's records, in reading order; `undefined` when withdrawn or never described. */
export const foldPicture = (records: readonly LogRecord[]): Described | undefined =>
  lastSaid(records, PictureBody, PICTURE_WITHDRAWN);

export const pictureProjection = rowProjection({
  name: "pictures",
  version: 1,
  kinds: pictureKinds,
  tables,
  fold: foldPicture,
  rows: (picture) => {
    const { photo, until = null, people = [] } = picture;
    return {
      described: [{ photo, until, state: JSON.stringify(picture) }],
      described_on: [...new Set(people)].map((person) => ({ person })),
    };
  },
});

/** The table of what is said of photos, by the file. */
import { table, text, type TablesOf } from "../../platform/db/table.ts";
import { rowProjection } from "../../platform/log/row-projection.ts";
import { foldPicture } from "./fold.ts";
import { pictureKinds } from "./records.ts";

const tables = {
  described: table(
    { subject: text, photo: text, state: text },
    { indexes: { described_photo: ["photo"] } },
  ),
};
export type PictureTables = TablesOf<typeof tables>;

export const pictureProjection = rowProjection({
  name: "pictures",
  version: 1,
  kinds: pictureKinds,
  tables,
  fold: foldPicture,
  rows: (picture) => ({ described: [{ photo: picture.photo, state: JSON.stringify(picture) }] }),
});

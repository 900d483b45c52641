/** What the log’s thread loads of pictures: the kinds of record it owns, and its tables, private ones too. */
import type { Model } from "../../platform/feature.ts";
import { type Answer, isHidden } from "./answers.ts";
import { askPictures, picturesPart, type Picture, type PictureEdit } from "./private.ts";
import { pictureProjection } from "./projection.ts";
import { pictureKinds, WITHHELD } from "./records.ts";

export const picturesModel: Model = {
  kinds: pictureKinds,
  projections: [pictureProjection],
  private: [picturesPart],
};

/** What others ask of what is private of it. */
export { askPictures, isHidden, picturesPart, WITHHELD };
export type { Answer, Picture, PictureEdit };

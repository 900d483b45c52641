/** What other features and commands ask of photos. */
export { eraseFormer, erasePicture, replaceSaid, sayDetails, sayWithheld } from "./commands.ts";
export { ASKED, askedFields, MOST_ANSWERS, readAnswer, typedAnswer } from "./asking.ts";
export { AskedAbout } from "./components/asked.tsx";
export { photosIn } from "./finding.ts";
export { FindPhotos, Gallery } from "./components/gallery.tsx";
export {
  findPictures,
  type Pickable,
  pickedPicture,
  pictureName,
  pictureValue,
} from "./library.ts";
export { folded } from "./private.ts";
export {
  type Agreeing,
  describedOf,
  photoChanges,
  type PictureRules,
  pictureRules,
  rulesOf,
  withheldIn,
} from "./queries.ts";
export { PICTURE_DESCRIBED, PICTURE_EDITED } from "./records.ts";
export {
  formerlyNaming,
  isKeptByLog,
  nameAfter,
  stands,
  type StoredFile,
  type Use,
  type Uses,
  usesOf,
} from "./uses.ts";
export { type PictureWords, wordsIn as pictureWords } from "./words.ts";

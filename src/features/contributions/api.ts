/** What other features and commands ask of contributions. */
export {
  addressOf,
  type Agreed,
  agreedForChildren,
  agreedIn,
  agreedTo,
  isTold,
  ownerOfDraft,
  type Unsaid,
  unsaidOf,
} from "./agreed.ts";
export type { AskedFor } from "./asked-for.ts";
export { consentPages } from "./consent-pages.ts";
export { endConsent, erasePerson, namePeople, type SaidPeople } from "./commands.ts";
export { type Asked, type Contribution, isOffered } from "./form.ts";
export { SENDER } from "./keep.ts";
export { SIGNING } from "./bounds.ts";
export { eraseSomebody, leavingWith } from "./erase-person.ts";
export { eraseTold, eraseUnsaid } from "./erase.ts";
export { SEEN } from "./files-at-desk.ts";
export { storeOf, sweepUploads } from "./store-of.ts";
export { type Came, readMultipart, troubleOf } from "./multipart.ts";
export { mediaRefused, noted, strippedIn } from "./file-notes.ts";
export { ownFiles } from "./own-files.ts";
export { uploadPath } from "./upload-files.ts";
export { wordsIn as tellWords } from "./words.ts";
export { askConsents } from "./private/consents.ts";
export { askUploads, type Upload } from "./private/uploads.ts";

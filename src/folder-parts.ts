/** The parts of a campaign folder, in the order in which it is read: what is referred to comes first. */
import type { FolderPart } from "./platform/folder/part.ts";
import { campaignFolder, pagesFolder } from "./features/campaign/folder.ts";
import { translationFolder } from "./features/translations/folder.ts";
import { placeFolder } from "./features/places/folder.ts";
import { partnerFolder } from "./features/partners/folder.ts";
import { peopleFolder } from "./features/people/folder.ts";
import { pictureFolder } from "./features/pictures/folder.ts";
import { programmeFolder } from "./features/programmes/folder.ts";
import { storyFolder } from "./features/stories/folder.ts";
import { pledgeFolder } from "./features/pledges/folder.ts";
import { planFolder } from "./features/plans/folder.ts";
import { projectFolder } from "./features/projects/folder.ts";
import { eventFolder } from "./features/events/folder.ts";
import { bookFolder, signingFolder } from "./features/books/folder.ts";
import { courseFolder } from "./features/courses/folder.ts";
import { newsletterFolder } from "./features/newsletter/folder.ts";
import { datasetFolder } from "./features/datasets/folder.ts";

export const folderParts: readonly FolderPart[] = [
  campaignFolder,
  pagesFolder,
  translationFolder,
  placeFolder,
  partnerFolder,
  peopleFolder,
  pictureFolder,
  programmeFolder,
  storyFolder,
  pledgeFolder,
  planFolder,
  projectFolder,
  eventFolder,
  datasetFolder,
  bookFolder,
  signingFolder,
  courseFolder,
  newsletterFolder,
];

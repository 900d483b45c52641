/** The words of photos at the desk, by language. */
import { catalogue } from "../../../platform/words/catalogue.ts";
import { counted, say } from "../../../platform/words/message.ts";

const en = {
  lang: "en",
  photos: "Photos",
  lead: "Add a photo once and use it wherever it fits. Choose a photo to describe it, crop it or say who is in it.",
  counted: counted("{n} photo", "{n} photos"),
  add: "Add a photo",
  addHint: say(
    "Upload a JPEG, PNG, WebP or AVIF of up to {most} straight from your phone. The photo is made smaller, and data the camera stored in it, including the place, is removed.",
  ),
  file: "Photo",
  alt: "What the photo shows",
  altHint:
    "Write one sentence for people who cannot see the photo. Until the photo is used, nobody outside the desk sees it.",
  addIt: "Add",
  wrong: {
    size: say("This file is too large. Choose a photo of at most {most}."),
    form: "Choose a photo first.",
  },
  nothingAdded: "No photo was added.",
  page: say("Page {n} of {of}", "n", "of"),
  earlier: "Older photos",
  later: "Newer photos",
  added: "Photo added. Before you use it, say below who is in it.",
  size: say("{width} × {height} pixels, {weight}", "width", "height", "weight"),
  by: say("Added by {name} on {day}", "name", "day"),
  cutOf: "Cropped from another photo",
  replacedBy: "Replaced by another photo",
  noSuch: "We could not find this photo.",
  details: "Description, people, consent",
  altIn: say("What the photo shows, in {language}"),
  credit: "Who made it",
  tick: "Tick",
  several: {
    credit: "Who took the photos",
    hint: "If you leave this empty, the photos will have no credit.",
    set: "Apply to all ticked photos",
    done: counted("{n} photo changed.", "{n} photos changed."),
  },
  people: "Who is in the photo",
  peopleHint:
    "Pages show the photo as long as everyone in it agrees to appear in photos in the page’s language.",
  isOn: say("{name} is in the photo"),
  addPerson: "Add someone by name",
  known: "People already listed here",
  others: "In the campaign’s other languages",
  unknown: say(
    "{name} is not listed here yet. Add this person under People first, then come back.",
  ),
  twice: say(
    "Two people here are called {name}. First give one of them a different name under People.",
  ),
  until: "Show the photo until",
  untilHint:
    "The last day on which pages may show the photo. If left empty, pages may show it for as long as the people in it agree.",
  badDay: say("Enter a day such as 2030-12-31 instead of “{said}”."),
  notes: "Notes for the desk",
  notesHint:
    "Say where the signed form is kept and who agreed on behalf of a child. These notes are never public.",
  agreed: say("{name} agreed to appear in photos until {day}.", "name", "day"),
  notAgreed: say("{name} has not agreed to appear in photos, so pages do not show this photo."),
  save: "Save",
  saved: "Saved. Pages that show the photo are updated.",
  notSaved: "Nothing has been saved yet.",
  tooLong: say("Enter at most {most} characters."),
  focus: "Focal point",
  focusHint:
    "Press a face in the photo, or enter the position. This point stays visible wherever the photo is cropped.",
  fromLeft: "Percent from the left",
  fromTop: "Percent from the top",
  setFocus: "Set focal point",
  badPercent: say("Enter a whole number from 0 to 100 instead of “{said}”."),
  hide: "Hide faces",
  hideParts: "Tick the parts of the photo that nobody should see",
  hideHint:
    "A new photo, with the ticked parts covered by coarse blocks of colour, replaces this one everywhere, along with any photos cropped from it. The old photos are never shown again. This cannot be undone. If this photo was itself cropped from another one, check that one too.",
  behind:
    "Nobody outside the desk can see the photo that this one replaced. The old file is still on this server, because the log keeps texts that were published with that photo.",
  letBehind: "Delete the old photo permanently",
  before: "The photo before faces were hidden",
  cell: say("row {row}, column {column}", "row", "column"),
  hideIt: "Hide ticked parts",
  tickFirst: "You ticked nothing, so nothing was hidden. Tick the parts to hide first.",
  waitsWith:
    "A scheduled story shows this photo, so nothing was hidden. First cancel the story’s scheduled publication, then hide the faces and schedule the story again.",
  cut: "Crop the photo",
  cutHint: "Cropping makes a new photo; this photo stays as it is.",
  shape: "Shape",
  shapes: {
    edges: "crop each edge as set below",
    "1:1": "square",
    "4:3": "4 : 3",
    "3:2": "3 : 2",
    "16:9": "16 : 9",
    "3:4": "3 : 4, portrait",
  },
  left: "Percent to crop from the left",
  right: "Percent to crop from the right",
  top: "Percent to crop from the top",
  bottom: "Percent to crop from the bottom",
  chooseCut: "Choose a shape, or enter how much to crop from an edge.",
  nothingLeft: "This would leave nothing of the photo. Crop less.",
  everywhere: "Use the new photo wherever this one appears",
  cutIt: "Crop",
  uses: "Where the photo is used",
  unused: "Not used yet.",
  moreUses: "The photo is also used in places not listed here.",
  draft: "draft",
  replace: "Replace the photo",
  replaceHint: "Everything listed above will show the new photo, with the same description.",
  replaceIt: "Replace everywhere",
  replaced: counted(
    "This photo replaced the other one in {n} place.",
    "This photo replaced the other one in {n} places.",
  ),
  letGo: "Delete the photo",
  letGoHint: "The photo will be permanently deleted from this site.",
  stillUsed: "The photo is used in the places above. Remove it from them first, or replace it.",
  sure: "Delete this photo",
  former: counted(
    "Also erase the earlier text of {n} page that showed the photo",
    "Also erase the earlier text of {n} pages that showed the photo",
  ),
  formerHint:
    "Until the earlier text is erased, the photo’s file stays on this server, where only the desk sees it. The pages keep the text they have today.",
  sureFirst: "Nothing was changed. Tick the box first.",
  gone: "The photo has been deleted.",
};

export const wordsIn = catalogue("photos", en);

export type PhotoWords = typeof en;

/** The words of photos at the desk, by language. */
import { catalogue } from "../../../platform/words/catalogue.ts";
import { counted, say } from "../../../platform/words/message.ts";

const en = {
  lang: "en",
  photos: "Photos",
  lead: "Add a photo once and use it wherever it fits. Choose one to describe it, crop it, or say who is in it.",
  counted: counted("{n} photo", "{n} photos"),
  add: "Add a photo",
  addHint: say(
    "JPEG, PNG, WebP or AVIF straight from the phone, at most {most}. It is made smaller, and what the camera recorded in it, including the place, is removed.",
  ),
  file: "Photo",
  alt: "What it shows",
  altHint:
    "One sentence, for people who cannot see it. Nobody outside the desk sees an unused photo.",
  addIt: "Add",
  wrong: {
    size: say("This file is too large. Expected a photo of at most {most}."),
    form: "Choose a photo first.",
  },
  nothingAdded: "Nothing was added.",
  page: say("Page {n} of {of}", "n", "of"),
  earlier: "Older photos",
  later: "Newer photos",
  added: "Photo added. Say below who is in it before you use it.",
  size: say("{width} × {height} pixels, {weight}", "width", "height", "weight"),
  by: say("Added by {name} on {day}", "name", "day"),
  cutOf: "Cropped from another photo",
  replacedBy: "Replaced by another photo",
  noSuch: "There is no such photo here.",
  details: "Description, people, consent",
  altIn: say("What it shows, in {language}"),
  credit: "Who made it",
  tick: "Tick",
  several: {
    credit: "Who made them",
    hint: "If left empty, nobody is credited any more.",
    set: "Apply to all ticked",
    done: counted("{n} photo changed.", "{n} photos changed."),
  },
  people: "Who is in it",
  peopleHint:
    "Pages show it as long as each of them agrees to appear in photos in the language of the page.",
  isOn: say("{name} is in it"),
  addPerson: "Add someone by name",
  known: "People known here",
  others: "In the other languages of the campaign",
  unknown: say(
    "{name} is not listed here yet. Add this person under People first, then come back.",
  ),
  twice: say(
    "Two people here are called {name}. First give this person a different name under People.",
  ),
  until: "Show it until",
  untilHint:
    "The last day on which pages may show it. If left empty: as long as the people in it agree.",
  badDay: say("Expected a day such as 2030-12-31, found “{said}”."),
  notes: "Notes for the desk",
  notesHint: "Where the signed form is kept, who agreed for a child. Never public.",
  agreed: say("{name} agreed to photos until {day}.", "name", "day"),
  notAgreed: say("{name} has not agreed to photos; pages do not show this one."),
  save: "Save",
  saved: "Saved. Pages that show it are updated.",
  notSaved: "Nothing was saved yet.",
  tooLong: say("Expected at most {most} characters."),
  focus: "Focal point",
  focusHint:
    "Press a face in the photo, or type the position. This point stays visible wherever the photo is cropped.",
  fromLeft: "Percent from the left",
  fromTop: "Percent from the top",
  setFocus: "Set the point",
  badPercent: say("Expected a whole number from 0 to 100, found “{said}”."),
  hide: "Hide faces",
  hideParts: "Tick the parts of the photo that nobody should see",
  hideHint:
    "A new photo, with coarse blocks of colour there, replaces this one everywhere, and also photos that were cropped from it. They are never shown again. This cannot be undone. If this photo was itself cropped from another one, check that one too.",
  behind:
    "Nobody outside the desk can see the photo that this one replaced. Its file is still on this server, because the log keeps texts that were published with it.",
  letBehind: "Delete it permanently",
  before: "A photo as it was before faces were hidden",
  cell: say("row {row}, column {column}", "row", "column"),
  hideIt: "Hide ticked parts",
  tickFirst: "Nothing is ticked, so nothing was hidden. Tick the parts to hide first.",
  waitsWith:
    "A scheduled story shows this photo, so nothing was hidden. Cancel its publishing first, hide the faces, and schedule it again.",
  cut: "Crop it",
  cutHint: "This makes a new photo; this one stays as it is.",
  shape: "Shape",
  shapes: {
    edges: "use the edges below",
    "1:1": "square",
    "4:3": "4 : 3",
    "3:2": "3 : 2",
    "16:9": "16 : 9",
    "3:4": "3 : 4, upright",
  },
  left: "Crop from the left, percent",
  right: "Crop from the right, percent",
  top: "Crop from the top, percent",
  bottom: "Crop from the bottom, percent",
  chooseCut: "Choose a shape, or how much to crop from an edge.",
  nothingLeft: "Nothing would be left of the photo. Crop less.",
  everywhere: "Use the new one wherever this one appears",
  cutIt: "Crop",
  uses: "Where it is used",
  unused: "Not used yet.",
  moreUses: "It is also used in other places not listed here.",
  draft: "draft",
  replace: "Replace it",
  replaceHint: "Everything listed above will show the new photo, with the same description.",
  replaceIt: "Replace everywhere",
  replaced: counted(
    "This photo replaced the other one in {n} place.",
    "This photo replaced the other one in {n} places.",
  ),
  letGo: "Delete it",
  letGoHint: "This permanently deletes the photo here.",
  stillUsed: "It is used in the places above. Remove it there first, or replace it.",
  sure: "Delete this photo",
  former: counted(
    "Also erase the earlier text of {n} page that showed it",
    "Also erase the earlier texts of {n} pages that showed it",
  ),
  formerHint:
    "Until you do, the file stays on this server, where only the desk can see it. The pages keep the text they have today.",
  sureFirst: "Nothing was done. Tick the box first.",
  gone: "The photo is deleted.",
};

export const wordsIn = catalogue("photos", en);

export type PhotoWords = typeof en;

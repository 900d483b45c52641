/** The words of holdings, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { counted, say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "What we hold about a person",
  help: "Use this page when someone asks what you hold about them, or wants it frozen or erased. Enter a name, contact details or a code to search everything this program keeps. If several people share a name, choose the right one from the list.",
  who: "A name, contact details, a page address or a code",
  same: "Outside the public record, this name always refers to the same person",
  look: "Search",
  nothing: "We found no data here that matches what you entered.",
  several: counted(
    "We found {n} possible match. Select it:",
    "We found {n} possible matches. Select one:",
  ),
  found: "Result",
  frozen: "This person’s data in private records is frozen.",
  places: "Where the data is held",
  place: "Place",
  pieces: "Items",
  backups: "Backups that still contain the data",
  until: say("{file}, until {day} at the latest", "file", "day"),
  untilDeleted: say("{file}, until someone deletes it"),
  servers: "Servers the data was sent to",
  mails: counted(
    "At most {n} email to a reader contained this data. We cannot recall emails once they are sent.",
    "At most {n} emails to readers contained this data. We cannot recall emails once they are sent.",
  ),
  take: "Download",
  takeHint:
    "One download with everything: a readable page, a machine-readable version, and the files.",
  tooLarge:
    "These files are too large to download. The operator can export the files with: cnd person export",
  freeze: "Freeze",
  freezeHint:
    "The data is kept, but is not shown, sent or used anywhere until you unfreeze it. Desk accounts stay open.",
  letGo: "Unfreeze",
  letGoHint:
    "If an objection is also open, the person stays hidden until the objection is decided.",
  frozenNone:
    "Nothing was changed: we found no data belonging to this person that can be frozen or unfrozen.",
  unborne:
    "We found no person with this name. The name appears only in what others wrote, and may be an ordinary word. Edit those texts, or tick the box to confirm that the name refers to one person. Nothing was changed.",
  openAccount:
    "This person’s account at the desk is open. Close the account first, under Accounts. Nothing was erased.",
  erase: "Erase permanently",
  eraseHint:
    "Everything listed is erased. This cannot be undone. What other people said is kept without the name, so check their texts afterwards.",
  sure: "I have checked the list, and this is the right person.",
  unsure: "Nothing was erased. Tick the box to confirm that you have checked the list.",
  receipt: "Erased. Keep this receipt safe. The receipt contains no name.",
};

export const wordsIn = catalogue("holdings", en);
export type HoldingsWords = ReturnType<typeof wordsIn>;

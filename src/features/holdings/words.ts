/** The words of holdings, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { counted, say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "What we hold about a person",
  help: "Use this when someone asks what you hold about them, or wants it frozen or erased. Type a name, a contact or a code: everything this program keeps is searched. If several people share a name, choose from the list.",
  who: "A name, contact details, the address of a page, or a code",
  same: "Everyone with this name outside the public record is the same person",
  look: "Search",
  nothing: "We found nothing held here under what you typed.",
  several: counted("{n} person may be meant. Choose:", "{n} people may be meant. Choose one:"),
  found: "What was found",
  frozen: "Frozen: what is theirs in private records is set aside.",
  places: "Where it is held",
  place: "Place",
  pieces: "Items",
  backups: "Backups that still hold it",
  until: say("{file}, until {day} at the latest", "file", "day"),
  untilDeleted: say("{file}, until someone deletes it"),
  servers: "Servers it was sent to",
  mails: counted(
    "At most {n} email to a reader mentioned it. Nobody can recall it.",
    "At most {n} emails to readers mentioned it. Nobody can recall them.",
  ),
  take: "Download",
  takeHint: "One file with everything: a page to read, a version for programs, and the files.",
  tooLarge:
    "These files are too large to download. The operator can export them with: cnd person export",
  freeze: "Freeze",
  freezeHint:
    "Kept, but shown nowhere, sent nowhere and used for nothing until you unfreeze it. Desk accounts stay open.",
  letGo: "Unfreeze",
  letGoHint: "If an objection is also open, the person stays hidden until it is decided.",
  frozenNone:
    "Nothing was changed: we found nothing of this person’s own that can be frozen or unfrozen.",
  unborne:
    "We found no person with this name. It only appears in what others wrote, and may be a word like any other. Edit those texts, or tick the box that says it is one person. Nothing was changed.",
  openAccount:
    "This person’s account at the desk is open. Close it first, under Accounts. Nothing was erased.",
  erase: "Erase permanently",
  eraseHint:
    "Everything listed is erased. What others said stays, without the name; check it afterwards. Nobody can undo this.",
  sure: "I have checked the list, and this is the right person.",
  unsure: "Nothing was erased. Tick the box to confirm that you have checked.",
  receipt: "Erased. This is your receipt: keep it. It contains no name.",
};

export const wordsIn = catalogue("holdings", en);
export type HoldingsWords = ReturnType<typeof wordsIn>;

/** The words of holdings, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { counted, say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "What we hold about somebody",
  help: "Somebody asks what you hold about them, or wants it frozen or erased. Type a name, a contact or a code: everything that this program keeps is searched. Several people with one name are listed, and you choose.",
  who: "A name, a way to reach them, the address of a page, or a code",
  same: "All who bear this name outside of the public record are one person",
  look: "Look",
  nothing: "Nothing is held here under what you typed.",
  several: counted("{n} person may be meant. Choose:", "{n} people may be meant. Choose one:"),
  found: "What was found",
  frozen: "Frozen: what is theirs in private records is set aside.",
  places: "Where something is held",
  place: "Place",
  pieces: "Pieces",
  backups: "Backups that hold it still",
  until: say("{file}, until {day} at the latest", "file", "day"),
  untilDeleted: say("{file}, until somebody deletes it"),
  servers: "Servers that were sent it",
  mails: counted(
    "At most {n} mail to a reader told of it. Nobody can call it back.",
    "At most {n} mails to readers told of it. Nobody can call them back.",
  ),
  take: "Take it along",
  takeHint: "One file with all of it: as a page to read, for programs, and your files.",
  tooLarge:
    "These files are too large for a download. Whoever runs the program takes them along with: cnd person export",
  freeze: "Freeze",
  freezeHint:
    "Kept, but shown nowhere, sent nowhere and used for nothing until you lift it. Accounts of the desk stay open.",
  letGo: "Unfreeze",
  letGoHint: "If an objection is open too, the person stays hidden until it is decided.",
  frozenNone:
    "Nothing was changed: there is nothing of this person’s own that can be frozen or unfrozen.",
  unborne:
    "We found no person with this name. It only appears in what others wrote, and may be a word like any other. Edit those texts, or tick the box that says it is one person. Nothing was changed.",
  openAccount:
    "This person’s account at the desk is open. Close it first, under Accounts. Nothing was erased.",
  erase: "Erase permanently",
  eraseHint:
    "All that is listed goes. What others said stays, without the name; read it again afterwards. Nobody can undo it.",
  sure: "I have looked at the list, and this person is the one who is meant.",
  unsure: "Tick the box to say that you have looked. Nothing was erased.",
  receipt: "Erased. This is the receipt: keep it, no name stands in it.",
};

export const wordsIn = catalogue("holdings", en);
export type HoldingsWords = ReturnType<typeof wordsIn>;

/** The words of the desk's notices, by language. */
import { catalogue } from "../../../platform/words/catalogue.ts";
import { counted, say } from "../../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "Notices",
  intro:
    "The desk can tell you when there is something to do. A notice says how many and where, and never what anybody wrote.",
  what: "What do you want to know of?",
  sorts: {
    waits: "Something new waits for me",
    takenBack: "Somebody took back what they had sent",
    mail: "A mail could not be sent",
    work: "Something the program does by itself failed, such as a backup",
    disk: "The disk is nearly full",
    release: "A newer version of the program is out, where the page Run asks for it",
  },
  often: "By mail",
  oftens: {
    never: "No mail",
    once: "At once, at most six mails an hour",
    daily: "Once a day, in the morning (from 06:00)",
  },
  noAddress:
    "Your account has no mail address, so no mail can come. Use a feed, or ask an owner for an account with an address.",
  noServer: "No mail server is named here, so no mail can come. Use a feed.",
  save: "Save",
  saved: "Your notices are set.",
  chooseWhat: "Choose at least one thing to be told of, or no mail.",
  chooseOften: "Choose how often.",
  feed: "By feed",
  feedHint:
    "A private address for your feed reader. Whoever has it reads your numbers, so keep it to yourself; you can end it at any time.",
  feedMake: "Make an address for a feed",
  feedNew: "Make a new address; the one before ends",
  feedEnd: "End the address",
  feedEnded: "The address of your feed has ended.",
  feedTitle: "The address of your feed",
  feedShown: "It is shown now and never again. Copy it into your feed reader.",
  feedOf: say("Desk of {name}"),
  /** Each with how many are new; things that wait are called by their own words. */
  told: {
    takenBack: "taken back by their senders",
    mail: "mails that could not be sent",
    work: "backups or other work in the background that failed",
    disk: "disk nearly full",
    release: say(
      "Version {version} of the program is out since {day}. What changed: {path}",
      "version",
      "day",
      "path",
    ),
  },
  line: say("{words}: {more} new, {count} in all", "words", "more", "count"),
  once: say("{words}: {more} new", "words", "more"),
  disk: "The disk is nearly full. Uploads and backups will fail once it is. Make room, or ask the operator to.",
  subject: counted(
    "{n} notice from the desk of {name}",
    "{n} notices from the desk of {name}",
    "name",
  ),
  mailText: say(
    "Hello {who},\n\n{lines}\n\nThe desk:\n{link}\n\nYou chose these notices. To change or end them:\n{me}\n",
    "who",
    "lines",
    "link",
    "me",
  ),
};

export const wordsIn = catalogue("desk-notices", en);
export type NoticeWords = typeof en;

/** The words of the desk's notices, by language. */
import { catalogue } from "../../../platform/words/catalogue.ts";
import { counted, say } from "../../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "Notices",
  intro:
    "The desk can notify you when you have something to do. A notice says how many items are waiting and where, but never what anyone wrote.",
  what: "Which notices would you like?",
  sorts: {
    waits: "Something new is waiting for me",
    takenBack: "Someone withdrew what they had sent in",
    mail: "An email could not be sent",
    work: "An automatic task, such as a backup, failed",
    disk: "The disk is nearly full",
    release: "A newer version of the program is available (if checking is turned on under Run)",
  },
  often: "By email",
  oftens: {
    never: "No emails",
    once: "Immediately, up to six emails an hour",
    daily: "Once a day, in the morning (from 06:00)",
  },
  noAddress:
    "Your account has no email address, so you cannot get emails. Use a feed, or ask an owner for an account with an address.",
  noServer: "No mail server is set up here, so you cannot get emails. Use a feed.",
  save: "Save",
  saved: "Notice settings saved.",
  chooseWhat: "Choose at least one kind of notice, or “No emails”.",
  chooseOften: "Choose how often.",
  feed: "By feed",
  feedHint:
    "A private address for your feed reader. Anyone who has the address can read the numbers in your notices, so do not share it. You can turn the address off at any time.",
  feedMake: "Create a feed address",
  feedNew: "Create a new address and turn off the old one",
  feedEnd: "Turn off the address",
  feedEnded: "Your feed address has been turned off.",
  feedTitle: "Your feed address",
  feedShown: "This address is shown only once. Copy it into your feed reader.",
  feedOf: say("{name} desk"),
  /** Each with how many are new; things that wait are called by their own words. */
  told: {
    takenBack: "items withdrawn by senders",
    mail: "emails that could not be sent",
    work: "backups or other background tasks that failed",
    disk: "disk nearly full",
    release: say(
      "Version {version} of the program was released on {day}. See what changed: {path}",
      "version",
      "day",
      "path",
    ),
  },
  line: say("{words}: {more} new, {count} in all", "words", "more", "count"),
  once: say("{words}: {more} new", "words", "more"),
  disk: "The disk is nearly full. Once the disk is full, uploads and backups will fail. Free up space, or ask the operator to do so.",
  subject: counted("{n} notice from the {name} desk", "{n} notices from the {name} desk", "name"),
  mailText: say(
    "Hello {who},\n\n{lines}\n\nThe desk:\n{link}\n\nYou chose these notices. To change or stop them:\n{me}\n",
    "who",
    "lines",
    "link",
    "me",
  ),
};

export const wordsIn = catalogue("desk-notices", en);
export type NoticeWords = typeof en;

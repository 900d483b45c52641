/** The words of bringing subscribers in and taking them along, by language. */
import { catalogue } from "../../../platform/words/catalogue.ts";
import { counted, say } from "../../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "Subscribers",
  help: "Import people who agreed elsewhere to hear from you. We email each of them once to ask again, and send nothing else to people who do not confirm. Export your subscribers as a table, for your own copy or for another program.",
  lead: "A mailing list belongs first to the people on it, and only then to us. We send news only to people who have told us they want it.",
  numbers: counted("{n} subscriber", "{n} subscribers"),
  in: "Import people",
  inWhat:
    "Use a table (CSV, in UTF-8, with commas) of at most 5,000 rows and 1 MB. Its first row must name the columns: “address” and “consent” and, if you like, “language”, “what” and “often”.",
  proof:
    "The consent column says when and how each person agreed, such as: 2025-03-01, form on our old site. Rows without that information are left out. A column that only says yes proves nothing.",
  pace: "Each person gets one email with a link, and has three days to open it and press the button. We send at most 120 of these emails an hour. People who do not confirm are deleted.",
  own: "A table exported here restores your subscribers without asking them again, except anyone who has since unsubscribed.",
  file: "File",
  send: "Import people",
  noServer:
    "No mail server is set up (CND_MAIL), so we cannot ask anyone. You can still import a table exported here.",
  waiting: counted("{n} person is waiting to be asked", "{n} people are waiting to be asked"),
  forget: "Do not ask these people; delete their rows",
  forgotten: "These rows have been deleted.",
  taken: counted("{n} person will be asked by email.", "{n} people will be asked by email."),
  back: counted(
    "{n} subscriber from our own table has been restored.",
    "{n} subscribers from our own table have been restored.",
  ),
  known: counted(
    "{n} person is already on our list, or has been asked.",
    "{n} people are already on our list, or have been asked.",
  ),
  stopped: counted(
    "{n} person who has since unsubscribed is left out.",
    "{n} people who have since unsubscribed are left out.",
  ),
  full: counted(
    "There was no room for {n} person. Import that row again in a few days.",
    "There was no room for {n} people. Import those rows again in a few days.",
  ),
  wrong: counted("{n} row is left out:", "{n} rows are left out:"),
  wrongLine: say("line {line}: {why}", "line", "why"),
  whys: {
    address: "no email address",
    consent: "no proof of when and how this person consented",
    twice: "the same address as in an earlier row",
    stopped:
      "this address was deleted here; people who want our emails again can subscribe on our own page",
  },
  more: counted("and {n} more", "and {n} more"),
  nothing: "Nothing was imported.",
  unread: {
    none: "Choose a file first.",
    large: "The file is larger than 1 MB. Split it into smaller files.",
    empty: "The file has no rows after the first one.",
    header:
      "The first row does not name a column called address. Save the table as CSV with commas, in UTF-8, with the column names in the first row.",
    rows: "The file has more than 5,000 rows. Split it into smaller files.",
    csv: say(
      "We cannot read the file at line {detail}. Save the table as CSV with commas, in UTF-8.",
    ),
  },
  out: "Export subscribers",
  outWhat:
    "A table (CSV) of everyone who confirmed, with what they chose. It contains email addresses, so keep it where nobody else can read it, and delete it when you no longer need it. The trail records that you exported the table.",
  take: "Download the table",
  mail: {
    subject: say("May {name} write to you?"),
    text: say(
      "{name} has you on a list of people who agreed to hear from it. The list says: {consent}\n\nTo get its news at this address, open this page and press the button there within three days:\n\n{link}\n\nIf you do not want this news, do nothing. You will get nothing more, and your address will be deleted.\n",
      "name",
      "consent",
      "link",
    ),
  },
};

export const wordsIn = catalogue("subscribers", en);
export type ReadersWords = typeof en;

/** The words of bringing subscribers in and taking them along, by language. */
import { catalogue } from "../../../platform/words/catalogue.ts";
import { counted, say } from "../../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "Subscribers",
  help: "Import people who agreed elsewhere to hear from you: each is asked by email once more, and nothing else is sent to anyone who does not confirm. Export your subscribers as a table, for your own copy or for another program.",
  lead: "A list of people is theirs before it is ours. Nobody gets our news without having said yes to us.",
  numbers: counted("{n} subscriber", "{n} subscribers"),
  in: "Import people",
  inWhat:
    "A table (CSV, in UTF-8, with commas) of at most 5,000 rows and 1 MB. Its first row names the columns: address and consent and, if you like, language, what and often.",
  proof:
    "The column consent says when and how somebody agreed, such as: 2025-03-01, form on our old site. Rows without that are left out. A column that says yes proves nothing.",
  pace: "Each person gets one email with a link, at most 120 an hour, and has three days to press its button. Those who do not are deleted.",
  own: "A table exported here brings people back without asking, except those who have unsubscribed since.",
  file: "The file",
  send: "Import them",
  noServer:
    "No mail server is set (CND_MAIL), so nobody can be asked. You can still import a table exported here.",
  waiting: counted("{n} person is waiting to be asked", "{n} people are waiting to be asked"),
  forget: "Ask none of them, and delete them",
  forgotten: "They are deleted.",
  taken: counted("{n} person will be asked by email.", "{n} people will be asked by email."),
  back: counted(
    "{n} subscriber of our own table is back.",
    "{n} subscribers of our own table are back.",
  ),
  known: counted("{n} is here already, or was asked.", "{n} are here already, or were asked."),
  stopped: counted(
    "{n} has unsubscribed since, and is left out.",
    "{n} have unsubscribed since, and are left out.",
  ),
  full: counted(
    "There was no room for {n}: import it again in a few days.",
    "There was no room for {n}: import them again in a few days.",
  ),
  wrong: counted("{n} row is left out:", "{n} rows are left out:"),
  wrongLine: say("line {line}: {why}", "line", "why"),
  whys: {
    address: "no email address",
    consent: "no proof of consent: when and how",
    twice: "the same address as in a row before",
    stopped:
      "this address was deleted here; people who want mail again can subscribe on our own page",
  },
  more: counted("and {n} more", "and {n} more"),
  nothing: "Nothing was imported.",
  unread: {
    none: "Choose a file first.",
    large: "The file is larger than 1 MB. Split it.",
    empty: "The file has no rows after its first.",
    header:
      "The first row names no column address. Save the table as CSV with commas, in UTF-8, with the names of its columns in the first row.",
    rows: "The file has more than 5,000 rows. Split it.",
    csv: say(
      "The file cannot be read at line {detail}. Save the table as CSV with commas, in UTF-8.",
    ),
  },
  out: "Export them",
  outWhat:
    "A table (CSV) of everybody who confirmed, with what they chose. It holds email addresses: keep it where nobody else can read it, and delete it when you no longer need it. The trail records that you took it.",
  take: "Download the table",
  mail: {
    subject: say("May {name} write to you?"),
    text: say(
      "{name} has you on a list of people who agreed to hear from it. The list says: {consent}\n\nTo get its news at this address, open this page and press the button there, within three days:\n\n{link}\n\nIf you do not want that, do nothing: you get nothing more, and your address is deleted.\n",
      "name",
      "consent",
      "link",
    ),
  },
};

export const wordsIn = catalogue("subscribers", en);
export type ReadersWords = typeof en;

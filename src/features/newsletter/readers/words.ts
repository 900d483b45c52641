/** The words of bringing subscribers in and taking them along, by language. */
import { catalogue } from "../../../platform/words/catalogue.ts";
import { counted, say } from "../../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "Subscribers",
  help: "Bring in people who agreed elsewhere to hear from you: each is asked by mail once more, and nothing else comes to whoever does not confirm. Take your subscribers along as a table, for a copy of your own or for another program.",
  lead: "A list of people is theirs before it is ours. Nobody gets our news without having said yes to us.",
  numbers: counted("{n} subscriber", "{n} subscribers"),
  in: "Bring people in",
  inWhat:
    "A table (CSV, in UTF-8, with commas) of at most 5,000 rows and 1 MB. Its first row names the columns: address and consent, and where you like language, what and often.",
  proof:
    "In consent stands when and how somebody agreed, such as: 2025-03-01, form on our old site. Rows without that stay out. A column that says yes is no proof.",
  pace: "Each gets one mail with a link, at most 120 an hour, and has three days to press its button. Who does not is deleted.",
  own: "A table that was taken along here brings people back without asking, but for those who have stopped since.",
  file: "The file",
  send: "Bring them in",
  noServer:
    "No mail server is named (CND_MAIL), so nobody can be asked. Our own table can be brought back.",
  waiting: counted("{n} person waits to be asked", "{n} people wait to be asked"),
  forget: "Ask nobody of them, and delete them",
  forgotten: "They are deleted.",
  taken: counted("{n} person will be asked by mail.", "{n} people will be asked by mail."),
  back: counted(
    "{n} subscriber of our own table is back.",
    "{n} subscribers of our own table are back.",
  ),
  known: counted("{n} is here already, or was asked.", "{n} are here already, or were asked."),
  stopped: counted(
    "{n} has stopped since, and stays out.",
    "{n} have stopped since, and stay out.",
  ),
  full: counted(
    "{n} found no room: bring it in again in some days.",
    "{n} found no room: bring them in again in some days.",
  ),
  wrong: counted("{n} row stays out:", "{n} rows stay out:"),
  wrongLine: say("line {line}: {why}", "line", "why"),
  whys: {
    address: "no mail address",
    consent: "no proof of consent: when and how",
    twice: "the same address as in a row before",
    stopped: "this address was deleted here; whoever wants mail again asks for it on our own page",
  },
  more: counted("and {n} more", "and {n} more"),
  nothing: "Nothing was brought in.",
  unread: {
    none: "Choose a file first.",
    large: "The file is larger than 1 MB. Divide it.",
    empty: "The file has no row but its first.",
    header:
      "The first row names no column address. Save the table as CSV with commas, in UTF-8, with the names of its columns in the first row.",
    rows: "The file has more than 5,000 rows. Divide it.",
    csv: say(
      "The file cannot be read at line {detail}. Save the table as CSV with commas, in UTF-8.",
    ),
  },
  out: "Take them along",
  outWhat:
    "A table (CSV) of everybody who confirmed, with what they chose. It holds mail addresses: keep it where nobody else reads, and delete it when you need it no more. That you took it stands in the trail.",
  take: "Take the table along",
  mail: {
    subject: say("May {name} write to you?"),
    text: say(
      "{name} has you on a list of people who agreed to hear from it. The list says: {consent}\n\nTo get its news at this address, open this page and press the button there, within three days:\n\n{link}\n\nIf you do not want that, do nothing: nothing more comes, and your address is deleted.\n",
      "name",
      "consent",
      "link",
    ),
  },
};

export const wordsIn = catalogue("subscribers", en);
export type ReadersWords = typeof en;

/** The words of the trail, by language. */
import { catalogue } from "../../../platform/words/catalogue.ts";
import { say } from "../../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "The trail",
  lead: say(
    "See who signed in, and what was done at the desk or on the command line. Nobody at the desk can change or remove a line; each line is deleted after {days} days. The trail contains no addresses, and nothing that anyone wrote.",
  ),
  help: "Each line says who signed in, or what someone did at the desk or on the command line, and when. You can show just one person or one action, or download the lines as a table. If you see a sign-in that none of you made, close that account at once; you can reopen it later.",
  person: "Person",
  what: "What",
  show: "Show",
  everybody: "Everyone",
  everything: "Everything",
  command: "On the command line",
  nobody: "Failed sign-in",
  none: "Nothing yet.",
  older: "Older",
  csv: "Download as a table (CSV)",
  notDone: "not done",
  times: say("{n} times, last at {last}", "n", "last"),
  ways: { link: "by link", PIN: "by PIN", passkey: "by passkey", code: "with a code from an app" },
  /** Why something was discarded. */
  whys: {
    flood: "many made-up names",
    twice: "signed more than once",
    trial: "a trial",
    asked: "at the signer’s request",
  },
  deeds: {
    signOut: "Signed out",
    trail: "Downloaded the trail",
    second: "Chose which roles need a second proof",
    signIn: "Signed in",
    queueAccept: "Accepted a submitted item",
    queueRefuse: "Refused a submitted item",
    invite: "Invited someone",
    role: "Changed a role",
    close: "Closed an account",
    open: "Reopened an account",
    link: "Created a new link for an account",
    publish: "Published",
    withdraw: "Withdrew",
    erase: "Erased a story permanently",
    consents: "Changed a consent",
    settings: "Changed the settings",
    decide: "Reviewed a comment",
    letter: "Reviewed names for the letter",
    letterDiscard: "Discarded signatures waiting to be counted",
    pin: "Set a PIN",
    backup: "Created a backup",
    backupTaken: "Downloaded a backup",
    restore: "Restored a backup",
    export: "Exported the campaign",
    rebuild: "Rebuilt the tables",
  },
};

export const wordsIn = catalogue("desk-trail", en);

export type TrailWords = typeof en;

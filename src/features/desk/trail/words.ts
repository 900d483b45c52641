/** The words of the trail, by language. */
import { catalogue } from "../../../platform/words/catalogue.ts";
import { say } from "../../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "The trail",
  lead: say(
    "Who came in, and what was done here and by commands. Nobody at the desk can change or remove a line; each goes after {days} days. There are no words of anybody in it, and no address.",
  ),
  help: "Each line says who came in, or what somebody did at the desk or by a command, and when. Choose a person or a deed to see theirs alone, or take the lines along as a table. If you see a sign-in that nobody of you made, close that account at once; it can be opened again.",
  person: "Person",
  what: "What",
  show: "Show",
  everybody: "Everybody",
  everything: "Everything",
  command: "At the command line",
  nobody: "Somebody who did not get in",
  none: "Nothing yet.",
  older: "Older",
  csv: "As a table (CSV)",
  notDone: "not done",
  times: say("{n} times, last at {last}", "n", "last"),
  ways: { link: "by link", PIN: "by PIN", passkey: "by passkey", code: "by a code from an app" },
  /** Why something was discarded. */
  whys: {
    flood: "a flood of made-up names",
    twice: "signed more than once",
    trial: "a trial",
    asked: "its signer asked for it",
  },
  deeds: {
    signOut: "Went out",
    trail: "Took the trail along as a table",
    second: "Set for which roles a second proof is asked",
    signIn: "Came in",
    queueAccept: "Accepted what was sent",
    queueRefuse: "Refused what was sent",
    invite: "Invited somebody",
    role: "Changed a role",
    close: "Closed an account",
    open: "Opened an account again",
    link: "Made a new link for an account",
    publish: "Published",
    withdraw: "Withdrew",
    erase: "Erased a story for ever",
    consents: "Changed a consent",
    settings: "Changed the settings",
    decide: "Decided about a comment",
    letter: "Decided about names under the letter",
    letterDiscard: "Discarded signatures that waited for a code",
    pin: "Set a PIN",
    backup: "Made a backup",
    backupTaken: "Took a backup away",
    restore: "Restored a backup",
    export: "Exported the campaign",
    rebuild: "Filled the tables anew",
  },
};

export const wordsIn = catalogue("desk-trail", en);

export type TrailWords = typeof en;

/** The words of the page that brings a backup into an empty instance, by language. */
import { catalogue } from "../../words/catalogue.ts";
import { say } from "../../words/message.ts";

const en = {
  lang: "en",
  title: "Restore a campaign",
  lead: "Nothing is here yet. Upload a backup, and this instance continues as that campaign.",
  code: "The code",
  codeHint: "four groups of four characters, shown where the program was started",
  key: "The secret key of the backup",
  keyHint:
    "the line of your key file that begins with AGE-SECRET-KEY; leave this empty if the backup is not encrypted",
  newLog: "The backup is older than what was last here: continue under a new name that says so",
  backup: "The backup",
  send: "Restore",
  wait: "Large backups take a while. Keep this page open until it is done.",
  nothing: "Nothing was restored.",
  why: {
    wrong: "This is not the code. Type it as shown where the program was started.",
    worthless:
      "This code no longer works: it was used, or a wrong one was typed ten times. Restart the program to get a new one.",
    busy: "A backup is already being restored. Wait until it is done.",
    form: "This form could not be read. Reload the page and send it again.",
    missing: "Choose the backup file.",
    large: "There is no room for this backup on the disk.",
    cut: "The backup did not arrive whole. Send it again.",
    other: "This backup is of a different campaign from the one that was here before.",
    newer:
      "This backup is older than what was last here. Use a newer one, or tick below to continue under a new name.",
    damaged: "This backup is incomplete, or the key is wrong.",
  },
  detail: say("What was found: {what}"),
  done: "The campaign is restored",
  doneLead:
    "Everyone has to sign in again. This instance will serve the campaign in a few seconds.",
  open: "Open the campaign",
};

export const wordsIn = catalogue("setup", en);

export type SetupWords = typeof en;

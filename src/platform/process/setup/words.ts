/** The words of the page that brings a backup into an empty instance, by language. */
import { catalogue } from "../../words/catalogue.ts";
import { say } from "../../words/message.ts";

const en = {
  lang: "en",
  title: "Restore a campaign",
  lead: "This instance is empty. Upload a backup, and the instance continues as that campaign.",
  code: "The code",
  codeHint: "four groups of four characters, shown where the program was started",
  key: "The backup’s secret key",
  keyHint:
    "the line of your key file that begins with AGE-SECRET-KEY; leave this field empty if the backup is not encrypted",
  newLog:
    "The backup is older than the latest data here. Continue under a new name that makes this clear",
  backup: "The backup",
  send: "Restore",
  wait: "Large backups take a while. Keep this page open until the upload is done.",
  nothing: "Nothing was restored.",
  why: {
    wrong: "This code is wrong. Type it as shown where the program was started.",
    worthless:
      "This code no longer works, because it was used or because a wrong code was typed ten times. Restart the program to get a new code.",
    busy: "A backup is already being restored. Wait until it has finished.",
    form: "This form could not be read. Reload the page and send it again.",
    missing: "Choose the backup file.",
    large: "There is not enough room for this backup on the disk.",
    cut: "The backup arrived incomplete. Send it again.",
    other: "This backup is not from the campaign that was here before.",
    newer:
      "This backup is older than the last data here. Use a newer backup, or tick the box below to continue under a new name.",
    damaged: "This backup is incomplete, or the key is wrong.",
  },
  detail: say("We found: {what}"),
  done: "The campaign has been restored",
  doneLead: "Everyone has to sign in again. The campaign will be online again in a few seconds.",
  open: "Open the campaign",
};

export const wordsIn = catalogue("setup", en);

export type SetupWords = typeof en;

/** The words of the page that brings a backup into an empty instance, by language. */
import { catalogue } from "../../words/catalogue.ts";
import { say } from "../../words/message.ts";

const en = {
  lang: "en",
  title: "Bring a campaign back",
  lead: "Nothing is here yet. Send a backup, and this instance goes on as the campaign that it holds.",
  code: "The code",
  codeHint: "four groups of four signs, shown where the program was started",
  key: "The secret key of the backup",
  keyHint:
    "the line of your key file that begins with AGE-SECRET-KEY; leave it empty where the backup is not encrypted",
  newLog: "The backup is older than what was here last: go on under a new name that says so",
  backup: "The backup",
  send: "Bring it back",
  wait: "Large backups take a while. Keep this page open until it answers.",
  nothing: "Nothing was let in.",
  why: {
    wrong: "This is not the code. Type it as it is shown where the program was started.",
    worthless:
      "This code holds no more: it was used, or a wrong one was typed ten times. Start the program again, and it shows a new one.",
    busy: "A backup is being brought in already. Wait until it is done.",
    form: "This form could not be read. Open the page again and send it once more.",
    missing: "Choose the file of the backup.",
    large: "There is no room for this backup on the disk.",
    cut: "The backup did not arrive whole. Send it once more.",
    other: "This is the backup of another campaign than the one that was here before.",
    newer:
      "This backup is older than what was here last. Bring a newer one, or say below that the campaign goes on under a new name.",
    damaged: "This is no whole backup, or its key is another one.",
  },
  detail: say("What was found: {what}"),
  done: "The campaign is back",
  doneLead: "Everybody signs in anew. In a few seconds this instance serves the campaign.",
  open: "Open the campaign",
};

export const wordsIn = catalogue("setup", en);

export type SetupWords = typeof en;

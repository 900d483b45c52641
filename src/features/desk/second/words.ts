/** The words of the second factor, by language. */
import { catalogue } from "../../../platform/words/catalogue.ts";
import { say } from "../../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "A second proof",
  prove: "You came in with a PIN or a link by mail. Please show a second proof that it is you.",
  ask: "Your role comes in with a second proof beside a PIN or a link by mail: a passkey, or codes from an app. You have none yet, and a PIN or a mail alone can add none. Ask an owner for a new link: it brings you in, and you add one on the page “You”.",
  code: "Code from your app, or a backup code",
  troubles: {
    code: "This code does not hold, was used already, or there were five wrong tries: then please wait a quarter of an hour.",
    busy: "So many are coming in just now that your code was not looked at. Please try again in a moment.",
  },
  lost: "None at hand? A new link from an owner brings you in without.",
  roles: "These roles come in with a second proof",
  rolesHint:
    "A PIN or a link by mail alone is then not enough: a passkey or codes from an app are asked as well. Whoever has none yet needs a new link from you, comes in with it and adds one.",
  set: "Save these roles",
  ownFirst:
    "Add a passkey or codes of your own first, on the page “You”: then it is certain that they work here, and nobody is shut out.",
  has: "has a second proof",
  reset: "Remove passkeys and codes",
  resetHint:
    "For somebody whose phone is lost: passkeys and codes of this account hold no more, and every sign-in of it ends. Then make a new link.",
  codes: "Codes from an app",
  codesHint:
    "An app on your phone shows six digits, new ones every half minute, without any network. They are asked after a PIN or a link by mail.",
  codesSet: "Set up codes",
  since: say("Set up on {day}. Backup codes left: {left}", "day", "left"),
  codesNew: "Make new backup codes",
  codesRemove: "Remove the codes",
  codesRemoved: "The codes are removed. Every other sign-in of yours has ended.",
  scan: "Scan this with an app for one-time codes, or type the key into it.",
  key: "Key",
  open: "Open the app on this device",
  now: "The six digits that the app shows now",
  confirm: "Confirm",
  wrong:
    "These are not the digits of this moment. Is the clock of your phone right? Wait for the next ones.",
  backups: "Your ten backup codes",
  backupsHint:
    "Each comes in once in place of the app. They are shown now and never again: write them down, and keep them apart from your phone. Older ones hold no more.",
};

export const wordsIn = catalogue("desk-second", en);

export type SecondWords = typeof en;

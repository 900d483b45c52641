/** The words of the second factor, by language. */
import { catalogue } from "../../../platform/words/catalogue.ts";
import { say } from "../../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "A second proof",
  prove: "You signed in with a PIN or an email link. Please give a second proof that it is you.",
  ask: "Besides a PIN or an email link, your role needs a second proof: a passkey, or codes from an app. You have none yet, and cannot add one with a PIN or an email link alone. Ask an owner for a new link, sign in with it, and add one on the page “You”.",
  code: "Code from your app, or a backup code",
  troubles: {
    code: "This code is wrong or was already used. After five wrong tries, please wait 15 minutes.",
    busy: "Too many people are signing in right now, so your code was not checked. Please try again in a moment.",
  },
  lost: "None at hand? You can sign in without one if an owner gives you a new link.",
  roles: "Roles that need a second proof",
  rolesHint:
    "A PIN or an email link alone is then not enough: a passkey or a code from an app is needed as well. Anyone who has none yet needs a new link from you, and adds one after signing in.",
  set: "Save these roles",
  ownFirst:
    "First add a passkey or codes of your own, on the page “You”. That shows that they work here, and nobody is locked out.",
  has: "has a second proof",
  reset: "Remove passkeys and codes",
  resetHint:
    "For someone who has lost their phone: this account’s passkeys and codes stop working, and it is signed out everywhere. Then make a new link.",
  codes: "Codes from an app",
  codesHint:
    "An app on your phone shows six digits, new ones every 30 seconds, even offline. You type them after a PIN or an email link.",
  codesSet: "Set up codes",
  since: say("Set up on {day}. Backup codes left: {left}", "day", "left"),
  codesNew: "Make new backup codes",
  codesRemove: "Remove the codes",
  codesRemoved: "The codes are removed. You were signed out everywhere else.",
  scan: "Scan this with an app for one-time codes, or type the key into it.",
  key: "Key",
  open: "Open the app on this device",
  now: "The six digits the app shows now",
  confirm: "Confirm",
  wrong: "These digits are not valid now. Check your phone’s clock, or wait for the next digits.",
  backups: "Your ten backup codes",
  backupsHint:
    "Each works once in place of the app. They are shown only now: write them down, and keep them apart from your phone. Older ones no longer work.",
};

export const wordsIn = catalogue("desk-second", en);

export type SecondWords = typeof en;

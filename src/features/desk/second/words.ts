/** The words of the second factor, by language. */
import { catalogue } from "../../../platform/words/catalogue.ts";
import { say } from "../../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "A second proof",
  prove: "You signed in with a PIN or an email link. Please confirm your identity in a second way.",
  ask: "Besides a PIN or an email link, your role needs a second proof: a passkey, or codes from an app. You have no second proof yet, and cannot add one with a PIN or an email link alone. Ask an owner for a new link, sign in with it, and add a second proof on the “You” page.",
  code: "Code from your app, or a backup code",
  troubles: {
    code: "This code is wrong or has already been used. After five wrong attempts, please wait 15 minutes.",
    busy: "Too many people are signing in right now, so your code was not checked. Please try again in a moment.",
  },
  lost: "No second proof to hand? You can sign in without one if an owner gives you a new link.",
  roles: "Roles that need a second proof",
  rolesHint:
    "For people in these roles, a PIN or an email link alone is not enough: they also need a passkey or a code from an app. Anyone who has neither needs a new link from you, and must add one of the two after signing in.",
  set: "Save these roles",
  ownFirst:
    "First add your own passkey or codes on the “You” page. This shows that passkeys and codes work here, so nobody is locked out.",
  has: "has a second proof",
  reset: "Remove passkeys and codes",
  resetHint:
    "For someone who has lost their phone: this account’s passkeys and codes stop working, and the account is signed out everywhere. Then create a new link.",
  codes: "Codes from an app",
  codesHint:
    "An app on your phone shows six digits that change every 30 seconds, even offline. Enter them after using your PIN or an email link.",
  codesSet: "Set up codes",
  since: say("Set up on {day}. Backup codes left: {left}", "day", "left"),
  codesNew: "Create new backup codes",
  codesRemove: "Remove the codes",
  codesRemoved: "Codes removed. You have been signed out everywhere else.",
  scan: "Scan this code with an app for one-time codes, or type the key into the app.",
  key: "Key",
  open: "Open the app on this device",
  now: "The six digits shown in the app now",
  confirm: "Confirm",
  wrong: "These digits are not valid. Check your phone’s clock, or wait for the next digits.",
  backups: "Your ten backup codes",
  backupsHint:
    "You can use each backup code once, instead of the app. The codes will not be shown again: write them down, and keep them apart from your phone. Older codes no longer work.",
};

export const wordsIn = catalogue("desk-second", en);

export type SecondWords = typeof en;

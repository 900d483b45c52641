/** The words of checking a badge, by language. What stands in braces is filled in on the page, too, where there is no link. */
import { catalogue } from "../../../platform/words/catalogue.ts";

const verdict = {
  right: "This badge is right, and it was given to this name.",
  unnamed:
    "This badge is right. Type the name on the card to see whether it was given to that person.",
  otherName: "This badge was given to another name.",
  withdrawn: "This badge was taken back.",
  early: "This badge holds only from {day} on, and this device says that today is {today}.",
  over: "This badge held until {until}. It is over.",
  altered: "This badge was changed after it was signed. Do not trust what it says.",
  unknownKey: "Nobody here knows the key of this badge. It may be right or made up.",
  nothing: "Take a picture of the code, choose a photo of it, or paste its text. Then look again.",
  address:
    "This is the address of a badge, and the badge itself could not be fetched. Scan the code on the card, or paste its text.",
  noBadge: "This is no badge.",
  signer: "Signed by {signer}",
  what: "For {what}",
  criteria: "What had to be done: {criteria}",
  day: "Given on {day}",
  since: "The key is known here since {since}.",
  asked:
    "Withdrawals last asked on {asked}. Up to that day nobody is known to have taken this badge back.",
  given: "The key is the one that was handed over for this check.",
  notAsked: "Nobody asked whether it was taken back.",
  longAgo: "That was {days} days ago. Open this page with a connection before you rely on it.",
  askedBack: "Withdrawals last asked on {asked}.",
  spelling:
    "How the name is spelled counts: type it as it stands on the card. Capitals and extra blanks do not matter.",
  clock: "If the clock of this device is wrong, set it right and look again.",
  notTrusted: "What it says is not shown, as nothing of it can be trusted.",
  keyAt: "It names its key as {kid}",
  askSigner: "Ask whoever showed it where the badge comes from, and check it there.",
  shape:
    "Part of it is missing, or it is something else. Scan the whole code, or paste all of its text.",
  alg: "It is not signed in the way in which badges are signed here (RS256).",
  kid: "It does not say which key of its signer it was signed with.",
  private: "It carries a secret key, which no badge does.",
  form: "It does not hold what a badge says.",
  noCode:
    "No code was found in this picture. Take it from closer, straight from above and in good light, with the whole code in it.",
};

const en = {
  lang: "en",
  title: "Check a badge",
  lead: "Scan the code of a badge, or paste its text, and type the name on the card. You see who signed it, for what, and whether it was given to this name.",
  description:
    "See whether a badge is right: who signed it, for what, and whether it was given to this name.",
  name: "Name on the card",
  nameHint: "As it stands there. The badge itself holds no name that anybody could read.",
  text: "Text of the badge",
  textHint: "The text of its code or of its file, or the address of its page.",
  photo: "A photo of the code",
  photoHint: "JPEG or PNG, at most 12 MB.",
  check: "Check this badge",
  kept: "Nothing that you check is kept.",
  camera: "Scan with the camera",
  stop: "Stop the camera",
  looking: "Hold the code in front of the camera.",
  noCamera: "No camera could be opened. Choose a photo of the code, or paste its text.",
  reading: "It is being read.",
  plainly:
    "At this address (no https) your browser opens no camera and checks nothing by itself: send the form, and it is checked here.",
  result: "What was found",
  offline: "Check without a connection",
  offlineLead:
    "This page can lie on this device, with the keys and with what was taken back. It then checks without a connection, and asks anew whenever there is one.",
  keep: "Keep this page on this device",
  keeping: "It is being fetched. Please leave this page open until it is here.",
  isKept: "Kept. It opens and checks without a connection now.",
  notKept: "It could not be fetched. Please try again when there is a connection.",
  known: "Keys known here: {keys}. Badges taken back: {taken}. Last asked on {asked}.",
  refused: {
    form: "The form did not arrive as a browser sends it. Please send it again.",
    large: "This photo is too large. At most 12 MB can be taken here.",
    busy: "Many badges are being checked at this moment. Please try again in a minute.",
    noRead: "This file could not be read as a picture. Please send the photo as JPEG or PNG.",
  },
  verdict,
};

export const checkWordsIn = catalogue("badge-checking", en);
export type CheckWords = typeof en;
export type VerdictWords = typeof verdict;
/** For the command line, which speaks English. */
export const VERDICT_WORDS: VerdictWords = verdict;

/** The words of checking a badge, by language. What stands in braces is filled in on the page, too, where there is no link. */
import { catalogue } from "../../../platform/words/catalogue.ts";

const verdict = {
  right: "This badge is genuine, and it was given to this name.",
  unnamed:
    "This badge is genuine. Type the name on the card to see whether it was given to that person.",
  otherName: "This badge was given to another name.",
  withdrawn: "This badge was taken back.",
  early: "This badge is valid from {day}, and this device says that today is {today}.",
  over: "This badge was valid until {until}. It has expired.",
  altered: "This badge was changed after it was signed. Do not trust what it says.",
  unknownKey: "The key of this badge is not known here. It may be genuine or made up.",
  nothing: "Take a picture of the code, choose a photo of it, or paste its text. Then check again.",
  address:
    "This is the address of a badge, but the badge itself could not be fetched. Scan the code on the card, or paste its text.",
  noBadge: "This is not a badge.",
  signer: "Signed by {signer}",
  what: "For {what}",
  criteria: "What had to be done: {criteria}",
  day: "Given on {day}",
  since: "The key has been known here since {since}.",
  asked:
    "Withdrawals last checked on {asked}. Up to that day, this badge is not known to have been taken back.",
  given: "The key is the one given for this check.",
  notAsked: "It was not checked whether it was taken back.",
  longAgo: "That was {days} days ago. Open this page with a connection before you rely on it.",
  askedBack: "Withdrawals last checked on {asked}.",
  spelling:
    "Spelling matters: type the name as it is on the card. Capitals and extra spaces do not matter.",
  clock: "If the clock of this device is wrong, set it and check again.",
  notTrusted: "What it says is not shown, as none of it can be trusted.",
  keyAt: "It names its key as {kid}",
  askSigner: "Ask the person who showed it where the badge comes from, and check it there.",
  shape:
    "Part of it is missing, or it is something else. Scan the whole code, or paste all of its text.",
  alg: "It is not signed in the way badges are signed here (RS256).",
  kid: "It does not say which of its signer’s keys it was signed with.",
  private: "It carries a secret key, which no badge does.",
  form: "It does not contain what a badge says.",
  noCode:
    "No code was found in this picture. Take it from closer up, straight above and in good light, with the whole code in it.",
};

const en = {
  lang: "en",
  title: "Check a badge",
  lead: "Scan the code of a badge, or paste its text, and type the name on the card. You see who signed it, for what, and whether it was given to this name.",
  description:
    "See whether a badge is genuine: who signed it, for what, and whether it was given to this name.",
  name: "Name on the card",
  nameHint: "As on the card. The badge itself holds no name that anybody could read.",
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
  reading: "Reading the picture.",
  plainly:
    "At this address (no https) your browser cannot use the camera or check anything itself: send the form, and we check it here.",
  result: "What was found",
  offline: "Check offline",
  offlineLead:
    "Save this page on this device, with the keys and the list of badges taken back. It then checks offline, and updates whenever you are online.",
  keep: "Save this page on this device",
  keeping: "Saving. Please leave this page open until it is done.",
  isKept: "Saved. It now opens and checks offline.",
  notKept: "It could not be saved. Please try again when you are online.",
  known: "Keys known here: {keys}. Badges taken back: {taken}. Last checked on {asked}.",
  refused: {
    form: "The form did not arrive as a browser sends it. Please send it again.",
    large: "This photo is too large. The limit is 12 MB.",
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

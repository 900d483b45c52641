/** The words of checking a badge, by language. What stands in braces is filled in on the page, too, where there is no link. */
import { catalogue } from "../../../platform/words/catalogue.ts";

const verdict = {
  right: "This badge is genuine, and it was issued in this name.",
  unnamed:
    "This badge is genuine. Enter the name on the card to see whether it was issued in that name.",
  otherName: "This badge was issued in a different name.",
  withdrawn: "This badge has been withdrawn.",
  early: "This badge is not valid until {day}; according to this device, today is {today}.",
  over: "This badge has expired. It was valid until {until}.",
  altered: "This badge was changed after it was signed. Do not trust its contents.",
  unknownKey: "We do not know this badge’s key. The badge may be genuine or fake.",
  nothing: "Take or choose a photo of the code, or paste the code’s text. Then check again.",
  address:
    "This is the address of a badge, but we could not fetch the badge itself. Scan the code on the card, or paste the code’s text.",
  noBadge: "This is not a badge.",
  signer: "Signed by {signer}",
  what: "For {what}",
  criteria: "Requirements: {criteria}",
  day: "Issued on {day}",
  since: "We have known this key since {since}.",
  asked:
    "Withdrawals last checked on {asked}. As far as we know, this badge had not been withdrawn by then.",
  given: "This key was supplied for this check.",
  notAsked: "We have not checked whether this badge was withdrawn.",
  longAgo:
    "The last check was {days} days ago. Open this page online before you rely on the result.",
  askedBack: "Withdrawals last checked on {asked}.",
  spelling:
    "Spelling matters: enter the name as it appears on the card. Capital letters and extra spaces do not matter.",
  clock: "If this device’s clock is wrong, set it and check again.",
  notTrusted: "We do not show the badge’s contents: they cannot be trusted.",
  keyAt: "Key named in the badge: {kid}",
  askSigner: "Ask the person who showed you the badge where it comes from, and check it there.",
  shape:
    "Part of the badge is missing, or this is not a badge. Scan the whole code, or paste its full text.",
  alg: "The badge is not signed the way our badges are (RS256).",
  kid: "The badge does not say which of its signer’s keys was used.",
  private: "The badge contains a secret key, which no badge should.",
  form: "This does not contain the details of a badge.",
  noCode:
    "We found no code in this picture. Move closer and take another from directly above, in good light, showing the whole code.",
};

const en = {
  lang: "en",
  title: "Check a badge",
  lead: "Scan a badge’s code, or paste its text, and enter the name on the card. You will see who signed the badge, what it is for, and whether it was issued in this name.",
  description:
    "Check whether a badge is genuine, who signed it, what it is for, and whether it was issued in the name you enter.",
  name: "Name on the card",
  nameHint: "Copy the name from the card. The badge itself contains no readable name.",
  text: "The badge’s text",
  textHint: "Paste the text from the badge’s code or file, or the address of its page.",
  photo: "A photo of the code",
  photoHint: "JPEG or PNG, at most 12 MB.",
  check: "Check this badge",
  kept: "Nothing you check is saved.",
  camera: "Scan with the camera",
  stop: "Stop the camera",
  looking: "Hold the code in front of the camera.",
  noCamera: "We could not open a camera. Choose a photo of the code, or paste the code’s text.",
  reading: "Reading the picture.",
  plainly:
    "This address does not use https, so your browser can neither use the camera nor check a badge. Send the form, and we will check the badge here.",
  result: "Result",
  offline: "Check offline",
  offlineLead:
    "Save this page on this device, with the keys and the list of withdrawn badges. You can then check badges offline. The page updates whenever you are online.",
  keep: "Save this page on this device",
  keeping: "Saving. Please leave this page open until it is done.",
  isKept: "Saved. This page now works offline.",
  notKept: "The page could not be saved. Please try again when you are online.",
  known: "Known keys: {keys}. Badges withdrawn: {taken}. Last checked on {asked}.",
  refused: {
    form: "We could not read the form. Please send it again.",
    large: "This photo is too large. The limit is 12 MB.",
    busy: "Many badges are being checked right now. Please try again in a minute.",
    noRead: "We could not read this file as a picture. Please send a JPEG or PNG photo.",
  },
  verdict,
};

export const checkWordsIn = catalogue("badge-checking", en);
export type CheckWords = typeof en;
export type VerdictWords = typeof verdict;
/** For the command line, which speaks English. */
export const VERDICT_WORDS: VerdictWords = verdict;

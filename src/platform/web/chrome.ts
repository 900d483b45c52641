/** The words that stand on every page, by language, and the main navigation. */
import { catalogue } from "../words/catalogue.ts";
import { counted, say } from "../words/message.ts";

export const NAV = ["/stories", "/do-good", "/pledges", "/conversation", "/take-part"] as const;

const en = {
  lang: "en",
  skip: "Skip to the text",
  main: "Main",
  nav: {
    "/stories": "Stories",
    "/do-good": "Do good",
    "/pledges": "Pledges",
    "/conversation": "Conversation",
    "/take-part": "Take part",
  },
  /** `weight` is the number of kilobytes. */
  weight: say(
    "This page is {weight} kB with its style. No script, no web font, no cookie. Nothing about readers is kept.",
  ),
  weightWithScript: say(
    "This page is {weight} kB with its style. One small script of its own, no web font, no cookie. Nothing about readers is kept.",
  ),
  /** Said of words that a machine translated, until somebody who grew up with the language has read them. */
  review:
    "A machine translated these words; nobody who grew up with the language has read them yet.",
  languages: "Languages",
  /** Offered in the language that it names: `Cette page existe aussi en français.` */
  alsoIn: say("This page is also in {language}."),
  search: "Search",
  feed: "Feed",
  data: "Open data",
  honest: "How we keep this honest",
  about: "About",
  privacy: "Privacy",
  rights: "Your rights",
  press: "Press",
  events: "Events",
  updates: "Updates by e-mail",
  lost: "There is no page at this address",
  lostHint:
    "It may have been withdrawn, or the address may be mistyped. Everything else can be reached from the front page.",
  failed: "This page could not be made",
  failedHint: "The fault is ours, not yours, and it has been noted. Please try again in a minute.",
  away: "Our database cannot be reached just now",
  awayHint:
    "Pages that were read before are still here; nothing is lost, and nothing new was kept. Please try again in a minute.",
  full: "There is no room left on our disk",
  fullHint:
    "Nothing of what you sent was kept, so keep it yourself for now. Whoever runs this site sees why; please try again later.",
  patterns: {
    title: "What the patterns mean",
    claimed: "self-reported",
    claimedMeans:
      "Said by the one who pledged. We say so for everybody. A named third party’s figure is “reported”.",
    evidenced: "evidenced",
    evidencedMeans: "Filed with a source or data that others can check.",
    attested: "attested",
    attestedMeans: "Signed here by somebody who is not the pledger.",
    notFound:
      "What we have not found we call not found by us, with the day of the search. A correction stands beside what it corrects.",
    log: "Every entry is signed and dated in [a log that anyone can copy and compare].",
  },
  share: {
    title: "Pass it on",
    link: "Copy link",
    message: "Message",
    mail: "Mail",
    more: "More ways, Signal too",
    sheet: "Send with an app of this phone",
    copy: "Copy the link",
    copied: "The link is copied.",
    print: "Print: no pictures needed",
  },
  form: {
    choose: "Choose one",
    done: "It is done.",
    nothingSent: "Nothing was sent yet.",
    fields: counted("One field needs another look.", "{n} fields need another look."),
    unread: "It did not arrive as the form of this page. Please open the form again.",
    large: "It is more than can be taken at once. Please write less, or send fewer files.",
    busy: "So much is being sent at this moment that no more can be taken. Please try again in a minute.",
    full: "Our disk is full, so nothing of this was kept. Please send it again later.",
    part: "What arrived of your words stands below; some of them may be missing. Please look through them, and choose your files again.",
    again: "What you wrote stands below; please choose your files again.",
    back: "What you wrote was not read here. Go back in your browser: it should still stand in the form there.",
  },
};

/** The words in a language, or in English. */
export const chromeIn = catalogue("web", en);

export type Chrome = typeof en;

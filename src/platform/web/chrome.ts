/** The words that stand on every page, by language, and the main navigation. */
import { catalogue } from "../words/catalogue.ts";
import { counted, say } from "../words/message.ts";

export const NAV = ["/stories", "/do-good", "/pledges", "/conversation", "/take-part"] as const;

const en = {
  lang: "en",
  skip: "Skip to content",
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
    "This page is {weight} kB, including its styles, and uses no scripts, no web fonts and no cookies. We store nothing about readers.",
  ),
  weightWithScript: say(
    "This page is {weight} kB, including its styles, and uses one small script from this site, no web fonts and no cookies. We store nothing about readers.",
  ),
  /** Said of words that a machine translated, until somebody who grew up with the language has read them. */
  review: "Machine translation, not yet checked by a native speaker.",
  languages: "Languages",
  /** Offered in the language that it names: `Cette page existe aussi en français.` */
  alsoIn: say("This page is also in {language}."),
  search: "Search",
  feed: "Feed",
  data: "Open data",
  honest: "How we keep this site honest",
  about: "About",
  privacy: "Privacy",
  rights: "Your rights",
  press: "Press",
  events: "Events",
  updates: "Updates by email",
  lost: "There is no page at this address",
  lostHint:
    "The page may have been withdrawn, or the address may be mistyped. You can reach everything else from the front page.",
  failed: "This page could not be loaded",
  failedHint: "The fault is ours, not yours, and has been recorded. Please try again in a minute.",
  away: "Our database is unavailable right now",
  awayHint:
    "Recently read pages can still be opened. Nothing has been lost, but nothing new was saved. Please try again in a minute.",
  full: "Our disk is full",
  fullHint:
    "What you sent was not saved, so please keep a copy. The people who run this site can see the cause. Please try again later.",
  patterns: {
    title: "What the patterns mean",
    claimed: "self-reported",
    claimedMeans:
      "Stated by the pledger. We label every pledger’s figures this way. A figure from a named third party is labelled “reported”.",
    evidenced: "evidenced",
    evidencedMeans: "Filed with a source or data that others can check.",
    attested: "attested",
    attestedMeans: "Signed here by someone other than the pledger.",
    notFound:
      "If we looked for a closing figure and found none, we say so and give the day. We show corrections next to the text or figure they correct.",
    log: "Every entry is signed and dated in [a log that anyone can copy and compare].",
  },
  share: {
    title: "Share this",
    one: "Send this to one person who would want to know:",
    link: "Copy link",
    message: "Message",
    mail: "Email",
    more: "More ways to share, including Signal",
    sheet: "Share with an app",
    copy: "Copy the link",
    copied: "Link copied.",
    print: "Or print without pictures",
  },
  form: {
    choose: "Choose one",
    done: "Done.",
    nothingSent: "Nothing has been sent yet.",
    fields: counted("One field needs correcting.", "{n} fields need correcting."),
    unread: "The form arrived incomplete. Please open it again.",
    large: "You cannot send that much at once. Please write less, or send fewer files.",
    busy: "We are receiving too many requests at the moment. Please try again in a minute.",
    full: "Our disk is full, so your text was not saved. Please send it again later.",
    part: "The text that reached us is below; some of it may be missing. Please check it and choose your files again.",
    again: "Your text is below; please choose your files again.",
    back: "Your text did not reach us. Go back in your browser: the text should still be in the form.",
  },
};

/** The words in a language, or in English. */
export const chromeIn = catalogue("web", en);

export type Chrome = typeof en;

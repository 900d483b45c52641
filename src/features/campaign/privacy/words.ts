/** The words of `/privacy`: what is kept, why, for how long and for whom. What is kept is listed in `src/platform/private/kept.ts`. */
import type { After, Held, Until, Who } from "../../../platform/private/kept.ts";
import { catalogue } from "../../../platform/words/catalogue.ts";
import { counted } from "../../../platform/words/message.ts";

const held = {
  accounts: {
    what: "Accounts of the people who work here",
    why: "A name, a mail address if there is one, and what they sign in with, so that only they can sign in as themselves.",
  },
  "sign-ins": {
    what: "Open sign-ins",
    why: "On which device and from which network somebody is signed in at the desk, so that a stranger’s sign-in is noticed.",
  },
  trail: {
    what: "The trail of the desk",
    why: "Which account did what and when, so that a mistake or misuse can be traced. It holds no words that anybody typed.",
  },
  history: {
    what: "Who changed what",
    why: "Beside each version of a page, the name of the person at the desk who made it.",
  },
  sent: {
    what: "What you send us by a form",
    why: "Your words, your files and how to reach you, so that we can read, answer and publish what you agreed to.",
  },
  rights: {
    what: "Requests about your own data",
    why: "What you asked us to show, correct, hide or erase, what we answered and when, so that we can show that we did.",
  },
  consents: {
    what: "Who agreed to be shown, and to what",
    why: "Names, guardians and the proof of each consent, so that we can show that we were allowed to publish.",
  },
  drafts: {
    what: "Drafts",
    why: "Stories and letters that are being written, with their earlier versions and files.",
  },
  library: {
    what: "Pictures and films of the desk",
    why: "Files that were kept for stories, with their captions and who made them.",
  },
  forms: {
    what: "Forms left half filled in at the desk",
    why: "So that you need not type something twice.",
  },
  notices: {
    what: "News for people at the desk",
    why: "What they asked to be told of, and what they have been told.",
  },
  conversation: {
    what: "Comments",
    why: "Your words and the name you chose. How to reach you is deleted once the comment has been decided on.",
  },
  moderation: {
    what: "Reports about comments, and who was blocked",
    why: "So that the conversation stays safe and the same account is judged alike.",
  },
  vouchers: {
    what: "Codes by which people we know vouch for a comment",
    why: "The name of the person who holds one, and a hash of the code.",
  },
  reactions: {
    what: "Likes",
    why: "They are counted once for each account. Which account it was is kept as a hash only.",
  },
  newsletter: {
    what: "Subscriptions",
    why: "A mail address and what it subscribed to, so that mail can be sent.",
  },
  letter: {
    what: "Signatures of the open letter",
    why: "The name as it was typed, and the mail address as a salted hash only, so that it signs once.",
  },
  measurements: {
    what: "Measurements of connections",
    why: "An area and a month, never an address. A hash that tells repeated measurements apart is deleted when the month is over.",
  },
  classes: {
    what: "Classes and their learners",
    why: "The name that a learner chose, their answers and the days they came, so that their teacher can help them.",
  },
  badges: {
    what: "Badges that were given",
    why: "So that a badge can be checked, and withdrawn.",
  },
  sensors: {
    what: "Sensors and their alarms",
    why: "Where a sensor stands, what it heard as a number, and what people found there. No sound is kept.",
  },
  watch: {
    what: "Who is on watch",
    why: "Whom an alarm wakes, in which order, and when they were told.",
  },
  signers: {
    what: "Films of people who sign a book",
    why: "The film and the name of the signer until it is published.",
  },
  counts: {
    what: "Counts",
    why: "How often a page was opened on a day, and how many mails went out. No person can be found in them.",
  },
  fediverse: {
    what: "Who follows us from other networks",
    why: "Their public addresses there, so that we can send what they follow and tell their servers when it is taken back.",
  },
  "taken-back": {
    what: "That something was taken back",
    why: "Keyed hashes, without a name or a word, so that no backup and no import brings it back.",
  },
  settings: {
    what: "Settings and keys of this site",
    why: "So that it works as its owners set it up.",
  },
  frozen: {
    what: "What you asked us to freeze",
    why: "Kept as it was and used for nothing, until you or the law decide what becomes of it.",
  },
  breaches: {
    what: "Notes of breaches",
    why: "What happened and when we became aware of it. The law asks for such a note.",
  },
  work: {
    what: "Notes of the program about its own work",
    why: "What it has yet to do, and what it has done already.",
  },
  own: {
    what: "What this site’s own additions keep",
    why: "The people who run this site added them; ask them what they hold.",
  },
} satisfies Record<Held, { readonly what: string; readonly why: string }>;

const until = {
  account: "As long as the account is open.",
  "signed-out": "Until they sign out, and for thirty days at most.",
  link: "Until the link is used or expires.",
  "taken-back": "Until you take it back.",
  consent: "As long as the consent holds.",
  draft: "Until it is published or thrown away.",
  desk: "Until we delete it.",
  public: "As long as what it belongs to can be read here.",
  unfollowed: "Until they no longer follow us, or their server has been silent for thirty days.",
  stopped: "Until you unsubscribe.",
  sent: "Until it has been sent or done.",
  lifted: "Until you ask us to unfreeze or erase it.",
  trail: "For 400 days, unless the owners chose another number.",
  campaign: "As long as this site exists.",
} satisfies Record<Until, string>;

const after = {
  came: counted("{n} day from the day it came.", "{n} days from the day it came."),
  over: counted("{n} day after it has ended.", "{n} days after it has ended."),
  settled: counted(
    "How to reach you, and what we wrote to each other: {n} day after we decided.",
    "How to reach you, and what we wrote to each other: {n} days after we decided.",
  ),
  refused: counted(
    "What we did not take up: {n} day after we decided.",
    "What we did not take up: {n} days after we decided.",
  ),
  closed: counted("{n} day after it was closed.", "{n} days after it was closed."),
  revoked: counted("{n} day after it was revoked.", "{n} days after it was revoked."),
  dead: counted(
    "An address that no longer takes our mail: {n} day.",
    "An address that no longer takes our mail: {n} days.",
  ),
  asked: counted("What is not confirmed: {n} day.", "What is not confirmed: {n} days."),
  done: counted("{n} day after it was done.", "{n} days after it was done."),
} satisfies Record<After, (n: number) => string>;

const who = {
  owners: "The owners of this site can see it.",
  desk: "The people who work at the desk can see it.",
  teachers: "The teachers of the class can see it.",
  watch: "Those on watch can see it.",
  program: "Only the program uses it.",
} satisfies Record<Who, string>;

const en = {
  lang: "en",
  title: "Privacy",
  summary: "What this site keeps, why, for how long, and who can see it.",
  answers: "Who answers for it",
  answersIs: "{who} answers for personal data here.",
  nobodySaid: "The people who run this site have not yet said who answers for personal data.",
  imprint: "The [imprint] says who runs this site.",
  write: "Write to {contact}.",
  reading: "When you read",
  readingIs: [
    "No cookie is set and no script is needed.",
    "Your browser asks this one server and no other: no web font, no counter and no picture from elsewhere.",
    "Your network address is used to send you the page and to fend off floods of requests. It is not written down.",
    "Photos, sound and films load when you ask for them, with their size on the button. What you keep for reading offline stays on your device.",
  ],
  cookies:
    "People who sign in at the desk, open a class with a card or go on watch get a cookie that says who they are. It is sent only to those pages and ends when they sign out.",
  people: "People in the stories",
  peopleAre:
    "People are named in a documented public role, or by their own consent: for what, in which languages, until when. When a consent ends, what it covered is no longer shown.",
  rights: "Your rights",
  rightsAre:
    "You can see what we hold about you, have it corrected, object to it, have it restricted or erased, without an account: [ask here].",
  complain: "You can also complain to {authority}.",
  complainAnywhere: "You can also complain to the data protection authority of your country.",
  kept: "What is kept",
  after,
  until,
  who,
  held,
  public: "What is public can still be proved",
  publicIs:
    "What was published is in a public log. When it is withdrawn or erased, its words go; the log keeps the fact that something was there. Backups hold what they held, and a restore erases it again.",
  elsewhere: "Elsewhere",
  elsewhereAre: [
    "A source or a film on another site has that site’s rules.",
    "Email passes through the servers between us and you. What is sent to other networks is on their servers; they are told when it is taken back.",
    "A page that a machine translated says so. This site by itself sends no words to a translation service.",
    "Whoever runs this site may put other servers in front of it, which can have rules of their own.",
  ],
};

export const privacyWordsIn = catalogue("privacy", en);

export type PrivacyWords = typeof en;

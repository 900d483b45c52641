/** The words of `/privacy`: what is kept, why, for how long and for whom. What is kept is listed in `src/platform/private/kept.ts`. */
import type { After, Held, Until, Who } from "../../../platform/private/kept.ts";
import { catalogue } from "../../../platform/words/catalogue.ts";
import { counted } from "../../../platform/words/message.ts";

const held = {
  accounts: {
    what: "Accounts of people who work here",
    why: "Each person’s name, email address (if any) and means of signing in, so that nobody else can sign in as them.",
  },
  "sign-ins": {
    what: "Active sign-ins",
    why: "The device and network from which someone is signed in at the desk, so that a stranger’s sign-in is noticed.",
  },
  trail: {
    what: "The desk’s trail",
    why: "A record of which account did what, and when, so that mistakes or misuse can be traced. It contains no words that anyone typed.",
  },
  history: {
    what: "Who changed what",
    why: "The name of the person at the desk who made each version of a page.",
  },
  sent: {
    what: "What you send us through a form",
    why: "Your words, your files and your contact details, so that we can read what you sent, answer you and publish what you agreed to.",
  },
  rights: {
    what: "Requests about your own data",
    why: "What you asked us to show, correct, hide or erase, and what we answered and when, so that we can prove what we did.",
  },
  consents: {
    what: "Consent to be shown, and its purpose",
    why: "Names, guardians and proof of each consent, so that we can show that we were allowed to publish.",
  },
  drafts: {
    what: "Drafts",
    why: "Unfinished stories and letters, with their earlier versions and files.",
  },
  library: {
    what: "The desk’s pictures and films",
    why: "Files saved for stories, with their captions and the names of their makers.",
  },
  forms: {
    what: "Half-completed forms at the desk",
    why: "So that you need not type the same thing twice.",
  },
  notices: {
    what: "News for people at the desk",
    why: "What each person asked to hear about, and what we told them.",
  },
  conversation: {
    what: "Comments",
    why: "Your words and the name you chose. Your contact details are deleted once we have decided on the comment.",
  },
  moderation: {
    what: "Reports about comments, and who was blocked",
    why: "To keep the conversation safe and to treat the same account consistently.",
  },
  vouchers: {
    what: "Codes given to people we know, so that they can vouch for comments",
    why: "The name of the person who has the code, and a hash of the code.",
  },
  reactions: {
    what: "Likes",
    why: "Each reaction is counted once per account. We keep the account only as a hash.",
  },
  newsletter: {
    what: "Subscriptions",
    why: "An email address and its subscriptions, so that we can send email.",
  },
  letter: {
    what: "Signatures on the open letter",
    why: "The name is stored as entered, and the email address only as a salted hash, so that one address can sign only once.",
  },
  measurements: {
    what: "Measurements of connections",
    why: "An area and a month, never an address. A hash used to recognise repeated measurements is deleted when the month is over.",
  },
  classes: {
    what: "Classes and their learners",
    why: "The name each learner chose, their answers and the days they attended, so that their teacher can help them.",
  },
  badges: {
    what: "Badges issued",
    why: "So that badges can be checked and withdrawn.",
  },
  sensors: {
    what: "Sensors and their alarms",
    why: "A sensor’s location, a number representing what it heard, and what people found there. No sound is kept.",
  },
  watch: {
    what: "Who is on watch",
    why: "Who is woken by an alarm, in what order, and when they were told.",
  },
  signers: {
    what: "Films of people who sign a book",
    why: "The film and the signer’s name, until the film is published.",
  },
  counts: {
    what: "Counts",
    why: "How often a page was opened each day, and how many emails were sent. No person can be identified from these counts.",
  },
  fediverse: {
    what: "Followers on other networks",
    why: "Followers’ public addresses, so that we can send them what they follow and tell their servers when something is withdrawn.",
  },
  "taken-back": {
    what: "Records of what was withdrawn",
    why: "Keyed hashes, with no names or words, so that no backup or import restores what was withdrawn.",
  },
  settings: {
    what: "This site’s settings and keys",
    why: "So that the site works as its owners set it up.",
  },
  frozen: {
    what: "What you asked us to freeze",
    why: "We keep this data unchanged and unused until you or the law decide what happens to it.",
  },
  breaches: {
    what: "Records of breaches",
    why: "What happened in a data breach, and when we became aware of it. The law requires this record.",
  },
  work: {
    what: "The program’s notes on its own work",
    why: "What the program has done, and what it still has to do.",
  },
  own: {
    what: "Data kept by this site’s own extensions",
    why: "The people who run this site added extensions. Ask them what data the extensions hold.",
  },
} satisfies Record<Held, { readonly what: string; readonly why: string }>;

const until = {
  account: "As long as the account is open.",
  "signed-out": "Until sign-out, but for no more than thirty days.",
  link: "Until the link is used or expires.",
  "taken-back": "Until you withdraw what you sent.",
  consent: "As long as the consent is valid.",
  draft: "Until published or discarded.",
  desk: "Until we delete the data.",
  public: "As long as the related item is public here.",
  unfollowed: "Until a follower unfollows us, or their server has been silent for thirty days.",
  stopped: "Until you unsubscribe.",
  sent: "Until sent or completed.",
  lifted: "Until you ask us to unfreeze or erase the data.",
  trail: "For 400 days, unless the owners chose a different period.",
  campaign: "As long as this site exists.",
} satisfies Record<Until, string>;

const after = {
  came: counted("{n} day after receipt.", "{n} days after receipt."),
  over: counted("{n} day after the end date.", "{n} days after the end date."),
  settled: counted(
    "Your contact details, and our messages to each other: {n} day after our decision.",
    "Your contact details, and our messages to each other: {n} days after our decision.",
  ),
  refused: counted(
    "What we did not accept: {n} day after our decision.",
    "What we did not accept: {n} days after our decision.",
  ),
  closed: counted("{n} day after closure.", "{n} days after closure."),
  revoked: counted("{n} day after revocation.", "{n} days after revocation."),
  dead: counted(
    "An address that no longer accepts our email: {n} day.",
    "An address that no longer accepts our email: {n} days.",
  ),
  asked: counted("If not confirmed: {n} day.", "If not confirmed: {n} days."),
  done: counted("{n} day after completion.", "{n} days after completion."),
} satisfies Record<After, (n: number) => string>;

const who = {
  owners: "Visible to the owners of this site.",
  desk: "Visible to the people who work at the desk.",
  teachers: "Visible to the teachers of the class.",
  watch: "Visible to people on watch.",
  program: "Used only by the program.",
} satisfies Record<Who, string>;

const en = {
  lang: "en",
  title: "Privacy",
  summary: "What this site keeps, why, for how long, and who can see it.",
  answers: "Who is responsible",
  answersIs: "{who} is responsible for personal data here.",
  nobodySaid:
    "The people who run this site have not yet said who is responsible for personal data.",
  imprint: "The [imprint] names the people who run this site.",
  write: "Write to {contact}.",
  reading: "When you read",
  readingIs: [
    "Reading this site sets no cookies and needs no scripts.",
    "Your browser contacts this server and no other: no web fonts, counters or pictures come from elsewhere.",
    "We use your network address to send you the page and to fend off floods of requests. We do not record it.",
    "Photos, sound and films load when you ask for them; the button shows their size. What you save for reading offline stays on your device.",
  ],
  cookies:
    "People who sign in at the desk, open a class with a card or go on watch get a cookie that identifies them. The cookie is sent only to those parts of the site and expires when they sign out.",
  people: "People in the stories",
  peopleAre:
    "We name people as public sources name them, or with their consent, which states the purpose, the languages and the end date. When consent ends, what it covered is no longer shown.",
  rights: "Your rights",
  rightsAre:
    "You can see the data we hold about you, have it corrected, restricted or erased, and object to its use. You need no account: [ask here].",
  complain: "You can also complain to {authority}.",
  complainAnywhere: "You can also complain to your country’s data protection authority.",
  kept: "What is kept",
  after,
  until,
  who,
  held,
  public: "Proof of what was published",
  publicIs:
    "Everything published is in a public log. When something is withdrawn or erased, its words are removed; the log still shows that something was there. Existing backups still contain the words; when a backup is restored, they are erased again.",
  elsewhere: "Elsewhere",
  elsewhereAre: [
    "Sources and films on other sites are subject to those sites’ rules.",
    "Email passes through the servers between us and you. What we send to other networks is stored on their servers; we tell them when it is withdrawn.",
    "Machine-translated pages are marked as such. This site does not automatically send text to a translation service.",
    "The people who run this site may put other servers in front of it, and those servers may have their own rules.",
  ],
};

export const privacyWordsIn = catalogue("privacy", en);

export type PrivacyWords = typeof en;

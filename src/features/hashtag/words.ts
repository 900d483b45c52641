/** The words of the hashtag's room by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { counted, say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "Conversation",
  topics: "Topics",
  inAnyLanguage: counted("{n} topic, any language.", "{n} topics, any language."),
  answerHere: "Say it here, with or without a name.",
  joinFrom: say("Say it here, or from wherever you write, with {hashtag}."),
  say: "Say something",
  answer: "Answer",
  answerOn: " on {topic}",
  first: "nobody has answered yet",
  rules: "How we talk",
  rulesAre:
    "Speak of what people do, in your own words. Before it is shown, a person reads it, or has read its author often enough to trust them. We say why when something is not shown.",
  outOf: "From the stories:",
  all: counted("all {n}", "all {n}"),
  lastSaid: "Said last:",
  readAll: counted("{n} comment", "All {n} comments"),
  goesOn: "Read on",
  /** The room itself. */
  room: "Said with {hashtag}",
  roomWithout: "Said to the campaign",
  roomIs:
    "From this site, from the fediverse and from pages elsewhere, the newest first. Each says where it comes from, and nothing of another site is loaded here.",
  none: "Nobody has said anything here yet. Yours can be the first.",
  propose: "Show us a page",
  pages: "Pages",
  pageOf: say("Page {n} of {all}", "n", "all"),
  newer: "Newer",
  older: "Older",
  feed: "Feed",
  feedOf: say("The conversation, {name}"),
  feedIs: "What people say, once a person has read it.",
  /** A page elsewhere. */
  card: {
    lead: "An article, a post, a film: from any network and any site. You type its title and a sentence; nothing of it is loaded here, and readers see the way there.",
    url: "Its address",
    title: "Its title, or what it is",
    by: "Who says it",
    byHint: "A name, a paper, an organisation. It may be left empty.",
    text: "One line of it, in quotation marks, or a sentence of yours",
    textHint: "At most 500 characters, in any language.",
    about: "Where it belongs",
    language: "In which language is the line?",
    languageHint: "Its name. It may be left empty.",
    send: "Send",
    next: "A person reads it before it is shown. We say why when something is not shown.",
    urlExpected: "Expected an address that begins with https:// or http://.",
    titleExpected: "Expected a title of at most 200 characters.",
    byExpected: "Expected a name of at most 200 characters.",
    textExpected: "Expected a line of at most 500 characters.",
    aboutExpected: "Choose one of these.",
    languageExpected: "Type the name of a language, and choose it.",
    stale:
      "This form is too old to be sent. Your words are still below; please send them once more.",
    busy: "So much was sent in this hour that no more is taken. Your words are still below; please send them later.",
  },
  desk: {
    title: "Hashtag room",
    help: "The room shows readers what people say elsewhere under the campaign’s hashtag. To show a page of any network, give its address and say in your words what stands there. Nothing is loaded from that network.",
    waiting: "The queue",
    card: "Show a page elsewhere",
    cardIs:
      "From any network: you type what readers see, and nothing is loaded from there. It is shown at once, in your words; a short quotation says who said it.",
    cardSend: "Show it",
    cardNext: "It is in the room as soon as you press this.",
    known: "This page is here already.",
    taken:
      "The desk has decided before that this page is not shown. It does not come back by this form.",
    held: "This page waits in the queue, where somebody else decides about it.",
    full: "The queue holds no more. Please decide about some of it first, then send this again.",
  },
  share: {
    title: say("Pass it on, with {hashtag}"),
    titleWithout: "Pass it on",
    ours: { message: "Text message", mail: "Mail" },
    mastodon: "Mastodon",
    fediverse: "Say it in the fediverse",
    fediverseIs:
      "Mastodon and its kin are many servers. Name yours, and the next page has a link that opens it with these words; nothing of what you type is kept.",
    text: "What is passed on",
    server: "Your server",
    serverHint: "Such as mastodon.social, or your whole handle, @you@mastodon.social.",
    serverExpected: "Expected the name of a server such as mastodon.social.",
    next: "Go on",
    open: say("Open {host}"),
    back: "Back to the conversation",
  },
};

export const wordsIn = catalogue("hashtag", en);

export type HashtagWords = typeof en;

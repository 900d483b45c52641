/** The words of the hashtag's room by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { counted, say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "Conversation",
  topics: "Topics",
  inAnyLanguage: counted("{n} topic, in any language.", "{n} topics, in any language."),
  answerHere: "Say it here, with or without a name.",
  joinFrom: say("Say it here, or from wherever you write, with {hashtag}."),
  say: "Say something",
  answer: "Reply",
  answerOn: " on {topic}",
  first: "Be the first to reply",
  rules: "How we talk",
  rulesAre:
    "Talk about what people do, in your own words. Before it is shown, a person reads it, or has read its author often enough to trust them. If something is not shown, we say why.",
  outOf: "From the stories:",
  all: counted("all {n}", "all {n}"),
  lastSaid: "Latest:",
  readAll: counted("{n} comment", "All {n} comments"),
  goesOn: "Read on",
  /** The room itself. */
  room: "Said with {hashtag}",
  roomWithout: "Said to the campaign",
  roomIs:
    "From this site, the fediverse and pages elsewhere, newest first. Each says where it comes from, and nothing is loaded from other sites.",
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
    lead: "An article, a post or a film from any site. You type its title and a sentence; nothing is loaded from there, and readers get a link.",
    url: "Its address",
    title: "Its title, or what it is",
    by: "Who says it",
    byHint: "A name, a newspaper, an organisation. Optional.",
    text: "One line of it, in quotation marks, or a sentence of yours",
    textHint: "At most 500 characters, in any language.",
    about: "Where it belongs",
    language: "In which language is the line?",
    languageHint: "Its name. Optional.",
    send: "Send",
    next: "A person reads it before it is shown. If it is not shown, we say why.",
    urlExpected: "Expected an address that begins with https:// or http://.",
    titleExpected: "Expected a title of at most 200 characters.",
    byExpected: "Expected a name of at most 200 characters.",
    textExpected: "Expected a line of at most 500 characters.",
    aboutExpected: "Choose one of these.",
    languageExpected: "Type the name of a language, and choose it.",
    stale: "This form has expired. Your words are still below; please send them again.",
    busy: "We have received too much this hour. Your words are still below; please send them later.",
  },
  desk: {
    title: "Hashtag room",
    help: "The room shows readers what people say elsewhere under the campaign’s hashtag. To show a page from any network, give its address and say in your words what it is about. Nothing is loaded from that network.",
    waiting: "The queue",
    card: "Show a page elsewhere",
    cardIs:
      "From any network: you type what readers see, and nothing is loaded from there. It is shown at once, in your words; a short quotation says who said it.",
    cardSend: "Show it",
    cardNext: "It appears in the room as soon as you press this.",
    known: "This page is here already.",
    taken: "The desk has already decided not to show this page. This form cannot bring it back.",
    held: "This page is waiting in the queue, where somebody else decides about it.",
    full: "The queue is full. Please deal with some of it first, then send this again.",
  },
  share: {
    title: say("Pass it on, with {hashtag}"),
    titleWithout: "Pass it on",
    ours: { message: "Text message", mail: "Email" },
    mastodon: "Mastodon",
    fediverse: "Share it on the fediverse",
    fediverseIs:
      "Mastodon and similar networks run on many servers. Name yours, and the next page has a link that opens it with these words; nothing of what you type is kept.",
    text: "Text to share",
    server: "Your server",
    serverHint: "Such as mastodon.social, or your whole handle, @you@mastodon.social.",
    serverExpected: "Expected the name of a server such as mastodon.social.",
    next: "Continue",
    open: say("Open {host}"),
    back: "Back to the conversation",
  },
};

export const wordsIn = catalogue("hashtag", en);

export type HashtagWords = typeof en;

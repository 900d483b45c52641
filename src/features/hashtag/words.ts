/** The words of the hashtag's room by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { counted, say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "Conversation",
  topics: "Topics",
  inAnyLanguage: counted(
    "Talk about {n} topic in any language.",
    "Talk about {n} topics in any language.",
  ),
  answerHere: "Comment here, with or without your name.",
  joinFrom: say("Comment here, or use {hashtag} wherever you write."),
  say: "Add a comment",
  answer: "Reply",
  answerOn: " on {topic}",
  first: "Be the first to reply",
  rules: "How we talk",
  rulesAre:
    "Talk about what people do, in your own words. A person reads each comment before it is shown, unless we have already read enough of the author’s comments to trust them. If a comment is not shown, we say why.",
  outOf: "From the stories:",
  all: counted("all {n}", "all {n}"),
  lastSaid: "Latest:",
  readAll: counted("{n} comment", "All {n} comments"),
  goesOn: "Read on",
  /** The room itself. */
  room: "Posts with {hashtag}",
  roomWithout: "Comments on the campaign",
  roomIs:
    "Comments from this site, the fediverse and pages elsewhere, newest first. The source of each comment is shown, and nothing is loaded from other sites.",
  propose: "Suggest a page",
  pages: "Pages",
  pageOf: say("Page {n} of {all}", "n", "all"),
  newer: "Newer",
  older: "Older",
  feed: "Feed",
  feedOf: say("The conversation, {name}"),
  feedIs: "Comments, each read by a person before publication.",
  /** A page elsewhere. */
  card: {
    lead: "Suggest an article, a post or a film from any site. Enter its title and a sentence from it or about it. Nothing is loaded from that site; readers get a link.",
    url: "Its address",
    title: "Title of the page, or a short description",
    by: "Speaker’s name",
    byHint: "A person, newspaper or organisation. Optional.",
    text: "One line from the page in quotation marks, or a sentence of your own",
    textHint: "At most 500 characters, in any language.",
    about: "What the page is about",
    language: "What language is the line in?",
    languageHint: "Name of the language. Optional.",
    send: "Send",
    next: "A person reads your text before it is shown. If we do not show it, we say why.",
    urlExpected: "Enter an address that begins with https:// or http://.",
    titleExpected: "Enter a title of at most 200 characters.",
    byExpected: "Enter a name of at most 200 characters.",
    textExpected: "Enter a line of at most 500 characters.",
    aboutExpected: "Choose one of the options.",
    languageExpected: "Enter the name of a language, and select it from the list.",
    stale: "This form has expired. Your text is still below. Please send it again.",
    busy: "We have received too many suggestions this hour. Your text is still below. Please send it later.",
  },
  desk: {
    title: "Hashtag room",
    help: "The room shows readers what people say elsewhere under the campaign’s hashtag. To show a page from any network, enter its address and say in your own words what it is about. Nothing is loaded from that network.",
    waiting: "The queue",
    card: "Show a page from elsewhere",
    cardIs:
      "Show a page from any network. You write what readers see, and nothing is loaded from that network. Your words are shown at once. If you include a short quotation, name the speaker.",
    cardSend: "Show it",
    cardNext: "The page appears in the room when you press this button.",
    known: "This page is already listed here.",
    taken:
      "The desk has already decided not to show this page. This form cannot bring the page back.",
    held: "This page is waiting in the queue. Somebody else will decide whether to show it.",
    full: "The queue is full. Please deal with some of its items first, then send this again.",
  },
  share: {
    title: say("Share this with {hashtag}"),
    titleWithout: "Share this",
    ours: { message: "Text message", mail: "Email" },
    mastodon: "Mastodon",
    fediverse: "Share on the fediverse",
    fediverseIs:
      "Mastodon and similar networks run on many servers. Enter the name of your server, and the next page gives you a link that opens your server with this text. Nothing you enter is saved.",
    text: "Text to share",
    server: "Your server",
    serverHint: "For example, mastodon.social or your full handle, @you@mastodon.social.",
    serverExpected: "Enter the name of a server, such as mastodon.social.",
    next: "Continue",
    open: say("Open {host}"),
    back: "Back to the conversation",
  },
};

export const wordsIn = catalogue("hashtag", en);

export type HashtagWords = typeof en;

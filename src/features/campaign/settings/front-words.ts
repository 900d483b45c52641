/** The words of the page on which the front page is arranged, and of earlier versions, by language. */
import { catalogue } from "../../../platform/words/catalogue.ts";
import { say } from "../../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "Front page",
  intro:
    "Choose what readers see first: the lead story, what comes below it, and in what order. Preview the page before you save; nothing is public until then.",
  help: "Start typing a title and choose it from the list: first the lead story, then the stories beside it. The numbers on the right set the order of the blocks below the opening; a block without a number is hidden. “Preview” shows the page as readers will see it; nobody else sees the preview.",
  ofVersions: {
    title: "Earlier versions",
    help: "Each line is one saved version, newest first. Compare a version with today’s before you restore it. Each restoration makes a new version, so it can be undone too.",
  },
  blocksTitle: "Blocks below the opening",
  blocksHint:
    "Give each block a position, or hide it. Hidden blocks stay available at their own address.",
  blocks: {
    people: "Three people",
    book: "A picture book",
    "do-good": "This week’s task and the programmes",
    pledges: "The goal and pledges",
    conversation: "Conversation",
    letter: "The open letter",
    purpose: "The campaign’s film",
    event: "The next event",
    wanted: "What is still needed",
  },
  hidden: "hidden",
  place: say("{n} of {of}", "n", "of"),
  choose: "What to show",
  chooseHow: "Start typing a name and choose it. If you leave this empty, one is chosen for you.",
  unknown: say("No public item is called “{name}”. Choose a name from the list."),
  lead: "Lead story",
  reached: "Story of someone who got a connection, shown beside the goal",
  picked: {
    people: say("Person {n}, shown beside the lead story"),
    pledges: say("Pledge {n}"),
    programmes: say("Programme {n}, under “What you can do now”"),
  },
  groups: {
    number: "The number on the first screen",
    week: "One thing to do this week",
    question: "Question of the month",
  },
  groupHints: {
    number:
      "One number that shows why the campaign is needed. Leave all three fields empty to show none.",
    week: "The front page shows this task until its last day. After that, the page shows ways to take part.",
    question:
      "The question opens and closes on the days you choose. When you have read the answers, sum them up here.",
  },
  parts: {
    "number-figure": "The number, such as 2.2 billion (at most 20 characters)",
    "number-says": "What the number means, and who stated it",
    "number-to": "Page that shows the source",
    "week-title": "What to do",
    "week-says": "Instructions, in a sentence or two",
    "week-button": "The words on the button",
    "week-to": "Where the button leads",
    "week-until": "Last day",
    "week-came": "Outcome of the last task",
    "question-text": "The question",
    "question-topic": "The topic under which people answer",
    "question-from": "Opens on",
    "question-until": "Closes on",
    "question-answers": "Summary of people’s answers",
  },
  notBefore: say("Choose {day} or a later day."),
  navigation: "Navigation",
  link: "Your own link",
  linkHint:
    "Your link appears after the other links on every page. Leave both fields empty if you do not want one.",
  linkWords: "Link text, at most 30 characters",
  linkAddress: "Link address: the name of a page, /events, or https://…",
  asked: "What readers are asked to do",
  askedHint: "You can turn off any of these invitations without stopping readers from taking part.",
  invitations: {
    lacking: "Under a story: add a photo, film or translation it lacks",
    places: "In the list of places: tell a place’s first story",
    partners: "In the list of partners: join as a kind of partner we do not have yet",
    events: "In the list of events: hold your own meeting",
  },
  askedWalks: "On the front page: tell a story from a walk of life that has none yet",
  look: "Preview",
  looking: "This is a preview. Nothing is saved yet; your choices are below.",
  weighs: say("The page is {kB} without pictures; the limit is {most}.", "kB", "most"),
  tooHeavy: say(
    "The page would be {kB}. The limit for a front page is {most}, so that it opens at once on a slow connection. Hide a block, or choose fewer programmes.",
    "kB",
    "most",
  ),
  lookLong: "Open the preview on its own page",
  lookWords: "Front page preview",
  save: "Save the front page",
  saved: "The front page is saved and now public.",
  unchanged: "Nothing has changed, so nothing was saved.",
  nothingSaved: "Nothing was saved.",
  conflict:
    "Someone else saved changes to the campaign while you had this page open. Your choices are below. Save again to replace theirs.",
  oneBlock: "Keep at least one block.",
  onePart: "Keep at least one part.",
  linkTo: "Enter the link’s address, or clear its text as well.",
  linkText: "Enter the link’s text, or clear its address as well.",
  expected: say("Expected {what}."),
  versions: "Earlier versions",
  versionsHint:
    "Each time someone saves changes to the campaign, a version is kept. Restoring a version makes a new one; none is lost.",
  pageVersionsHint:
    "Each time someone saves this page, a version is kept. Restoring a version makes a new one; none is lost.",
  is: { now: "current", end: "withdrawn", gone: "erased permanently" },
  sameAs: "This version is the same as the current one.",
  compare: "Compare with today",
  added: "added: ",
  removed: "removed: ",
  bringBack: "Restore it",
  broughtBack: "The version is restored and now public.",
  outdated: "This version’s format is out of date, so it cannot be restored.",
  savedSince: "Someone else has saved changes. Check the list again before you restore a version.",
  namesUsed:
    "This version lacks a topic or walk of life that stories now use. Change those stories first.",
  compareKey: "Differences between this version and the current one are marked.",
  toSettings: "Back to settings",
};

export const frontWordsIn = catalogue("campaign-front", en);
export type FrontWords = typeof en;

/** The words of the page on which the front page is arranged, and of earlier versions, by language. */
import { catalogue } from "../../../platform/words/catalogue.ts";
import { say } from "../../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "Front page",
  intro:
    "What readers meet first: which story leads, what stands below it and in which order. Look at it before you save; nothing is public until then.",
  help: "Type the beginning of a title and choose it from the list: who leads, who stands beside. The places on the right say what stands below the opening and in which order; what has none is hidden. “Look at it first” shows the page as readers will see it, and nobody else sees that.",
  ofVersions: {
    title: "Earlier versions",
    help: "Each line is one saving, the newest first. See what differs from today before you bring one back. Bringing back is a new version, so that it can be undone, too.",
  },
  blocksTitle: "Blocks below the opening",
  blocksHint: "Give each its place, or hide it. What is hidden still stands at its own address.",
  blocks: {
    purpose: "What the campaign is for, and its film",
    people: "Four more people",
    "do-good": "What one can do now, and programmes",
    pledges: "Goal and pledges",
    conversation: "Conversation",
    event: "The next event",
    letter: "The open letter",
    wanted: "What is still wanted",
  },
  hidden: "hidden",
  place: say("{n} of {of}", "n", "of"),
  choose: "Who and what is shown",
  chooseHow: "Type the beginning of a name and choose it. Left empty, it is chosen by itself.",
  unknown: say("Nothing that readers may see is called “{name}”. Choose a name from the list."),
  lead: "The story that leads",
  picked: {
    people: say("Person {n} beside it"),
    pledges: say("Pledge {n}"),
    programmes: say("Programme {n}, under “What one can do now”"),
  },
  navigation: "Navigation",
  link: "A link of your own",
  linkHint: "It stands after the parts, on every page. Leave both empty for none.",
  linkWords: "What it says, at most 30 characters",
  linkAddress: "Where it leads: a page by its name, /events, or https://…",
  asked: "What readers are asked for",
  askedHint: "Each invitation can be taken off. The ways to take part stay.",
  invitations: {
    lacking: "Under a story: a photo, a film, a translation that it lacks",
    places: "In the list of places: the first story of a place",
    partners: "Among partners: a kind that nobody fills yet",
    events: "Among events: a meeting of theirs",
  },
  askedWalks: "On the front page, as long as nobody has told of them",
  look: "Look at it first",
  looking: "This is how it would look. Nothing is saved yet; your choices are below.",
  weighs: say("It weighs {kB} of at most {most}, without pictures.", "kB", "most"),
  tooHeavy: say(
    "It would weigh {kB}, and a front page has at most {most}, so that it opens at once on a slow link. Hide a block, or choose fewer programmes.",
    "kB",
    "most",
  ),
  lookLong: "Open it in a page of its own",
  lookWords: "Look at the front page first",
  save: "Save the front page",
  saved: "The front page is arranged, and stands so from now on.",
  unchanged: "Nothing was different, so nothing was said.",
  nothingSaved: "Nothing was saved.",
  conflict:
    "Somebody else saved the campaign while you had this open. What you chose is below; save it again and it stands instead of theirs.",
  oneBlock: "Leave at least one block.",
  onePart: "Leave at least one part.",
  linkTo: "Say where the link leads, or leave its words empty, too.",
  linkText: "Say what the link is called, or leave its address empty, too.",
  expected: say("Expected {what}."),
  versions: "Earlier versions",
  versionsHint:
    "Every time somebody saved the campaign. Bringing one back is a new version; none is lost.",
  pageVersionsHint:
    "Every time somebody saved this page. Bringing one back is a new version; none is lost.",
  is: { now: "as it stands", end: "taken back", gone: "erased, and gone for good" },
  sameAs: "Nothing differs from what stands today.",
  compare: "See what differs from today",
  added: "added: ",
  removed: "removed: ",
  bringBack: "Bring it back",
  broughtBack: "It is brought back, and stands from now on.",
  outdated: "Its form is of another time, and it cannot be brought back as it was.",
  savedSince: "Somebody saved meanwhile. Look at the list again before you bring one back.",
  namesUsed:
    "It lacks a topic or a walk of life that stories name today. Change these stories first.",
  compareKey: "Marked is what it has and today has not, and what went from it.",
  toSettings: "Back to the settings",
};

export const frontWordsIn = catalogue("campaign-front", en);
export type FrontWords = typeof en;

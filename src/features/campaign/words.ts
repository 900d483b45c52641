/** The words of the front page and of the pages that invite, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { counted, say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  /** The six ways in which anybody can take part, by their ids. */
  doors: {
    tell: {
      name: "Tell a story",
      say: "Tell us what happened, as you would tell a neighbour, and say where it happened and who is in the story. Please also tell us that each person in it has agreed. A voice message or a sign-language video is as good as text.",
    },
    ask: {
      name: "Ask for a connection",
      say: "Tell us where, for whom, and how to reach you. The name of the place is enough to start.",
    },
    offer: {
      name: "Offer a roof, time or equipment",
      say: "Tell us what you can give and where: a roof or a hill with a view, a free Saturday, a spare router. Small things count.",
    },
    join: {
      name: "Join as a partner",
      say: "Tell us who you are and what you do. You keep your name, your words and your key, and you can leave at any time.",
    },
    measure: {
      name: "Measure a link",
      say: "Tell us the place, the day, the speed, and what you measured it with. We do not need your name.",
    },
    figure: {
      name: "Send a figure",
      say: "Tell us the figure, its date, who reported it, and where you found it. Any correction appears next to the original figure.",
    },
  },
  free: {
    onlyIn: "This page has not been translated yet. This is the original, in {language}.",
    behind: "The original has changed since this was translated.",
  },
  front: {
    wantedStory: "The first story could be yours",
    read: "Read the story",
    meet: say("Meet {name}"),
    howTheyDidIt: "How they did it",
    photo: "Photo",
    globe: say("Globe with a line running from the edge of the page to {place}."),
    now: "What you can do now",
    week: "One thing to do this week",
    weekUntil: say("Until {day}"),
    weekCame: "Outcome of the last task",
    question: "Question of the month",
    answer: "Answer it",
    openUntil: say("Open until {day}"),
    summingUp: "This question closed on {day}. We are reading the answers.",
    readAnswers: "[Read the answers.]",
    allWays: "All the ways to take part",
    whereNext: "Where next",
    allStories: counted("The {n} story", "All {n} stories"),
    pledges: "Pledges",
    goal: "The goal",
    aim: "The aim: {metric}, from {from} to {by}.",
    saidBy: "said by {who}",
    begins: "The count begins with a pledge of new connections. [Yours can be the first.]",
    history: "History, not added:",
    firstPledge: "There are no pledges here yet. [Yours can be the first.]",
    allPledges: counted("The {n} pledge", "All {n} pledges"),
    ledger: "The ledger",
    conversation: "Conversation",
    join: "Join in",
    joinWith: say("Join in with {hashtag}"),
    takePart: "Take part",
    yours: "The next story could be yours",
    hearFrom: "We would love to hear from {walks}.",
    invite:
      "Write, record or sign your story in your own language. [Tell it here], or see [what else helps].",
  },
  takePart: {
    about:
      "You can tell a story, ask for a connection, offer a roof, time or equipment, join as a partner, measure a link or send a figure.",
    promise:
      "We publish stories, requests, offers, pledges and figures only after a person has read them and you have agreed.",
    onPage: "On this page",
    reach: "How to reach us",
    form: "Use the form",
    measureNow: "Measure it now",
    choosePledge: "Choose the pledge",
    write: "Write",
    takeBack:
      "You choose the name you appear under. You can withdraw what you sent at any time: the text is erased, and the log says only that something was withdrawn.",
    byMail: "by email, in any language",
    inPublic: "in public, on any network you use",
    operator: "The operator of this site",
    imprint: "named in the imprint",
    inPerson: "In person, on paper or through a neighbour",
    passedOn: "the person who showed you this page can pass your message on",
  },
  about: {
    partOne: "Part one: do good",
    programmes: "Programmes, requests and offers",
    partTwo: "Part two: tell the world",
    links: "[Stories], [pledges], [conversation]",
    credits: "Credits and notes on names",
  },
  press: {
    title: "Press",
    about: "Read about the campaign and how to cite it, and download pictures.",
    description: say("{name}: text, figures and pictures."),
    ownWords: "In the campaign’s own words",
    imprint: "The [imprint] names the people who run this site.",
    contact: "Contact: {contact}",
    figures: say(
      "Stories: {stories}; places: {places}; as of {day}. Each figure above links to its sources.",
      "stories",
      "places",
      "day",
    ),
    cite: "How to cite",
    citeIs:
      "Page author, “page title”, {name}, date of publication, address, and the date you read the page. For a figure, add who gave it and when, the date it refers to, and its status.",
    data: "Data, licence and an address for each record",
    cards: "Pictures to download",
    cardsAre:
      "The pictures are made from public map data and the campaign’s own words, and are at most 30 kB each.",
    mark: "The mark",
    /** By their names. */
    cardWords: {
      "wide-day": "Wide, by day",
      "wide-night": "Wide, by night",
      "square-day": "Square, by day",
      "square-night": "Square, by night",
    },
  },
};

export const wordsIn = catalogue("campaign", en);

export type CampaignWords = typeof en;

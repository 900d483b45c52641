/** The words of the front page and of the pages that invite, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { counted, say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  /** The six ways in which anybody can take part, by their ids. */
  doors: {
    tell: {
      name: "Tell a story",
      short:
        "By text, voice or sign, in your language. Yours, or a neighbour’s with their consent.",
      say: "What happened, as you would tell a neighbour; where; who appears in it, and that each has agreed. A voice message or a sign video is as good as a text.",
    },
    ask: {
      name: "Ask for a connection",
      short: "For a school, a clinic, a street. The place is enough to begin.",
      say: "Which place, for whom, and how to answer you. The name of the place is enough to begin.",
    },
    offer: {
      name: "Offer a roof, time or equipment",
      short: "A roof with a view may be what a valley waits for.",
      say: "What you can give and where: a roof or a hill with a view, a Saturday, a spare router. Small things count.",
    },
    join: {
      name: "Join as a partner",
      short: "Carriers, community networks, NGOs, agencies, schools.",
      say: "Who you are and what you do. You keep your name, your words and your key; leaving is one line.",
    },
    measure: {
      name: "Measure a link",
      short: "The place joins the open data, you do not.",
      say: "The place, the day, the speed, and what you measured it with. Your name is not needed.",
    },
    figure: {
      name: "Send a figure",
      short: "Evidence, a correction, a closing figure: dated and kept.",
      say: "The figure, the day it speaks of, who says it, and where it can be read. A correction stands beside what it corrects.",
    },
  },
  free: {
    onlyIn: "Nobody has translated this page yet. This is the original, in {language}.",
    behind: "The original was changed after this translation.",
  },
  front: {
    wantedStory: "The first story can be yours",
    leads: "It leads this page. Tell yours, or a neighbour’s with their consent.",
    read: "Read the story",
    sources: counted("{n} source", "{n} sources"),
    photo: "Photo",
    globe: say("Globe: a line leaves the edge of the page and reaches {place}."),
    now: "What you can do now",
    allWays: "All the ways to take part",
    allDoGood: "All programmes, asks, offers and places",
    tellTheWorld: "Tell the world",
    allStories: counted("The {n} story", "All {n} stories"),
    pledges: "Pledges",
    goal: "The goal: {goal}",
    aim: "The aim: {metric}, {from} to {by}.",
    saidBy: "said by {who}",
    begins: "The count begins with a pledge of new connections. [Yours can be the first.]",
    history: "History, not added:",
    firstPledge: "Nobody has pledged here yet. [Yours can be the first.]",
    allPledges: counted("The {n} pledge", "All {n} pledges"),
    ledger: "The ledger",
    conversation: "Conversation",
    join: "Join in",
    joinWith: say("Join in, with {hashtag}"),
    takePart: "Take part",
    yours: "The next story can be yours",
    notYet: "Nobody has told us yet of {walks}.",
    invite:
      "Do you have one, or know somebody who does? A text, a voice message, a film in sign language, a photo of somebody who agrees to be seen: all are welcome, in your language. [Tell it here], or see [what else helps].",
  },
  takePart: {
    about:
      "Tell a story, ask for a connection, offer a roof, time or equipment, join as a partner, measure, send a figure.",
    promise:
      "A story, an ask, an offer, a pledge or a figure is published only once a person has read it and you have agreed.",
    onPage: "On this page",
    reach: "How to reach us today",
    form: "Use the form",
    measureNow: "Measure it now",
    choosePledge: "Choose the pledge",
    write: "Write",
    takeBack:
      "You choose the name under which you appear. You can take back what you sent at any time: the text goes, and the log keeps that something was withdrawn.",
    byMail: "by mail, in any language",
    inPublic: "in public, from any network that you are on",
    operator: "The operator of this site",
    imprint: "named in the imprint",
    inPerson: "In person, on paper, by a neighbour",
    passedOn: "whoever brought you this page can pass it on",
  },
  about: {
    partOne: "Part one: do good",
    programmes: "Programmes, asks and offers",
    partTwo: "Part two: tell the world",
    links: "[Stories], [pledges], [conversation]",
    credits: "Credits, and whose names are used here",
  },
  press: {
    title: "Press",
    about: "What this is, how to cite it, and pictures to take along.",
    description: say("{name}: words, numbers, pictures."),
    ownWords: "In its own words",
    imprint: "Who runs this copy stands in the [imprint].",
    contact: "Contact: {contact}",
    figures: say(
      "Stories: {stories}; places: {places}; as of {day}. Each figure above leads to its sources.",
      "stories",
      "places",
      "day",
    ),
    cite: "How to cite",
    citeIs:
      "Author of the page, “title of the page”, {name}, the day it was published, its address, the day you read it. For a figure: who says it, on which day, of which date it speaks, and its state.",
    data: "Data, licence and an address for each record",
    cards: "Pictures to take along",
    cardsAre: "Drawn from public land data and the campaign’s own words; each is at most 30 kB.",
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

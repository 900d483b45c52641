/** The words of the form by which anybody makes a pledge, and of what the desk does with it, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "Make a pledge",
  description:
    "Promise something in public, as a person, a school, a company or a community, without an account.",
  about:
    "Promise something that you will do, as a person, a school, a company or a community. No account is needed. A person reads it before it is published, and it stands in the same form and the same words for everybody.",
  sorts: {
    person: "A person",
    school: "A school",
    community: "A community",
    company: "A company",
    carrier: "A rural carrier",
    association: "An association or a group",
    public: "A public body",
  },
  form: {
    sort: "Who promises?",
    name: "Your name",
    nameHint: "Or one that you choose. For a person, the pledge stands under it.",
    organisation: "The name of the school, the company, the community …",
    organisationHint:
      "Optional. The pledge then stands under this name, and your own is for the desk alone.",
    what: "What do you promise?",
    whatHint: "In one line, such as: teach neighbours to use a phone safely.",
    value: "How many?",
    valueHint: "In digits: 25 or 1,250.",
    unit: "Of what?",
    unitHint: "Such as people, students, schools, books.",
    where: "Where?",
    whereHint: "The name of a village, a town or a region is enough.",
    by: "By when?",
    byHint: "A day, a month or a year that is still to come: 2030-11-24, 2030-11 or 2030.",
    counting: "How will you count it?",
    countingHint: "In your words. Please no address and no telephone number here.",
    checking: "Who may come and check?",
    checkingHint: "Optional. A neighbour, a school, a newspaper, anybody.",
    contact: "How can the desk ask you back?",
    contactHint:
      "Optional. Telephone, mail, or through a neighbour. Never shown; deleted when you withdraw.",
    agree:
      "The pledge may be published under this name once a person has read it. Never how to reach me.",
    send: "Send the pledge",
    next: "What happens then",
    steps: [
      ["You get an address", "a page that only you know: keep it"],
      ["A person reads it", "and asks you back where something is not clear"],
      ["It is published", "or you read there why it is not"],
      ["You say your figures there", "whenever you have counted, and you can take all of it back"],
    ],
  },
  problems: {
    sort: "Choose who promises.",
    line: say("Write one line of at most {most} characters."),
    text: say("Write a few words, at most {most} characters."),
    plain: say("Write it in plain words: “{found}” looks like a piece of a program."),
    number: "Write a number above 0, in digits, such as 25.",
    people: say("Write at most {most} people: more do not live on Earth."),
    most: say("Write at most {most}. If it is more, say it in another unit."),
    date: "Write a day, a month or a year, such as 2030-11-24, 2030-11 or 2030.",
    past: say("Write a day that is still to come: {day} is over."),
    far: say("Write a date until {day}, so that somebody can still check it."),
    agree: "Tick it if it may be published; a pledge that nobody may read is of no use here.",
    twice: say(
      "Exactly this pledge came on {day} already and was kept, so this one was not kept again. It is followed at the address that was shown then. If that address is lost, write so under “{contact}” and change a word of the pledge.",
      "day",
      "contact",
    ),
  },
  sent: {
    by: "Under the name",
    own: "Your name, for the desk alone",
    organisation: "Organisation, for the desk alone",
    promise: "What is promised",
    amount: "How many",
    where: "Where",
    until: "By when",
    counting: "How it is counted",
    checking: "Who may check",
    reach: "How to reach you",
    nothing: "nothing is kept",
    forDesk: say("{contact} (for the desk alone)"),
    withdrawing: "what you wrote, the name and how to reach you are deleted.",
    withdrawingShown:
      "the pledge is shown no more, and its words, the name under which it stood and the figures that you said of it are erased.",
  },
  /** What the pledger says later, at the secret address. */
  figure: {
    title: "Say a figure",
    about:
      "How far has it come? The figure stands in the ledger, with its day, once a person has read it.",
    value: say("How many {unit} since the pledge was made, in all?"),
    valueHint: "In digits. Nothing yet is 0.",
    asOf: "Up to which day?",
    asOfHint: "A day, a month or a year: 2026-11-24, 2026-11 or 2026.",
    url: "Where can others see it?",
    urlHint: "Optional. The address of a page, a photo or a list on the web.",
    agree: "It may be published once a person has read it.",
    send: "Send the figure",
    source: say("Said by {who}, through the address of the pledge"),
    number: "Write a number from 0 on, in digits, such as 12.",
    date: "Write a day, a month or a year, such as 2026-11-24, 2026-11 or 2026.",
    toCome: say("Write a day that has come: {day} is still to come."),
    before: say("Write a day since the pledge was made, on {day}."),
    address: "Write an address that begins with https:// or http://, or leave it empty.",
  },
  accept: {
    one: "New pledge",
    many: "New pledges",
    whose: "Whose pledge it is",
    ways: {
      new: "Publish it under a new name",
      standing: "Publish it under a name that stands here",
    },
    standingHint:
      "Make sure by a way that you have from elsewhere that it comes from them, never by what was sent.",
    partner: say("The address of the pledger: {path}"),
    partnerStanding: "The last part of their address, such as mankosi",
    name: "The name under which it stands",
    kind: "What sort of pledger",
    slug: say("The address of the pledge: {path}"),
    titleOf: "Title",
    summary: "In one or two sentences",
    summaryHint: "Left empty, it is said from the fields below.",
    summaryOf: say(
      "Promised: {what}. {figure}, {where}, by {day}.",
      "what",
      "figure",
      "where",
      "day",
    ),
    metric: "What is counted",
    value: "Target",
    unit: "Unit",
    by: "By",
    goal: "It counts towards the goal of the campaign.",
    problems: {
      as: "Choose whose pledge it is.",
      slug: "Write a-z, 0-9 and - only, at most 80 characters.",
      taken: "Something stands at this address already. Choose another.",
      nothingThere: "Nobody stands at this address.",
      kind: "Choose what sort of pledger it is.",
      contact:
        "Here stands what looks like an address or a telephone number. Write the words without a way to reach somebody.",
    },
  },
};

export const makeWordsIn = catalogue("pledges-make", en);

export type MakeWords = typeof en;
export type Sort = keyof typeof en.sorts;

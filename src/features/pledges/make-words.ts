/** The words of the form by which anybody makes a pledge, and of what the desk does with it, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "Make a pledge",
  description:
    "Make a promise in public, as a person, a school, a company or a community. No account needed.",
  about:
    "Promise something you will do, as a person, a school, a company or a community. You need no account. A person reads your pledge before it is published, and every pledge is shown in the same form and the same words.",
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
    sort: "Who is making the pledge?",
    name: "Your name",
    nameHint: "Or a name you choose. A personal pledge is published under it.",
    organisation: "Name of the school, company or community",
    organisationHint:
      "Optional. The pledge is then published under this name, and only we see yours.",
    what: "What do you promise to do?",
    whatHint: "In one line. For example: teach neighbours to use a phone safely.",
    value: "How many?",
    valueHint: "In digits: 25 or 1,250.",
    unit: "Of what?",
    unitHint: "People, if you leave it empty. Or students, schools, books.",
    where: "Where?",
    whereHint: "The name of a village, a town or a region is enough.",
    by: "By when?",
    byHint: "A day, a month or a year in the future: 2030-11-24, 2030-11 or 2030.",
    counting: "How will you count it?",
    countingHint:
      "Optional, but it makes the pledge easier to believe. Please give no address or telephone number here.",
    checking: "Who may come and check?",
    checkingHint: "Optional. A neighbour, a school, a newspaper, anybody you like.",
    contact: "How can we reach you with a question?",
    contactHint:
      "Optional. By phone, by email, or through a neighbour. We never show it, and delete it when you withdraw.",
    agree:
      "You may publish the pledge under this name once a person has read it, but never how to reach me.",
    send: "Send the pledge",
    next: "What happens next",
    more: "How you will count it, and who may check",
    steps: [
      ["You get a page of your own", "only you know its address, so keep it"],
      ["A person reads your pledge", "and asks if anything is unclear"],
      ["It is published", "or your page tells you why not"],
      ["You report your figures there", "whenever you have counted; you can also take it all back"],
    ],
  },
  problems: {
    sort: "Choose who is making the pledge.",
    line: say("Write one line of at most {most} characters."),
    text: say("Write a few words, at most {most} characters."),
    plain: say("Please use plain words: “{found}” looks like computer code."),
    number: "Write a number above 0 in digits, such as 25.",
    people: say("Write at most {most} people. There are no more on Earth."),
    most: say("Write at most {most}. If it is more, please use another unit."),
    date: "Write a day, a month or a year, such as 2030-11-24, 2030-11 or 2030.",
    past: say("Write a date in the future. {day} has passed."),
    far: say("Write a date no later than {day}, so that people can still check it."),
    agree: "Please tick the box if we may publish it. A pledge has to be public to count.",
    twice: say(
      "We already received exactly this pledge on {day}, so we did not save it again. You can follow it at the address we showed you then. If you have lost that address, say so under “{contact}” and change a word of the pledge.",
      "day",
      "contact",
    ),
  },
  sent: {
    by: "Under the name",
    own: "Your name, only for the desk",
    organisation: "Organisation, only for the desk",
    promise: "Promise",
    amount: "How many",
    where: "Where",
    until: "By when",
    counting: "How it is counted",
    checking: "Who may check",
    reach: "How to reach you",
    nothing: "not given",
    forDesk: say("{contact} (only for the desk)"),
    withdrawing: "what you wrote, your name and your contact details are deleted.",
    withdrawingShown:
      "the pledge is no longer shown. Its words, the name shown with it and the figures you reported are erased.",
  },
  /** What the pledger says later, at the secret address. */
  figure: {
    title: "Report a figure",
    about:
      "How far have you got? Once a person has read the figure, it appears in the ledger with its date.",
    value: say("How many {unit} since the pledge was made, in all?"),
    valueHint: "In digits. If there is nothing yet, write 0.",
    asOf: "Up to which day?",
    asOfHint: "A day, a month or a year: 2026-11-24, 2026-11 or 2026.",
    url: "Where can others see it?",
    urlHint: "Optional. The address of a page, a photo or a list on the web.",
    agree: "You may publish it once a person has read it.",
    send: "Send the figure",
    source: say("Reported by {who} at the pledge’s secret address"),
    number: "Write 0 or a larger number in digits, such as 12.",
    date: "Write a day, a month or a year, such as 2026-11-24, 2026-11 or 2026.",
    toCome: say("Write a day that is not in the future. {day} is still to come."),
    before: say("Write a day no earlier than {day}, when the pledge was made."),
    address: "Write an address beginning with https:// or http://, or leave this empty.",
  },
  accept: {
    one: "New pledge",
    many: "New pledges",
    whose: "Whose pledge it is",
    ways: {
      new: "Publish it under a new name",
      standing: "Publish it under a name already here",
    },
    standingHint:
      "First confirm that it comes from them, through contact details you got elsewhere, never through those that were sent.",
    partner: say("Address of the pledger: {path}"),
    partnerStanding: "Last part of their address, such as mankosi",
    name: "Name to show",
    kind: "Kind of pledger",
    slug: say("Address of the pledge: {path}"),
    titleOf: "Title",
    summary: "In one or two sentences",
    summaryHint: "If you leave this empty, it is made from the fields below.",
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
    goal: "It counts towards the campaign’s goal.",
    problems: {
      as: "Choose whose pledge it is.",
      slug: "Use only a-z, 0-9 and -, at most 80 characters.",
      taken: "This address is already in use. Choose another.",
      nothingThere: "There is no pledger at this address.",
      kind: "Choose what kind of pledger it is.",
      contact: "This seems to contain an address or a telephone number. Please remove it.",
    },
  },
};

export const makeWordsIn = catalogue("pledges-make", en);

export type MakeWords = typeof en;
export type Sort = keyof typeof en.sorts;

/** The words of the form by which anybody makes a pledge, and of what the desk does with it, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "Make a pledge",
  description:
    "Make a public promise as a person, a school, a company or a community. You do not need an account.",
  about:
    "Promise something you will do as a person, a school, a company or a community. You do not need an account. A person reads your pledge before it is published, and every pledge is shown in the same form and wording.",
  sorts: {
    person: "A person",
    school: "A school",
    community: "A community",
    company: "A company",
    carrier: "A rural carrier",
    association: "An association or group",
    public: "A public body",
  },
  form: {
    sort: "Who is making the pledge?",
    name: "Your name",
    nameHint: "You can choose any name. A personal pledge is published under this name.",
    organisation: "Name of your school, company or community",
    organisationHint:
      "Optional. If you enter this name, the pledge is published under it, and only we see your own name.",
    what: "What do you promise to do?",
    whatHint: "Write one line, for example: teach neighbours to use a phone safely.",
    value: "How many?",
    valueHint: "Enter digits, such as 25 or 1,250.",
    unit: "What is counted?",
    unitHint: "For example, students, schools or books. Leave empty for people.",
    where: "Where?",
    whereHint: "The name of a village, town or region is enough.",
    by: "By when?",
    byHint: "Enter a future day, month or year, such as 2030-11-24, 2030-11 or 2030.",
    counting: "How will you count the results?",
    countingHint:
      "Optional, but a method makes the pledge easier to believe. Please leave out addresses and telephone numbers.",
    checking: "Who may come and check the results?",
    checkingHint:
      "Optional. You can name a neighbour, a school, a newspaper or anyone else you like.",
    contact: "How can we contact you with a question?",
    contactHint:
      "Optional: a phone number, an email address or a neighbour’s name. Contact details are never shown and are deleted when you withdraw the pledge.",
    agree:
      "You may publish my pledge under this name after a person has read it, but not my contact details.",
    send: "Send the pledge",
    next: "What happens next",
    more: "How results are counted, and who may check them",
    steps: [
      ["You get your own page", "only you know the page’s address, so save it"],
      ["Someone reads your pledge", "and asks you about anything unclear"],
      ["Your pledge is published", "if not, your page explains why"],
      [
        "You report your figures on your page",
        "whenever you have new figures; you can also withdraw everything",
      ],
    ],
  },
  problems: {
    sort: "Choose who is making the pledge.",
    line: say("Enter one line of at most {most} characters."),
    text: say("Write a few words, using at most {most} characters."),
    plain: say("Please use plain words: “{found}” looks like computer code."),
    number: "Enter a number above 0 in digits, such as 25.",
    people: say("Enter at most {most} people. That is everyone on Earth."),
    most: say("Enter at most {most}. For a larger number, please use another unit."),
    date: "Enter a day, a month or a year, such as 2030-11-24, 2030-11 or 2030.",
    past: say("Enter a date in the future. {day} has passed."),
    far: say("Enter a date no later than {day}, so that people can still check the result."),
    agree:
      "Please tick the box if we may publish your pledge. A pledge only counts if it is public.",
    twice: say(
      "We already received this same pledge on {day}, so we did not save it again. You can follow your pledge at the address we showed you then. If you have lost that address, say so under “{contact}”, change a word of the pledge and send it again.",
      "day",
      "contact",
    ),
  },
  sent: {
    by: "Name shown",
    own: "Your name (seen only by the desk)",
    organisation: "Organisation (seen only by the desk)",
    promise: "Promise",
    amount: "Number of people",
    where: "Where",
    until: "By when",
    counting: "Counting method",
    checking: "Who may check",
    reach: "Your contact details",
    nothing: "not given",
    forDesk: say("{contact} (seen only by the desk)"),
    withdrawing: "what you wrote, your name and your contact details are deleted.",
    withdrawingShown:
      "the pledge is no longer shown. The pledge’s text, the name shown with it and the figures you reported are erased.",
  },
  /** What the pledger says later, at the secret address. */
  figure: {
    title: "Report a figure",
    about:
      "How far have you got? Once someone has read your figure, it appears in the ledger with its date.",
    value: say("How many {unit} in total since the pledge was made?"),
    valueHint: "Use digits. If there are none yet, enter 0.",
    asOf: "What date does the figure refer to?",
    asOfHint: "A day, a month or a year: 2026-11-24, 2026-11 or 2026.",
    url: "Where can others see the figure?",
    urlHint: "Optional. The web address of a page, a photo or a list.",
    agree: "You may publish this figure once a person has read it.",
    send: "Send the figure",
    source: say("Reported by {who} through the pledge’s secret address"),
    number: "Enter 0 or more, in digits, such as 12.",
    date: "Enter a day, a month or a year, such as 2026-11-24, 2026-11 or 2026.",
    toCome: say("Enter a date that is not in the future. {day} is still to come."),
    before: say("Enter a date no earlier than {day}, when the pledge was made."),
    address: "Enter an address beginning with https:// or http://, or leave this field empty.",
  },
  accept: {
    one: "New pledge",
    many: "New pledges",
    whose: "Who the pledge is from",
    ways: {
      new: "Publish under a new name",
      standing: "Publish under an existing name",
    },
    standingHint:
      "First confirm that the pledge really comes from the pledger, using contact details you found elsewhere, never those sent with the pledge.",
    partner: say("Pledger’s address: {path}"),
    partnerStanding: "Last part of the pledger’s web address, such as mankosi",
    name: "Name to show",
    kind: "Type of pledger",
    slug: say("Pledge’s address: {path}"),
    titleOf: "Title",
    summary: "Summary in one or two sentences",
    summaryHint: "If you leave this empty, the summary is made from the fields below.",
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
    goal: "The pledge counts towards the campaign’s goal.",
    problems: {
      as: "Choose who the pledge is from.",
      slug: "Use only a-z, 0-9 and -, at most 80 characters.",
      taken: "This address is already in use. Choose another.",
      nothingThere: "There is no pledger at this address.",
      kind: "Choose a type of pledger.",
      contact: "This text seems to contain an address or a telephone number. Please remove it.",
    },
  },
};

export const makeWordsIn = catalogue("pledges-make", en);

export type MakeWords = typeof en;
export type Sort = keyof typeof en.sorts;

/** The words of the open letter. Other languages have the same shape. */
import { counting } from "../../../platform/words/counted.ts";

const count = counting("en");

export const en = {
  lang: "en",
  open: "The open letter",
  share: "I share these goals",
  sign: "Sign it",
  signed: (n: number) => count(n, { one: "{n} has signed.", other: "{n} have signed." }),
  nobody: "Nobody has signed yet. Yours can be the first name.",
  latest: "The latest:",
  readIt: "Read the letter",
  /** Below the letter. */
  who: "Who has signed",
  selfReported:
    "Self-reported: each confirmed it by a link in a mail or on paper, and nobody was asked for papers. Those who have not confirmed are not counted.",
  unread: (n: number) =>
    count(n, {
      one: "The name of {n} of them has not been read yet, or is not shown.",
      other: "The names of {n} of them have not been read yet, or are not shown.",
    }),
  byKind: "By kind",
  byCountry: "By country",
  kinds: {
    person: "Person",
    carrier: "Carrier",
    company: "Company",
    community: "Community organisation",
    activist: "Activist",
  },
  names: "Names",
  onPaper: (by: string) => `on paper, kept by ${by}`,
  find: "Find a name or a place",
  findButton: "Find",
  found: (n: number) => count(n, { one: "{n} name found.", other: "{n} names found." }),
  all: "All names",
  pages: "Pages",
  pageOf: (n: number, all: number) => `Page ${n} of ${all}`,
  newer: "Newer",
  older: "Older",
  feed: "Feed",
  table: "As a table (CSV)",
  feedOf: (title: string, name: string) => `${title}, ${name}`,
  form: {
    title: "I share these goals",
    lead: "Sign with your name or one that you choose. A mail with a link comes to you; pressing its button counts you. A person reads your name before it is shown.",
    name: "Your name, or one that you choose",
    nameHint: "It is shown. An organisation signs with its own.",
    kind: "You sign as",
    place: "Your place (may be left empty)",
    placeHint: "A village, a town, a region: as exact as you want it to be shown.",
    country: "Country (may be left empty)",
    words: "A sentence of yours (may be left empty)",
    wordsHint: "At most 280 characters, in any language. It is read before it is shown.",
    address: "Your mail address",
    addressHint:
      "It is never shown, and what is kept of it is a fingerprint, so that one address signs once.",
    send: "Send me the link",
    noMail:
      "This copy of the campaign cannot send mail, so it takes signatures on paper: ask the people who keep it.",
    askedTitle: "Look into your mail",
    asked:
      "If the address is right, a mail with a link is on its way. Nothing is counted before you press its button; the link holds for three days.",
    stale: "This form is too old to be sent. Please send it once more.",
    unread: "This form could not be read. Please fill it in once more.",
    busy: "So many have signed in this hour that no more is taken. Please send it later.",
    nameExpected: "Expected a name of at most 80 characters, without an address in it.",
    placeExpected: "Expected a place of at most 80 characters, without an address in it.",
    wordsExpected: "Expected a sentence of at most 280 characters, without an address in it.",
    addressExpected: "Expected a mail address such as ana@example.org.",
    choose: "Choose one of these.",
  },
  mine: {
    title: "Your signature",
    states: {
      asked: "Press the button, and you are counted.",
      confirmed: "You are counted. A person reads your name before it is shown.",
      named: "You are counted, and your name is shown.",
      unnamed: "You are counted. Your name is not shown.",
      withdrawn: "You took it back. It is gone from here.",
    },
    lost: "This link holds no more, or this address has signed already.",
    again: "Sign the letter",
    youSign: "You sign as",
    confirm: "I share these goals",
    reason: "Why",
    keep: "Keep this address, or the mail: it is the only way to take your name off again.",
    takeBack: "Take it back",
    sure: "Take my signature off, and erase my name",
    unsure: "Nothing was taken back: tick the box first.",
    takeBackSend: "Take it back",
    see: "To the letter",
  },
  mail: {
    subject: (title: string) => `Confirm your signature: ${title}`,
    text: (campaign: string, title: string, name: string, link: string) =>
      `Somebody, you we hope, wants to sign “${title}” of ${campaign} as ${name}.\n\nTo confirm it, open this address and press the button. It holds for three days:\n${link}\n\nKeep this mail: at the same address you take your name off again.\nIf it was not you, do nothing: nobody is counted, and you hear no more of it.\n`,
    againSubject: (title: string) => `You have signed already: ${title}`,
    again: (campaign: string, title: string, day: string, link: string) =>
      `Somebody, you we hope, wants to sign “${title}” of ${campaign}. This address has signed on ${day}, and one address signs once.\n\nYour signature, and the way to take it back:\n${link}\n`,
  },
  paper: {
    title: "Signed on paper",
    lead: "Type the names from a sheet that was signed by hand. You keep the sheet; whoever is on it can ask to be taken off. The same line typed twice counts once.",
    list: "Names, one a line; a place after a semicolon",
    listHint: "Such as: Amina Diallo; Mankosi",
    by: "Who keeps the sheet",
    byHint: "It is shown beside the names.",
    where: "Where it was signed",
    wheres: { desk: "Before people of the campaign", hub: "At a hub" },
    send: "Add them to the letter",
    added: (n: number) =>
      count(n, { one: "{n} signature was added.", other: "{n} signatures were added." }),
    byExpected: "Expected the name of whoever keeps the sheet, at most 80 characters.",
    listExpected: (most: number) => `Expected at least one name, and at most ${most} lines.`,
    lineExpected: (n: number) =>
      `Line ${n}: expected a name and perhaps a place, each of at most 80 characters and without an address in it.`,
  },
  desk: {
    title: "Open letter",
    waits: "names in the open letter to read",
    none: "No name waits.",
    noLetter:
      "There is no letter yet: write a free page with the address “letter” in the settings, or pages/letter.md in the campaign’s folder.",
    reading: "Names to read",
    readingIs: "Each is counted already. What is shown is what you let through.",
    show: "Show it",
    showWithout: "Show the name without the sentence",
    leaveOut: "Leave the name out",
    reason: "Why it is left out (whoever signed reads it)",
    reasonExpected: "Nothing was decided: say why the name is left out, in at most 500 characters.",
    late: "This was decided already, or taken back.",
    showAll: (n: number) => count(n, { one: "Show it", other: "Show all {n}" }),
    takeOff: "Take a signature off",
    takeOffIs:
      "For a name that should not be here, or somebody on a sheet who asks for it. It is erased, and the number goes down.",
    takeOffSend: "Take it off",
    takeOffReason: "Why (it stands in the log)",
    numbers: "The letter",
  },
};

export type LetterWords = typeof en;

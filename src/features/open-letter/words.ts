/** The words of the open letter by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { counted, say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  open: "The open letter: {title}",
  share: "Sign the letter",
  sign: "Sign the letter",
  signed: counted("{n} signature so far.", "{n} signatures so far."),
  nobody: "Be the first to sign this letter.",
  latest: "The latest signatures:",
  readIt: "Read the letter",
  /** Below the letter. */
  who: "People and organisations who have signed",
  selfReported:
    "These figures are self-reported. Each signature was confirmed through a link sent by email, added by a person from the campaign, or given on paper. We ask for no proof of identity. Signatures still waiting to be confirmed are not counted.",
  byHand: counted(
    "{n} signature was added by somebody from the campaign or copied from a paper sheet.",
    "{n} signatures were added by somebody from the campaign or copied from a paper sheet.",
  ),
  unread: counted(
    "{n} name has not been read yet, or is not shown.",
    "{n} names have not been read yet, or are not shown.",
  ),
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
  onPaper: say("signed on paper; the sheet is kept by {by}"),
  find: "Find a name or a place",
  findButton: "Find",
  found: counted("We found {n} name.", "We found {n} names."),
  all: "All names",
  pages: "Pages",
  pageOf: say("Page {n} of {all}", "n", "all"),
  newer: "Newer",
  older: "Older",
  feed: "Feed",
  table: "Table (CSV)",
  feedOf: say("{title}, {name}", "title", "name"),
  form: {
    title: "Sign the letter",
    lead: "Sign with your own name or one you choose. If you give an email address, we send you a link that confirms your signature. If you leave the address empty, a person from the campaign adds your signature. A person reads your name before it is shown.",
    leadByHand:
      "Sign with your own name or one you choose. A person from the campaign reads the name and adds it to the letter, usually within a few days.",
    name: "Your name, or one you choose",
    nameHint: "Your name will be shown. An organisation signs with its own name.",
    kind: "You are signing as",
    place: "Where you live (optional)",
    placeHint:
      "Enter a village, a town or a region. The place will be shown, so be only as exact as you like.",
    country: "Country (optional)",
    words: "Why you are signing, in one sentence (optional)",
    wordsHint:
      "Up to 280 characters, in any language. A person reads your sentence before it is shown.",
    address: "Your email address (optional)",
    addressHint:
      "Your address is never shown. We keep only a fingerprint of it, so that each address can be used only once. If you give no address, a person adds your name.",
    send: "Sign",
    byPost:
      "You can also sign on paper. Write down your name and where you live, and post the sheet to:",
    askedTitle: "Thank you. Now please check your email.",
    asked:
      "If the address is right, an email with a link is on its way to you. Open the link and press the button, and your signature is counted. The link works for three days.",
    stale: "This page was open for too long. Please press the button again.",
    busy: "So many people have signed this hour that we cannot accept more signatures just now. Please try again later.",
    full: "More names are waiting than we can read, so we cannot accept another one now. Your text is still below. Please send it again in a few days, give an email address if the form asks for one, or sign on paper.",
    nameExpected: "Enter a name of up to 80 characters, without a web or email address.",
    placeExpected: "Enter a place of up to 80 characters, without a web or email address.",
    wordsExpected: "Write a sentence of up to 280 characters, without a web or email address.",
    addressExpected: "Enter an email address such as ana@example.org.",
    choose: "Choose one of the options.",
  },
  mine: {
    title: "Your signature",
    states: {
      asked: "A person will add your name within a few days.",
      confirmed: "Your signature is counted. A person reads your name before it is shown.",
      named: "Your signature is counted, and your name is on the letter.",
      unnamed: "Your signature is counted. Your name is not shown.",
      withdrawn: "You withdrew your signature. Your name has been erased.",
    },
    thanks: "Thank you.",
    press: "Press the button to add your signature.",
    address: "Your own page",
    keepAddress:
      "Keep the address of this page. Here you can see when your name has been added, and you can withdraw your signature. Write the address down, or take a photo of the picture below.",
    lost: "This link no longer works, or this email address has already been used to sign.",
    again: "Sign the letter",
    confirm: "Sign the letter",
    reason: "Why",
    keep: "Keep the email we sent you. Its link leads back to this page, where you can withdraw your signature.",
    takeBack: "Withdraw your signature",
    sure: "Withdraw my signature and erase my name",
    unsure: "Your signature was not withdrawn. Please tick the box first.",
    takeBackSend: "Take it off",
    see: "Read the letter",
  },
  mail: {
    subject: say("Please confirm your signature: {title}"),
    text: say(
      "Someone, and we hope it was you, asked to sign “{title}” by {campaign} as {name}.\n\nTo confirm, open this page and press the button. The link works for three days:\n{link}\n\nPlease keep this email. You can withdraw your signature on the same page.\nIf it was not you, you do not need to do anything. No signature is counted, and you will not hear from us again.\n",
      "campaign",
      "title",
      "name",
      "link",
    ),
    againSubject: say("You have already signed: {title}"),
    again: say(
      "Someone, and we hope it was you, asked to sign “{title}” by {campaign}. This address was used to sign the letter on {day}, and each address can be used only once.\n\nYou can see your signature, and withdraw it, here:\n{link}\n",
      "campaign",
      "title",
      "day",
      "link",
    ),
  },
  paper: {
    title: "Signed on paper",
    lead: "Enter the names from a paper sheet that people signed. Keep the sheet, because anyone on it can ask to be removed. A line entered twice counts once.",
    list: "Names, one per line, each followed by a semicolon and the place",
    listHint: "For example: Amina Diallo; Mankosi",
    by: "Person or group keeping the sheet",
    byHint: "This name is shown next to the signatures.",
    where: "Place where the sheet was signed",
    wheres: { desk: "With people from the campaign", hub: "At a hub" },
    send: "Add signatures to the letter",
    added: counted("{n} signature was added.", "{n} signatures were added."),
    byExpected: "Enter the name of the person or group keeping the sheet, in up to 80 characters.",
    listExpected: say("Enter at least one name, and at most {most} lines."),
    lineExpected: say(
      "On line {n}, enter a name and, if you like, a place. Each can have up to 80 characters, without a web or email address.",
    ),
  },
  desk: {
    title: "Open letter",
    help: "People who confirm by email are counted at once; people without an email address are counted when you add them. No name is shown before you have read it. You can also enter signatures from paper here, and remove one when its signer asks.",
    waits: "names waiting for review on the open letter",
    none: "No names are waiting.",
    noLetter:
      "There is no open letter yet. To write one, add a page with the address “letter” in the settings, or the file pages/letter.md in the campaign folder.",
    reading: "Names to read",
    readingIs: "Only the names you approve are shown.",
    uncounted:
      "This person signed without an email address. The signature will be counted once you have decided on it.",
    show: "Add the name",
    showWithout: "Add the name without the signer’s sentence",
    leaveOut: "Leave the name out",
    reason: "Why the name is left out (the signer will read this)",
    reasonExpected:
      "No decision was saved. Please say why the name is left out, in up to 500 characters.",
    late: "This signature has already been dealt with or withdrawn.",
    showAll: counted("Add the name", "Add all {n} names"),
    takeOff: "Remove a signature",
    takeOffIs:
      "Use this for a name that should not be here, or when someone on a paper sheet asks to be removed. The name is erased, and the number of signatures goes down.",
    takeOffSend: "Take it off",
    takeOffReason: "Reason for removal (recorded in the log)",
    numbers: "The letter",
    discard: "Discard signatures",
    discardIs:
      "Use this for names you do not want to count, such as a test or a flood of made-up names. The text entered is deleted, nothing is counted, and anyone can sign again.",
    discardWhy: "Reason for discarding (recorded in the trail)",
    whys: {
      flood: "many made-up names",
      twice: "signed more than once",
      trial: "a test",
      asked: "at the signer’s request",
    },
    discardOne: "Discard this signature",
    discardOld: counted(
      "Discard {n} signature that has waited more than a day",
      "Discard all {n} signatures that have waited more than a day",
    ),
    chooseExpected: "No signature was discarded. Please choose a signature and give a reason.",
    whyExpected: "No signature was discarded. Please give a reason.",
    discarded: counted("{n} signature was discarded.", "{n} signatures were discarded."),
  },
};

export const wordsIn = catalogue("open-letter", en);

export type LetterWords = typeof en;

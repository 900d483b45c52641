/** What everybody reads of their rights, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { counted, say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "Your rights",
  lead: "You may ask what this site holds about you, and have it corrected, hidden or erased. Asking is free, and you do not need an account.",
  rights: {
    see: {
      name: "See what we hold about you",
      does: "We tell you what we hold, where it is and how long we keep it. You can have a copy.",
    },
    correct: {
      name: "Have it corrected",
      does: "If something about you is wrong or out of date, tell us what it should say.",
    },
    object: {
      name: "Object to being shown",
      does: "Your page, your photos and the stories about you are hidden at once. A person then makes a decision and tells you why.",
    },
    restrict: {
      name: "Restrict the use of your data",
      does: "We keep your data but neither show nor use it while you find out more or need it as proof.",
    },
    erase: {
      name: "Have it erased",
      does: "We delete your data permanently, and tell you what was deleted and what stays.",
    },
    complain: {
      name: "Complain",
      does: "Tell the people who run this site what went wrong.",
    },
  },
  ask: "Ask for this",
  answers: counted("{who} answers within one day.", "{who} answers within {n} days.", "who"),
  nobody: counted(
    "This site does not say who answers requests. You can still send one: we save it, and the people who run the site see it. An answer is due within one day.",
    "This site does not say who answers requests. You can still send one: we save it, and the people who run the site see it. An answer is due within {n} days.",
  ),
  /** The authority is put in, with its address. */
  authority: "You can also complain to {authority} at any time.",
  anyAuthority: "You can also complain to your country’s data protection authority at any time.",
  code: "Do you have a code from your card, or the address you got when you sent something? [Use it to withdraw at once, without asking us.]",
  form: {
    lead: "Two lines are enough. Only the owners of this site read what you write.",
    what: "What are you asking for?",
    as: "Who is the request for?",
    for: { self: "For myself", child: "For a child in my care", other: "For someone else" },
    name: "The person’s name",
    nameHint: "Enter the name shown on this site, or the name people call you.",
    place: "Enter the address of the page, or your code",
    placeHint:
      "For example, the address of the page about you, the code on your card, or the address you got when you sent something.",
    words: "What should we know?",
    wordsHint: "For example, where the text is on this site, and what is wrong with it.",
    contact: "How can we reach you?",
    contactHint: "Optional. You can read the answer at an address that we will give you next.",
    contactMail: "If you leave an email address, we send you one email when your answer is ready.",
    send: "Send the request",
  },
  expected: {
    what: "Choose what you are asking for.",
    as: "Choose who you are asking for.",
    line: say("Write at most {most} characters."),
    words: say("Write at most {most} characters."),
    whom: "Enter a name, a page’s address or a code, so that we can find what you mean.",
    complaint: "Say in a few words what went wrong.",
    code: "This code does not belong to a card or to anything sent here. Check the code, or leave the field empty and describe what you mean.",
  },
  mail: {
    subject: say("{site}: your request has been answered"),
    text: say(
      "Your request {reference} to {site} has been answered.\n\nThe answer is not in this email. You can read it at the address you were given when you sent your request; we do not keep that address. If you no longer have the address, send your request again:\n{address}\n",
      "reference",
      "site",
      "address",
    ),
  },
  busy: "Too many requests have come from your network. Your request was not saved. Please try again in an hour.",
  full: "We have received too many requests, so yours was not saved. Please try again tomorrow.",
  reach: say("Or write to {who}."),
  reachNobody: "Or contact the people who run this site in any other way.",
  receipt: {
    title: "We have your request",
    answered: "Your request has been answered",
    withdrawn: "You withdrew your request",
    withdrawnHint: "The text of your request has been deleted. [Ask for something else.]",
    reference: "Reference",
    asked: "What you asked for",
    came: "Received on",
    due: "Answer due by",
    who: "Who answers",
    nobody: "The people who run this site",
    address: "Your address",
    keep: "Write this address down or save this page. Your answer will appear here. We do not keep the address and cannot find it for you. Anyone who has the address can read your request.",
    hidden:
      "The page is hidden now, along with its photos, the stories about this person, and the name in lists, feeds and search. The page stays hidden until someone has made a decision.",
    decided: say("A decision is due by {day}."),
    waits: "Nothing is hidden yet. Someone will look at this request first.",
    released: "We decided to show the page as before, for the reason below.",
    upheld: "We decided in your favour: this person has been removed permanently.",
    extended: "Your answer will take longer",
    talk: "Questions",
    deskAsks: "Our question",
    youSaid: "You answered",
    yourAnswer: "Your answer",
    send: "Send the answer",
    said: "The answer",
    sent: "What you wrote",
    takeBack: "Withdraw it",
    unsure: "Nothing has been withdrawn: tick the box first.",
    sure: "Withdraw my request. Anything hidden because of it will be shown again.",
    withdraw: "Withdraw it",
    answerExpected: say("Write a few words, using at most {most} characters."),
    settled: "This question is closed, so your answer was not saved.",
  },
};

export const wordsIn = catalogue("rights", en);
export type RightsWords = typeof en;

/** What everybody reads of their rights, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { counted, say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "Your rights",
  lead: "You may ask what this site holds about you, and have it put right, hidden or erased. It costs nothing, and you need no account.",
  rights: {
    see: {
      name: "See what is held about you",
      does: "We tell you what it is, where it is and for how long, and you can have a copy.",
    },
    correct: {
      name: "Have it put right",
      does: "Something about you is wrong or out of date. Say what it should be.",
    },
    object: {
      name: "Object to being shown",
      does: "Your page, your photos and the stories told of you are hidden at once. Then a person decides and tells you why.",
    },
    restrict: {
      name: "Have it frozen",
      does: "We keep it but neither show nor use it, while you find out more or need it as proof.",
    },
    erase: {
      name: "Have it erased",
      does: "It is deleted for good, and you are told what went and what stays.",
    },
    complain: {
      name: "Complain",
      does: "Say what went wrong, to the people who run this site.",
    },
  },
  ask: "Ask for this",
  answers: counted("{who} answers within one day.", "{who} answers within {n} days.", "who"),
  nobody: counted(
    "This site does not say who answers. You can still ask: your request is kept, and the people who run the site see it. The answer is due within one day.",
    "This site does not say who answers. You can still ask: your request is kept, and the people who run the site see it. The answer is due within {n} days.",
  ),
  /** The authority is put in, with its address. */
  authority: "You can also complain to {authority}, at any time.",
  anyAuthority:
    "You can also complain to the data protection authority of your country, at any time.",
  code: "Do you have a code from your card, or the address from when you sent something? [Take it back yourself, at once.]",
  form: {
    lead: "Two lines are enough. What you write is read by the owners of this site and by nobody else.",
    what: "What do you ask for?",
    as: "For whom?",
    for: { self: "For myself", child: "For a child in my care", other: "For somebody else" },
    name: "The name it is about",
    nameHint: "As it appears on this site, or as people call you.",
    place: "Where is it? The address of a page, or your code",
    placeHint:
      "For example the address of the page about you, the code on your card, or the address you were given when you sent something.",
    words: "What should we know?",
    wordsHint: "For example where on this site it is, and what is wrong.",
    contact: "How can we reach you?",
    contactHint: "Optional. You can read the answer at an address we give you next.",
    contactMail: "If you leave an email address, you get one email when the answer is there.",
    send: "Send the request",
  },
  expected: {
    what: "Choose what you ask for.",
    as: "Choose for whom you ask.",
    line: say("Write at most {most} characters."),
    words: say("Write at most {most} characters."),
    whom: "Write a name, the address of a page or a code, so that we can find what you mean.",
    complaint: "Write in a few words what went wrong.",
    code: "This code belongs to no card and to nothing sent here. Check it, or leave the field empty and describe what you mean.",
  },
  mail: {
    subject: say("{site}: your request has been answered"),
    text: say(
      "Your request {reference} to {site} has been answered.\n\nThe answer is not in this email. You can read it at the address that you were given when you sent your request; we do not keep that address. If you no longer have it, ask again:\n{address}\n",
      "reference",
      "site",
      "address",
    ),
  },
  busy: "Too many requests have come from your network. Nothing was kept. Please try again in an hour.",
  full: "Too many requests have come. Yours was not kept; please try again tomorrow.",
  reach: say("Or write to {who}."),
  reachNobody: "Or ask the people who run this site in any other way you know.",
  receipt: {
    title: "We have your request",
    answered: "Your request has been answered",
    withdrawn: "You took your request back",
    withdrawnHint: "What you wrote is gone from here. [Ask for something else.]",
    reference: "Reference",
    asked: "You asked for",
    came: "Received on",
    due: "Answer due by",
    who: "Who answers",
    nobody: "The people who run this site",
    address: "Your address",
    keep: "Write this address down or save this page. The answer will appear here. We do not keep the address and cannot find it for you. Anyone who has it can read your request.",
    hidden:
      "The page is hidden now, with its photos, the stories told of this person and the name in lists, feeds and the search. It stays hidden until somebody has decided.",
    decided: say("A decision is due by {day}."),
    waits: "Nothing is hidden yet: somebody will look at this request first.",
    released: "We decided to show the page as before, for the reason below.",
    upheld: "We decided in your favour: the person is removed for good.",
    extended: "Your answer takes longer",
    talk: "Questions",
    deskAsks: "Our question",
    youSaid: "You answered",
    yourAnswer: "Your answer",
    send: "Send the answer",
    said: "The answer",
    sent: "What you wrote",
    takeBack: "Take it back",
    unsure: "Nothing was taken back: tick the box first.",
    sure: "Take back my request. What was hidden because of it is shown again.",
    withdraw: "Take it back",
    answerExpected: say("Write a few words, at most {most} characters."),
    settled: "This question is closed, so your answer was not kept.",
  },
};

export const wordsIn = catalogue("rights", en);
export type RightsWords = typeof en;

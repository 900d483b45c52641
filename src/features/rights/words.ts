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
      does: "You are told what it is, where it stands and for how long, and you can have a copy.",
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
      does: "It is kept and neither shown nor used, while you find out more or need it as proof.",
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
    "Nobody is named on this site as the one who answers. Ask all the same: your request is kept, and whoever runs the site sees it. It is due within one day.",
    "Nobody is named on this site as the one who answers. Ask all the same: your request is kept, and whoever runs the site sees it. It is due within {n} days.",
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
    nameHint: "As it stands on this site, or as people call you.",
    place: "Where is it? The address of a page, or your code",
    placeHint:
      "For example the address of the page about you, the code on your card, or the address you were given when you sent something.",
    words: "What should we know?",
    wordsHint: "For example where on this site it stands, and what is wrong.",
    contact: "How can we reach you?",
    contactHint: "You need not say. You can read the answer at an address that you are given next.",
    contactMail: "If you write a mail address, you get one mail when the answer is there.",
    send: "Send the request",
  },
  expected: {
    what: "Choose what you ask for.",
    as: "Choose for whom you ask.",
    line: say("Write at most {most} characters."),
    words: say("Write at most {most} characters."),
    whom: "Write a name, the address of a page or a code, so that we can find what you mean.",
    complaint: "Write in a few words what went wrong.",
    code: "No card and nothing that was sent here has this code. Check it, or leave the field empty and describe what you mean.",
  },
  mail: {
    subject: say("{site}: your request has been answered"),
    text: say(
      "Your request {reference} to {site} has been answered.\n\nThe answer is not in this mail. You can read it at the address that you were given when you sent your request; we do not keep that address. If you no longer have it, ask again:\n{address}\n",
      "reference",
      "site",
      "address",
    ),
  },
  busy: "So many requests have come from where you are that no more are taken for now. Nothing was kept. Please try again in an hour.",
  full: "More requests have come than can be kept. Nothing of yours was kept; please try again tomorrow.",
  reach: say("Or write to {who}."),
  reachNobody: "Or ask the people who run this site in any other way that you know.",
  receipt: {
    title: "We have your request",
    answered: "Your request is answered",
    withdrawn: "You took your request back",
    withdrawnHint: "What you wrote is gone from here. [Ask for something else.]",
    reference: "Reference",
    asked: "You ask for",
    came: "It came on",
    due: "You have an answer by",
    who: "Who answers",
    nobody: "Whoever runs this site",
    address: "Your address",
    keep: "Write this address down or save this page. The answer will stand here. We do not keep the address and cannot find it for you. Whoever has it can read your request.",
    hidden:
      "The page is hidden now, with its photos, the stories told of this person and the name in lists, feeds and the search. It stays hidden until somebody has decided.",
    decided: say("A decision is due by {day}."),
    waits: "Nothing is hidden yet: somebody looks at this request first.",
    released: "It was decided that the page is shown as before, for the reason below.",
    upheld: "It was decided in your favour: the person is taken out for good.",
    extended: "Your answer takes longer",
    talk: "Asked back",
    deskAsks: "We ask you",
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
    settled: "Nothing is asked here any more, so your answer was not kept.",
  },
};

export const wordsIn = catalogue("rights", en);
export type RightsWords = typeof en;

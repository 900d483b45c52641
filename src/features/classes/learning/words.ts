/** The words of learning in a class, by language. */
import { catalogue } from "../../../platform/words/catalogue.ts";
import { counted, say } from "../../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "Your class",
  lead: "Take your card. Type the ten letters and digits that stand on it.",
  code: "The code of your card",
  codeHint: "Small letters, blanks and dashes do not matter.",
  open: "Open my card",
  languages: "In another language",
  isHere: say("{name} is at work on this device."),
  goOn: say("Go on as {name}"),
  notYou: "If that is not you, press Done first.",
  foot: "A cookie of these pages alone says who is at work here, until Done or for half an hour. This page weighs",
  /** A card. */
  hello: say("Hello {name}"),
  card: "Your card",
  pin: "The four digits of your card",
  pinHint: "They stand below the code.",
  come: "Come in",
  notYours: "This is not my card",
  pinForm: "Expected the four digits of your card, such as 4 0 7 2.",
  pinWrong:
    "Those are not the digits of this card. Look again, and try once more. After five tries you have to wait for a quarter of an hour.",
  locked: counted(
    "Too many tries. This card opens again in {n} minute. Nothing of yours is lost. Your teacher can open it at once.",
    "Too many tries. This card opens again in {n} minutes. Nothing of yours is lost. Your teacher can open it at once.",
  ),
  codeForm: "Expected ten letters and digits, as they stand on your card. Please look again.",
  noCard: "No card has this code",
  noCardWhy:
    "Look at the letters once more. If you were given a new card, the old one opens nothing now. If your class was long ago, all of it has been forgotten, as was said when it began.",
  over: "This class is over",
  overWhy: say(
    "{room} ended, and its cards open nothing any more. What you did is kept until it is forgotten, 180 days after the class. Your teacher can show it to you.",
  ),
  notice:
    "Your teachers see what you do here. If somebody else has to look, to help you, your teachers are told. You may stop, and you may have all of it deleted.",
  busy: "Too many codes were typed from this network within an hour. Please wait, or ask your teacher.",
  busyAnswers:
    "Many answers come in at this moment. Please go back and send yours again in a minute.",
  foreign: "This form came from another site. Please open your card again.",
  /** After a sitting. */
  done: "Done",
  doneHint: "Then somebody else can work on this device.",
  gone: "You are done. This device is free for somebody else.",
  lapsed:
    "Your card is closed: nothing was done here for half an hour, or your teacher closed it. Open it again to go on where you were.",
  erased: "All that was kept of you is gone.",
  keptLate: "Your answer is kept. Your card was closed meanwhile: open it again to go on.",
  keptOther:
    "That answer is kept for whoever had the page before. Somebody else is at work here now.",
  /** The next step. */
  next: "Go on",
  begin: "Begin",
  nextIs: say("Next: {lesson}"),
  progress: say("{done} of {all} done", "done", "all"),
  allDone: "You have done all of it.",
  badge: "Your badge",
  toShow: "To show to your teacher",
  lessons: "Lessons",
  noCourse: "The course of this class is not here at the moment. Please ask your teacher.",
  mine: "What is kept of me",
  back: "Back to my next step",
  /** A lesson. */
  best: say("Not all right yet. Your best so far: {n} of 100."),
  isDone: "Done.",
  seen: say("Done. {who} has seen it."),
  notSeen: say("{who} looked at it: not yet. Try once more, then show it again."),
  nextStep: "Go to the next step",
  before: "Lesson before",
  after: "Next lesson",
  kept: "Your answers are kept for you and your teacher.",
  changed: "This exercise was changed since you answered. Please answer once more.",
  /** Of an answer without script. */
  unanswered: "Give an answer first, then look.",
  /** On the device. */
  waits: "Answers that wait on this device and go by themselves: {n}",
  noLink: "There is no link at the moment. Stay on this page and go on: what you answer is kept.",
  goneAway:
    "You are done. There is no link at the moment; what this device holds goes as soon as there is one.",
  notKept: "This device has no room left. Please tell your teacher.",
  notTaken: "An answer could not be taken. Please answer that exercise once more.",
  /** What is kept. */
  mineLead: "This is all that is kept of you. Your teacher sees it, and nobody else.",
  name: "Name",
  room: "Class",
  place: "Place",
  from: say("{from} to {until}", "from", "until"),
  days: "Days on which you were there",
  noDays: "None was noted.",
  answers: counted("{n} answer", "{n} answers"),
  noAnswers: "You have not answered anything yet.",
  score: say("{n} of 100"),
  noScore: "not counted, the exercise was changed",
  saidBy: say("seen by {who}"),
  notSeenBy: say("looked at by {who}: not yet"),
  moreInFile: counted("{n} more stands in the file.", "{n} more stand in the file."),
  take: "Take it along as a file",
  hashes: "Of the code and the digits of your card only a fingerprint is kept.",
  forgotten: "180 days after the class all of it is forgotten.",
  erase: "Erase all of it",
  eraseTitle: "Erase all that is kept of you?",
  eraseWhy:
    "Your name, your answers and the days on which you were there are deleted, and your card opens nothing any more. Nobody can bring them back. Your teacher then cannot give you a badge for this class.",
  eraseBadge: "A badge that you have already been given stays valid: it does not hold your name.",
  eraseSure: "Yes, erase all of it",
  eraseExpected: "Expected a tick, so that nothing is erased by mistake.",
  tick: "I want all that is kept of me to be deleted.",
};

export const learnWordsIn = catalogue("learning", en);
export type LearnWords = typeof en;

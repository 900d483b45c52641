/** The words of learning in a class, by language. */
import { catalogue } from "../../../platform/words/catalogue.ts";
import { counted, say } from "../../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "Your class",
  lead: "Take your card and type the ten letters and digits on it.",
  code: "The code of your card",
  codeHint: "Capitals, spaces and dashes do not matter.",
  open: "Open my card",
  languages: "In another language",
  isHere: say("{name} is working on this device."),
  goOn: say("Continue as {name}"),
  notYou: "If that is not you, press Done first.",
  foot: "A cookie for these pages only shows who is working here, until you press Done or for half an hour. This page weighs",
  /** A card. */
  hello: say("Hello {name}"),
  card: "Your card",
  pin: "The four digits of your card",
  pinHint: "They are below the code.",
  come: "Sign in",
  notYours: "This is not my card",
  pinForm: "Expected the four digits of your card, such as 4 0 7 2.",
  pinWrong:
    "Those are not the digits of this card. Please check and try again. After five tries you have to wait a quarter of an hour.",
  locked: counted(
    "Too many tries. This card opens again in {n} minute. Nothing is lost. Your teacher can open it at once.",
    "Too many tries. This card opens again in {n} minutes. Nothing is lost. Your teacher can open it at once.",
  ),
  codeForm: "Expected ten letters and digits, as on your card. Please check.",
  noCard: "No card has this code",
  noCardWhy:
    "Check the letters. If you were given a new card, the old one no longer works. If your class was long ago, everything about it has been deleted, as you were told when it began.",
  over: "This class is over",
  overWhy: say(
    "{room} has ended, and its cards no longer work. What you did is kept until it is deleted, 180 days after the class. Your teacher can show it to you.",
  ),
  notice:
    "Your teachers see what you do here. If somebody else has to look, to help you, your teachers are told. You may stop, and you may have all of it deleted.",
  busy: "Too many codes were typed from this network within an hour. Please wait, or ask your teacher.",
  busyAnswers:
    "Many answers are arriving at once. Please go back and send yours again in a minute.",
  foreign: "This form came from another site. Please open your card again.",
  /** After a sitting. */
  done: "Done",
  doneHint: "Then somebody else can work on this device.",
  gone: "You are done. This device is free for somebody else.",
  lapsed:
    "Your card is closed: nothing was done here for half an hour, or your teacher closed it. Open it again to carry on where you were.",
  erased: "Everything kept about you is gone.",
  keptLate: "Your answer is saved, but your card has been closed: open it again to carry on.",
  keptOther:
    "That answer is saved for the person who used this page before. Somebody else is working here now.",
  /** The next step. */
  next: "Continue",
  begin: "Begin",
  nextIs: say("Next: {lesson}"),
  progress: say("{done} of {all} done", "done", "all"),
  allDone: "You have done everything.",
  badge: "Your badge",
  toShow: "To show to your teacher",
  lessons: "Lessons",
  noCourse: "The course of this class is not available right now. Please ask your teacher.",
  mine: "What is kept about me",
  back: "Back to my next step",
  /** A lesson. */
  best: say("Not all right yet. Your best so far: {n} of 100."),
  isDone: "Done.",
  seen: say("Done. {who} has seen it."),
  notSeen: say("{who} looked at it: not yet. Try again, then show it again."),
  nextStep: "Go to the next step",
  before: "Previous lesson",
  after: "Next lesson",
  kept: "Your answers are kept for you and your teacher.",
  changed: "This exercise has changed since you answered. Please answer again.",
  /** Of an answer without script. */
  unanswered: "Give an answer first, then check.",
  /** On the device. */
  waits: "Answers waiting on this device, to be sent automatically: {n}",
  noLink: "You are offline. Stay on this page and carry on: your answers are saved.",
  goneAway: "You are done. This device is offline; it sends your answers as soon as it is online.",
  notKept: "This device has no room left. Please tell your teacher.",
  notTaken: "An answer could not be taken. Please answer that exercise again.",
  /** What is kept. */
  mineLead: "This is everything kept about you. Your teacher sees it, and nobody else.",
  name: "Name",
  room: "Class",
  place: "Place",
  from: say("{from} to {until}", "from", "until"),
  days: "Days on which you were there",
  noDays: "None recorded.",
  answers: counted("{n} answer", "{n} answers"),
  noAnswers: "You have not answered anything yet.",
  score: say("{n} of 100"),
  noScore: "not counted, the exercise was changed",
  saidBy: say("seen by {who}"),
  notSeenBy: say("looked at by {who}: not yet"),
  moreInFile: counted("{n} more stands in the file.", "{n} more stand in the file."),
  take: "Download it as a file",
  hashes: "Only a fingerprint of your card’s code and digits is kept.",
  forgotten: "180 days after the class, everything is deleted.",
  erase: "Erase everything",
  eraseTitle: "Erase everything kept about you?",
  eraseWhy:
    "Your name, your answers and the days on which you were there are deleted, and your card stops working. Nobody can bring them back. Your teacher then cannot give you a badge for this class.",
  eraseBadge: "A badge that you have already been given stays valid: it does not hold your name.",
  eraseSure: "Yes, erase everything",
  eraseExpected: "Expected a tick, so that nothing is erased by mistake.",
  tick: "I want everything kept about me to be deleted.",
};

export const learnWordsIn = catalogue("learning", en);
export type LearnWords = typeof en;

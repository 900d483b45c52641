/** The words of learning in a class, by language. */
import { catalogue } from "../../../platform/words/catalogue.ts";
import { counted, say } from "../../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "Your class",
  lead: "Take your card and enter the ten letters and digits on it.",
  code: "Your card’s code",
  codeHint: "You can ignore capitals, spaces and dashes.",
  open: "Open my card",
  languages: "In another language",
  isHere: say("{name} is working on this device."),
  goOn: say("Continue as {name}"),
  notYou: "If you are not this person, press Done first.",
  foot: "A cookie used only on these pages identifies you until you press Done or half an hour has passed. Page size:",
  /** A card. */
  hello: say("Hello {name}"),
  card: "Your card",
  pin: "Your card’s four digits",
  pinHint: "The digits are below the code.",
  come: "Sign in",
  notYours: "This is not my card",
  pinForm: "Enter the four digits on your card, such as 4 0 7 2.",
  pinWrong:
    "Those are not this card’s digits. Please check and try again. After five tries you have to wait a quarter of an hour.",
  locked: counted(
    "Too many tries. This card is locked for {n} more minute. Nothing is lost. Your teacher can unlock the card at once.",
    "Too many tries. This card is locked for {n} more minutes. Nothing is lost. Your teacher can unlock the card at once.",
  ),
  codeForm: "Check your card, then enter its ten letters and digits.",
  noCard: "No card has this code",
  noCardWhy:
    "Check the letters and digits. If you were given a new card, the old one no longer works. If your class was long ago, everything about it has been deleted, as you were told when it began.",
  over: "This class is over",
  overWhy: say(
    "{room} has ended, and its cards no longer work. What you did is kept for 180 days after the class, then deleted. Your teacher can show you what you did.",
  ),
  notice:
    "Your teachers see what you do here. If somebody else needs to look at it to help you, your teachers are told. You may stop, and you may have everything you did here deleted.",
  busy: "Too many codes were entered from this network within an hour. Please wait, or ask your teacher.",
  busyAnswers:
    "Many answers are arriving at once. Please wait a minute, then go back and send your answer again.",
  foreign: "This form came from another site. Please open your card again.",
  /** After a sitting. */
  done: "Done",
  doneHint: "Press Done so that somebody else can use this device.",
  gone: "You are done. Somebody else can use this device now.",
  lapsed:
    "Your card was closed, either by your teacher or because nothing was done here for half an hour. Open your card again to carry on where you left off.",
  erased: "Everything kept about you has been erased.",
  keptLate:
    "Your answer is saved, but your card has been closed. Open your card again to carry on.",
  keptOther:
    "The answer is saved for the person who used this page earlier. Somebody else is working on this device now.",
  /** The next step. */
  next: "Continue",
  begin: "Begin",
  nextIs: say("Next: {lesson}"),
  progress: say("{done} of {all} done", "done", "all"),
  allDone: "You have completed everything.",
  badge: "Your badge",
  toShow: "Show this to your teacher",
  lessons: "Lessons",
  noCourse: "This class’s course is not available right now. Please ask your teacher.",
  mine: "What is kept about me",
  back: "Back to my next step",
  /** A lesson. */
  best: say("Some answers are not right yet. Your best score so far: {n} out of 100."),
  isDone: "Done.",
  seen: say("Done. {who} has seen your work."),
  notSeen: say("{who} marked your work “not yet”. Try again, then show it again."),
  nextStep: "Go to the next step",
  before: "Previous lesson",
  after: "Next lesson",
  kept: "Your answers are saved for you and your teacher.",
  changed: "This exercise has changed since you answered it. Please answer it again.",
  /** Of an answer without script. */
  unanswered: "Give an answer first, then check it.",
  /** On the device. */
  waits: "Answers on this device that will be sent automatically: {n}",
  noLink: "You are offline. Stay on this page and carry on: your answers are saved.",
  goneAway:
    "You are done. This device is offline and will send your answers as soon as it is online.",
  notKept: "This device has no storage space left. Please tell your teacher.",
  notTaken: "One of your answers could not be accepted. Please answer that exercise again.",
  /** What is kept. */
  mineLead: "This is everything kept about you. Only your teacher sees this information.",
  name: "Name",
  room: "Class",
  place: "Place",
  from: say("{from} to {until}", "from", "until"),
  days: "Days you attended",
  noDays: "No days recorded.",
  answers: counted("{n} answer", "{n} answers"),
  noAnswers: "You have not answered anything yet.",
  score: say("{n} of 100"),
  noScore: "not counted because the exercise was changed",
  saidBy: say("seen by {who}"),
  notSeenBy: say("marked “not yet” by {who}"),
  moreInFile: counted("{n} more answer is in the file.", "{n} more answers are in the file."),
  take: "Download as a file",
  hashes: "Only a digital fingerprint of your card’s code and digits is kept.",
  forgotten: "Everything is deleted 180 days after the class.",
  erase: "Erase everything",
  eraseTitle: "Erase everything kept about you?",
  eraseWhy:
    "Your name, your answers and the days you attended are deleted, and your card stops working. This cannot be undone. After that, your teacher cannot give you a badge for this class.",
  eraseBadge:
    "A badge you have already been given stays valid, because it does not contain your name.",
  eraseSure: "Yes, erase everything",
  eraseExpected: "Tick the box first, so that nothing is erased by mistake.",
  tick: "I want everything kept about me to be deleted.",
};

export const learnWordsIn = catalogue("learning", en);
export type LearnWords = typeof en;

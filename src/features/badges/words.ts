/** The words of badges, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { counted, say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  desk: {
    title: "Badges",
    help: "Here whoever finished a course gets a badge that proves itself, also without a link. Choose a class, look who finished, and give the badges. Then print them.",
  },
  classes: "Classes",
  noAddress:
    "This instance has no public address that begins with https. A badge names the address of its instance for ever. Bring the class to one that has such an address (cnd class export, cnd class import), and give the badges there.",
  noClasses: "There is no class yet. Badges are given to those who finish a course in a class.",
  toClasses: "To the classes",
  class: "Class",
  course: "Course",
  finished: "Finished",
  given: "Given",
  keys: "The keys that badges are signed with",
  keysLead:
    "A badge is signed with a key of its own. The secret half stays in this instance and in its backup; the other half is public, so that anybody can check a badge.",
  noKey: "There is no key yet. It is made with the first badge.",
  keyKnown: say("Known by {name}", "name"),
  since: say("since {day}", "day"),
  signs: "Signs now",
  checks: "Still checks what it signed",
  makeKey: "Make the key now",
  makeAnother: "Make a new key",
  another:
    "The new one signs from then on, and what the one before signed stays right. A theft is not undone by it: whoever has a secret half can go on signing with it.",
  keyMade: "The key was made.",
  keyNotSaid:
    "The key was not made, because this instance may not say it in public. Nothing was changed.",
  people: "Who is in the class",
  rule: say(
    "The badge asks for {percent} percent, and for every task that it names, shown.",
    "percent",
  ),
  noBadge: "The course of this class has no badge. It is written in the course itself.",
  noCourse: "The course of this class was withdrawn, so nobody can get its badge now.",
  nobody: "Nobody is in this class yet.",
  roster: "The name is the one on the card. Is it wrong? Change it in the roster first",
  toRoster: "To the roster",
  name: "Name",
  percent: "Of 100",
  badge: "Badge",
  notYet: "Not yet",
  stands: "Has one",
  give: "Give the badges",
  language: "In which language",
  noneReady: "Nobody is waiting for a badge.",
  done: counted("{n} badge was given.", "{n} badges were given."),
  nothing: "Nobody was chosen, so no badge was given.",
  tooLong:
    "No badge was given: what it asks for is too long for a code that a phone can read. Say it shorter in the course.",
  print: "Print",
  a4: "Large sheets (A4)",
  cards: "Cards to fold",
  all: "All classes",
  see: "See it",
  takeBack: "Take it back",
  takeBackOf: say("Take back the badge of {name}", "name"),
  takeBackLead:
    "Whoever checks it with a link then reads that it was taken back, for good. A new one can be given. In public stands a number that only those who have the badge can find, never a name.",
  reason: "Why (optional, and public; write no name)",
  takeIt: "Take the badge back",
  reasonWrong: "Expected one line of at most 200 characters.",
  takenBack: "The badge was taken back.",
  wasTaken: "Taken back",
  former: "Somebody who is not in the class any more",
  lost: "There is no such class.",
  page: {
    what: say("A badge of {campaign}", "campaign"),
    for: "What it is for",
    by: "Who signed it",
    when: "Since",
    course: "The course",
    stands: "It was given, and stands.",
    takenBack: "It was taken back. It counts no more.",
    check: "Check it",
    checkLead:
      "Nobody is named here. Whoever shows you the badge says their name; the checker tells you whether the badge was given to somebody with this name.",
    toCheck: "Check a badge here",
    own: "Check it without us",
    ownLead:
      "The badge is an Open Badge 3.0: a token that any program for such tokens can check with the public key. The code on the paper is the same token.",
    token: "The token",
    key: "The public key",
    code: "Its code, as on the paper",
  },
  own: {
    title: "Your badge",
    lead: "Take it along: whoever sees it can check it, also without a link. It holds no name, so say the name on your card with it.",
    none: "Your badge is not here yet. Your teacher gives it to you once you have finished. Look again then.",
    photo:
      "Take a photo of this code, or copy the address of its page: that is enough to show it anywhere.",
    see: "Its page, to show to others",
    file: "The badge as a file",
    print: "Certificate to print",
    back: "Back to my next step",
    code: "The code of your badge",
    foot: "A cookie of these pages alone says who is at work here, until Done or for half an hour. This page weighs",
  },
  sheet: {
    certificate: "Certificate",
    has: "has earned the badge",
    hand: "Teacher",
    offline: "The code proves itself, also without a link.",
    tooLarge: "The code of this badge needs the large sheet.",
    hint: "Print this page with your browser.",
    back: "Back to the class",
    fold: "Cut along the outer lines, and fold in the middle.",
    none: "There is no badge to print yet.",
  },
};

export const wordsIn = catalogue("badges", en);
export type BadgeWords = typeof en;

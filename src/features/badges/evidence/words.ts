/** The words of saying at the desk how many finished, by language. */
import { catalogue } from "../../../platform/words/catalogue.ts";
import { counted, say } from "../../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "How many finished",
  help: "Under a pledge you say how many finished a course in a month that is over. Nobody is named, and groups of fewer than five are in no number. It can be said once.",
  lead: "Say under a pledge how many finished a course, by place and month, with a file that others can check. Nobody is named.",
  none: "No course has a month that is over in which badges were given. The first day of the next month is early enough.",
  which: "Course and month",
  pledge: "Pledge",
  noPledge: "There is no pledge under which it could be said.",
  choose: "Choose",
  look: "See what would be said",
  wouldSay: "What would be said",
  finished: counted("{n} person finished.", "{n} people finished."),
  by: say("{who} says it. Until a partner attests it, it is that word alone."),
  rule: say("Counted is who was given the badge “{name}”: {criteria}", "name", "criteria"),
  place: "Place",
  people: "Finished",
  others: "Places of fewer than five, together",
  small:
    "Fewer than five people finished in each place, and together, too: that is not said, so that nobody is found in it.",
  leftOut:
    "Places of fewer than five are left out where they are fewer than five together. A month is said once and whole, so that nothing is learned from two numbers.",
  file: "Beside it lies a file with these numbers, the rule, and a fingerprint of each badge: whoever has a badge finds it there, and anybody can count them.",
  names:
    "The names of places are as they were typed for the classes. Look whether each may be said in public.",
  publish: "Say it in public",
  said: say("This month was said already, as {id}.", "id"),
  saidMark: "said",
  notSaid:
    "It could not be said: it was said before, or the pledge or the badge is gone. Look again.",
};

export const evidenceWordsIn = catalogue("badge-evidence", en);
export type EvidenceWords = typeof en;

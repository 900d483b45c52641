/** The words of saying at the desk how many finished, by language. */
import { catalogue } from "../../../platform/words/catalogue.ts";
import { counted, say } from "../../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "How many finished",
  help: "Under a pledge, publish how many people finished a course in a past month. Nobody is named, and groups of fewer than five are left out. You can publish it only once.",
  lead: "Publish under a pledge how many people finished a course, by place and month, with a file that others can check. Nobody is named.",
  none: "No course has a past month in which badges were given. Come back on the first day of next month.",
  which: "Course and month",
  pledge: "Pledge",
  noPledge: "There is no pledge to publish it under.",
  choose: "Choose",
  look: "Preview",
  wouldSay: "What would be published",
  finished: counted("{n} person finished.", "{n} people finished."),
  by: say("{who} says so. Until a partner attests it, it is their word alone."),
  rule: say("It counts people who were given the badge “{name}”: {criteria}", "name", "criteria"),
  place: "Place",
  people: "Finished",
  others: "Places with fewer than five, together",
  small:
    "Fewer than five people finished in each place, and in all places together. This is not published, so that nobody can be identified.",
  leftOut:
    "Places with fewer than five are left out if they have fewer than five together. A month is published once and whole, so that nothing can be worked out by comparing two numbers.",
  file: "With it comes a file of these numbers, the rule, and a fingerprint of each badge: badge holders can find theirs, and anyone can count them.",
  names: "Place names are as typed for the classes. Check that each may be made public.",
  publish: "Publish",
  said: say("This month was already published, as {id}.", "id"),
  saidMark: "published",
  notSaid:
    "It could not be published: it was published before, or the pledge or the badge is gone. Check again.",
};

export const evidenceWordsIn = catalogue("badge-evidence", en);
export type EvidenceWords = typeof en;

/** The words of saying at the desk how many finished, by language. */
import { catalogue } from "../../../platform/words/catalogue.ts";
import { counted, say } from "../../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "How many finished",
  help: "Publish a figure for a pledge: how many people finished a course in a past month. Nobody is named, and groups of fewer than five are left out. Each month’s figure can be published only once.",
  lead: "Publish a figure for a pledge: how many people finished a course, by place and month, with a file that others can check. Nobody is named.",
  none: "No badges were given for any course in past months. Come back on the first day of next month.",
  which: "Course and month",
  pledge: "Pledge",
  noPledge: "You need a pledge before you can publish the figures, and there is none yet.",
  choose: "Choose",
  look: "Preview",
  wouldSay: "What will be published",
  finished: counted("{n} person finished.", "{n} people finished."),
  by: say("{who} reports this figure. Until a partner attests it, it is self-reported."),
  rule: say("The figure counts people given the badge “{name}”: {criteria}", "name", "criteria"),
  place: "Place",
  people: "Finished",
  others: "Places with fewer than five people, combined",
  small:
    "Fewer than five people finished, even with all places combined. So that nobody can be identified, we do not publish these numbers.",
  leftOut:
    "Places with fewer than five people are left out if their combined total is also below five. Each month’s figures are published once and in full, so that comparing two figures reveals nothing more.",
  file: "A published file contains these numbers, the rule and each badge’s fingerprint. Badge holders can find the fingerprint of their own badge, and anyone can count all the fingerprints.",
  names:
    "Place names appear as they were entered for the classes. Check that each name may be made public.",
  publish: "Publish",
  said: say("This figure has already been published as {id}.", "id"),
  saidMark: "published",
  notSaid:
    "We could not publish this. Either it was published before, or the pledge or badge no longer exists. Check again.",
};

export const evidenceWordsIn = catalogue("badge-evidence", en);
export type EvidenceWords = typeof en;

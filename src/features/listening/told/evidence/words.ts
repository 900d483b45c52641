/** The words of saying at the desk, under a pledge, how right the listeners of a place were, by language. */
import { catalogue } from "../../../../platform/words/catalogue.ts";
import { say } from "../../../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "Listening as evidence",
  help: "Under a pledge you say how many alarms of a place had a motor behind them, in all its months up to one. A file with the signed reports stands beside it, so that others can check the figure.",
  lead: "Say under a pledge how right the listeners of a place were, with a file that others can check. It holds what was said in public already, and nothing else.",
  none: "No place has a month of which something was said. The first comes 30 days after the end of a month in which three listeners were at work.",
  noPledge: "There is no pledge under which it could be said.",
  which: "Place, with all its months up to",
  pledge: "Pledge",
  choose: "Choose",
  look: "See what would be said",
  wouldSay: "What would be said",
  by: say("{who} says it. Until a partner attests it, it is that word alone."),
  file: "Beside it lies a file with the reports as they were signed, and for each the address of its proof.",
  publish: "Say it in public",
  said: say("This was said already, as {id}.", "id"),
};

export const evidenceWordsIn = catalogue("listening-evidence", en);
export type EvidenceWords = typeof en;

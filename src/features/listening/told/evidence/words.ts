/** The words of saying at the desk, under a pledge, how right the listeners of a place were, by language. */
import { catalogue } from "../../../../platform/words/catalogue.ts";
import { say } from "../../../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "Listening as evidence",
  help: "Report a figure for a pledge: how many of a place’s alarms came from a motor, in all months up to the one you choose. A file of the signed reports is published with the figure, so that others can check it.",
  lead: "Publish a figure for a pledge: how accurate a place’s listeners were, with a file that others can check. The file contains only what is already public.",
  none: "No place has published results for any month yet. A place’s first month appears 30 days after the end of a month in which three listeners were at work.",
  noPledge: "You need a pledge before you can publish the figure, and there is none yet.",
  which: "Place, and the last month to include",
  pledge: "Pledge",
  choose: "Choose",
  look: "Preview what would be published",
  wouldSay: "What would be published",
  by: say("This claim rests only on the word of {who} until a partner attests it."),
  file: "A file published with the claim contains the signed reports, each with the address of its proof.",
  publish: "Publish this claim",
  said: say("This has already been published, as {id}.", "id"),
};

export const evidenceWordsIn = catalogue("listening-evidence", en);
export type EvidenceWords = typeof en;

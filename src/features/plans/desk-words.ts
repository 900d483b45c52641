/** The words of plans at the desk, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { counted, say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "Plans",
  lead: "A plan becomes a project when someone builds it. Plans come from the campaign folder.",
  none: "No plans yet.",
  become: "Make it a project",
  becomeIs: "This is public at once: a project, its places, and a pledge if someone makes one.",
  name: "Name of the project",
  slug: "Its address",
  slugHint: "If left empty, an address is made from the words in this form.",
  summary: "What it does, in a few sentences",
  upTo: "How much of the plan",
  steps: counted(
    "the first step: {people} people, {money}",
    "the first {n} steps: {people} people, {money}",
    "people",
    "money",
  ),
  partners: "Partners who build it",
  partnersHint: "Their names, separated by commas",
  partnersAre: "All partners",
  nameThem: counted(
    "Add a page for {n} place that has none yet",
    "Add pages for {n} places that have none yet",
  ),
  pledge: "A pledge, if someone makes one",
  pledgeIs: "It promises to reach the people in these steps, for others to check.",
  pledger: "Who pledges?",
  nobody: "nobody yet",
  by: "By which day?",
  agreed: "I have made sure that they agreed to this pledge in these words",
  say: "Publish",
  back: "Withdraw the plan",
  backIs: "It is removed from the site. A project made from it stays.",
  backSure: "Remove it from the site",
  backButton: "Withdraw",
  needed: "This is needed.",
  badText: say("Expected plain text of at most {most} characters."),
  badSlug: "Expected lower-case letters, digits and hyphens.",
  taken: "This address is already in use.",
  badPartner: say("{name} is not listed as a partner: add it first, or type another name."),
  badStep: "Expected one of the steps.",
  badDay: "Expected a day after today.",
  notAgreed: "Nobody can be made to pledge: ask them first, then tick this.",
};

export const deskWordsIn = catalogue("plans-desk", en);

export type PlanDeskWords = typeof en;

/** The words of plans at the desk, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { counted, say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "Plans",
  lead: "A plan becomes a project when someone builds it. Plans come from the campaign folder.",
  none: "No plans yet.",
  become: "Turn into a project",
  becomeIs:
    "Once you publish this, the project, its places and any pledge made with it are public.",
  name: "Project name",
  slug: "Its address",
  slugHint: "Leave this empty to make an address from the words in this form.",
  summary: "What the project does, in a few sentences",
  upTo: "How much of the plan will be built?",
  steps: counted(
    "the first step: {people} people, {money}",
    "the first {n} steps: {people} people, {money}",
    "people",
    "money",
  ),
  partners: "Partners who are building it",
  partnersHint: "Partners’ names, separated by commas",
  partnersAre: "All partners",
  nameThem: counted(
    "Add a page for {n} place that has no page yet",
    "Add pages for {n} places that have no page yet",
  ),
  pledge: "A pledge, if someone makes one",
  pledgeIs: "The pledge promises to reach the people in these steps, and others can check it.",
  pledger: "Who is making the pledge?",
  nobody: "no one yet",
  by: "By when?",
  agreed: "I have made sure that the pledger agreed to this pledge in these words",
  say: "Publish",
  back: "Withdraw the plan",
  backIs: "The plan is removed from the site. A project made from the plan stays.",
  backSure: "Remove the plan from the site",
  backButton: "Withdraw",
  needed: "Please fill in this field.",
  badText: say("Expected plain text of at most {most} characters."),
  badSlug: "Expected lower-case letters, digits and hyphens.",
  taken: "This address is already in use.",
  badPartner: say(
    "{name} is not listed as a partner. Add this partner first, or enter another name.",
  ),
  badStep: "Expected one of the plan’s steps.",
  badDay: "Expected a day after today.",
  notAgreed: "Nobody can be made to pledge. Ask the pledger first, then tick this box.",
};

export const deskWordsIn = catalogue("plans-desk", en);

export type PlanDeskWords = typeof en;

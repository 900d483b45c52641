/** The words of plans at the desk, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { counted, say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "Plans",
  lead: "A plan becomes a project when someone builds it. Make a plan from a region here, or import one with the campaign folder.",
  region: "Plan a region from its places and terrain",
  none: "No plans yet.",
  become: "Turn into a project",
  becomeIs:
    "Once you publish this, the project, its places and any pledge made with it become public.",
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
  partners: "Partners building the project",
  partnersHint: "Partners’ names, separated by commas",
  partnersAre: "All partners",
  nameThem: counted("Add a page for {n} place without one", "Add pages for {n} places without one"),
  pledge: "Pledge, if someone is making one",
  pledgeIs: "The pledge is a promise to reach the people in these steps, and others can check it.",
  pledger: "Who is making the pledge?",
  nobody: "no one yet",
  by: "By when?",
  agreed: "I have made sure that the pledger agreed to this pledge in these words",
  say: "Publish",
  back: "Withdraw the plan",
  backIs: "This removes the plan from the site. Any project made from it stays.",
  backSure: "Remove the plan from the site",
  backButton: "Withdraw",
  needed: "Please fill in this field.",
  badText: say("Enter plain text of at most {most} characters."),
  badSlug: "Use only lower-case letters, digits and hyphens.",
  taken: "This address is already in use.",
  badPartner: say(
    "{name} is not listed as a partner. Add this partner first, or enter another name.",
  ),
  badStep: "Choose one of the plan’s steps.",
  badDay: "Enter a date after today.",
  notAgreed: "A pledge must be voluntary. Ask the pledger first, then tick this box.",
};

export const deskWordsIn = catalogue("plans-desk", en);

export type PlanDeskWords = typeof en;

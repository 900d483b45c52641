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
  slugHint: "If you leave this empty, an address is made from the words in this form.",
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
  nameThem: counted("Add the missing page for {n} place", "Add the missing pages for {n} places"),
  pledge: "Pledge for this plan, if there is one",
  pledgeIs: "The pledge is a promise to reach the people in these steps, and others can check it.",
  pledger: "Who is making the pledge?",
  nobody: "no one yet",
  by: "By when?",
  agreed: "I have made sure that the pledger agreed to the wording of this pledge",
  say: "Publish",
  back: "Withdraw the plan",
  backIs: "This removes the plan from the site. Any project made from the plan stays on the site.",
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

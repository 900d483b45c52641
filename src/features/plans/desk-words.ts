/** The words of plans at the desk, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { counted, say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "Plans",
  lead: "A plan becomes a project when somebody builds it. Plans themselves come with the campaign folder.",
  none: "No plan stands yet.",
  become: "Make it a project",
  becomeIs:
    "What is said here is public at once: a project, its places, and a pledge where somebody makes one.",
  name: "What is the project called?",
  slug: "Its address",
  slugHint: "Left empty, one is made of the words of this form.",
  summary: "What it does, in a few sentences",
  upTo: "How far along the plan",
  steps: counted(
    "the first step: {people} people, {money}",
    "the first {n} steps: {people} people, {money}",
    "people",
    "money",
  ),
  partners: "Partners who build it",
  partnersHint: "Their names, with commas between",
  partnersAre: "The names of all partners",
  nameThem: counted(
    "Name {n} place that has no page yet, as a place",
    "Name {n} places that have no page yet, as places",
  ),
  pledge: "A pledge, where somebody makes one",
  pledgeIs: "It promises the people of these steps, for others to check.",
  pledger: "Who pledges?",
  nobody: "nobody yet",
  by: "By which day?",
  agreed: "They have agreed to this pledge, in these words, and I have made sure",
  say: "Say it in public",
  back: "Take the plan back",
  backIs: "It leaves the site. A project that came of it stays.",
  backSure: "Take it off the site",
  backButton: "Take it back",
  needed: "This is needed.",
  badText: say("Expected plain text of at most {most} characters."),
  badSlug: "Expected small letters, digits and hyphens.",
  taken: "Something stands at this address already.",
  badPartner: say("{name} is no partner that is known here: add it first, or type another name."),
  badStep: "Expected one of the steps.",
  badDay: "Expected a day after today.",
  notAgreed: "Nobody is made to pledge: ask them first, and say so here.",
};

export const deskWordsIn = catalogue("plans-desk", en);

export type PlanDeskWords = typeof en;

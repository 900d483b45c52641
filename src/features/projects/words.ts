/** The words of projects, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  states: {
    planned: "planned",
    building: "building",
    connected: "connected",
    stopped: "stopped",
  },
  technologies: {
    fibre: "fibre",
    microwave: "microwave",
    wifi: "wifi",
    cellular: "cellular",
    satellite: "satellite",
    "TV white space": "TV white space",
    mesh: "mesh",
    other: "other",
  },
  title: "Projects",
  /** On the page of a plan. */
  ofPlan: "Projects that resulted from this plan",
  about:
    "Connections that are planned, under construction or working: who builds them, for how many people, and the evidence.",
  none: "No projects here yet. [Tell us about a place without a connection], or about one you are connecting.",
  places: "Places",
  partners: "Organisations",
  feeds: "Counts towards the pledge",
  time: "Time",
  from: say("from {day}"),
  by: say("by {day}"),
  fromTo: say("from {from}, by {by}", "from", "by"),
  since: say("since {day}"),
  until: say("until {day}"),
  people: "People",
  range: say("{low} to {high}", "low", "high"),
  counted: "{figure}, {period}",
  budget: "Budget",
  noSource: "No source is given.",
  milestones: "Milestones",
  reached: say("reached {day}"),
  due: say("due {day}; we found no report of the outcome"),
  measures: "What the connection is like",
  sendIt: "[Do you have the figure? Send it.]",
  sources: "Sources",
};

export const wordsIn = catalogue("projects", en);

export type ProjectWords = typeof en;

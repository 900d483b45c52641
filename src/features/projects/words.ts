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
  ofPlan: "Projects that came of it",
  description: "Connections that are planned, being built, or working, and what shows it.",
  about:
    "Connections that are planned, being built, or working: who builds them, for how many people, and what shows it.",
  all: "All projects",
  none: "No project is described here yet. [Tell us of a place without a connection], or of one that you are building.",
  asked: "What is asked and offered",
  places: "Places",
  partners: "Organisations",
  feeds: "Feeds the pledge",
  time: "Time",
  from: say("from {day}"),
  by: say("by {day}"),
  fromTo: say("from {from}, by {by}", "from", "by"),
  since: say("since {day}"),
  until: say("until {day}"),
  notKnown: "not known",
  people: "People",
  range: say("{low} to {high}", "low", "high"),
  counted: "{figure}, {period}",
  budget: "Budget",
  noSource: "No source is given.",
  milestones: "Milestones",
  reached: say("reached {day}"),
  due: say("due {day}; whether it was reached is not known here"),
  notKnownWhen: "not known when",
  measures: "What the connection is like",
  notKnownIs: "“Not known” is what no source has told us yet. [Have the figure? Send it.]",
  sources: "Sources",
};

export const wordsIn = catalogue("projects", en);

export type ProjectWords = typeof en;

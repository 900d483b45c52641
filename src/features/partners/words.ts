/** The words of partners, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  kinds: {
    carrier: "Rural carriers",
    community: "Community networks",
    activist: "NGOs and activists",
    public: "Agencies, schools and public bodies",
    company: "Companies and makers",
    person: "People",
  },
  joined: "Takes part in the campaign.",
  named:
    "Described from published sources. This organisation has not taken part and endorses nothing.",
  title: "Partners",
  about: "These organisations take part with a pledge, a story or other help.",
  /** Above those who are written about. */
  toOrganisations: "Organisations in the stories",
  organisations: {
    title: "Organisations",
    description:
      "See which organisations take part, and which ones the stories and their sources mention.",
    about:
      "The stories mention these organisations, and published sources describe them. They have not taken part and endorse nothing on this site.",
    none: "No organisations are described yet.",
  },
  join: "Join as a partner",
  first: "Be the first organisation in this group.",
  takesPart: "takes part",
  fromSources: "from published sources",
  since: say("since {day}"),
  sources: "Sources",
  here: "Organisations here",
};

export const wordsIn = catalogue("partners", en);

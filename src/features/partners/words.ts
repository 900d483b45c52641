/** The words of partners, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  kinds: {
    carrier: "Rural carriers",
    community: "Community networks",
    activist: "NGOs and activists",
    public: "Agencies, schools, public bodies",
    company: "Companies and makers",
    person: "People",
  },
  joined: "Takes part here.",
  named: "Described here from published sources; has not taken part and endorses nothing.",
  title: "Partners",
  about: "These take part, with a pledge, a story or help of their own.",
  /** Above those who are written about. */
  toOrganisations: "Organisations in the stories",
  organisations: {
    title: "Organisations",
    description:
      "Who takes part here, and which organisations the stories and their sources mention.",
    about:
      "Stories here mention these organisations, and published sources describe them. They have not taken part and endorse nothing here.",
    none: "No organisations are described here.",
  },
  join: "Join as a partner",
  first: "None yet: yours can be the first",
  takesPart: "takes part",
  fromSources: "from sources",
  since: say("since {day}"),
  sources: "Sources",
  here: "Organisations here",
};

export const wordsIn = catalogue("partners", en);

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
  description: "Who takes part here, by kind: with a pledge, a story or help of their own.",
  about: "Here stands who takes part: with a pledge, a story or help of their own.",
  /** Leads to the organisations that others write about. */
  toOrganisations: "Organisations that the stories speak of",
  organisations: {
    title: "Organisations",
    description: "Organisations that stories and sources here speak of, by kind.",
    about:
      "Stories here speak of these organisations, and published sources describe them. They have not taken part, and endorse nothing here.",
    none: "No organisation is described here.",
    /** Leads to those who take part. */
    toPartners: "Partners: who takes part",
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

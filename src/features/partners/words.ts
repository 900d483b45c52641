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
  description:
    "Organisations that take part, and organisations that published sources describe, by kind.",
  about:
    "Organisations that take part here, and organisations that published sources describe. Each page says which of the two.",
  join: "Join as a partner",
  first: "None yet: yours can be the first",
  takesPart: "takes part",
  fromSources: "from sources",
  since: say("since {day}"),
  sources: "Sources",
  here: "Organisations here",
};

export const wordsIn = catalogue("partners", en);

export type PartnerWords = typeof en;

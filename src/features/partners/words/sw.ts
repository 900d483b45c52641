/** The words of partners, in Swahili: the same for every organisation of a kind and a standing. */
import type { PartnerWords } from "./en.ts";

export const sw: PartnerWords = {
  lang: "sw",
  kinds: {
    carrier: "Kampuni za simu vijijini",
    community: "Mitandao ya jamii",
    activist: "Asasi za kiraia na wanaharakati",
    public: "Mashirika, shule, taasisi za umma",
    company: "Kampuni na watengenezaji",
  },
  joined: "Linashiriki hapa.",
  named:
    "Limeelezwa hapa kutoka vyanzo vilivyochapishwa; halijashiriki na haliungi mkono chochote.",
  title: "Washirika",
  description:
    "Mashirika yanayoshiriki, na mashirika yanayoelezwa na vyanzo vilivyochapishwa, kwa aina.",
  about:
    "Mashirika yanayoshiriki hapa, na mashirika yanayoelezwa na vyanzo vilivyochapishwa. Kila ukurasa unasema ni lipi kati ya hayo mawili.",
  join: "Jiunge kama mshirika",
  first: "Linatafutwa: lako linaweza kuwa la kwanza",
  takesPart: "linashiriki",
  fromSources: "kutoka vyanzo",
  since: (day) => `tangu ${day}`,
  sources: "Vyanzo",
  here: "Mashirika ya hapa",
};

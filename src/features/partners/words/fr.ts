/** The words of partners, in French: the same for every organisation of a kind and a standing. */
import type { PartnerWords } from "./en.ts";

export const fr: PartnerWords = {
  lang: "fr",
  kinds: {
    carrier: "Opérateurs ruraux",
    community: "Réseaux communautaires",
    activist: "ONG et militants",
    public: "Agences, écoles, organismes publics",
    company: "Entreprises et fabricants",
  },
  joined: "Participe ici.",
  named: "Décrite ici d’après des sources publiées ; n’a pas participé et ne cautionne rien.",
  title: "Partenaires",
  description:
    "Des organisations qui participent, et d’autres que décrivent des sources publiées, par genre.",
  about:
    "Des organisations qui participent ici, et d’autres que décrivent des sources publiées. Chaque page dit laquelle des deux.",
  join: "Devenir partenaire",
  first: "À prendre : la première place peut être la vôtre",
  takesPart: "participe",
  fromSources: "d’après des sources",
  since: (day) => `depuis ${day}`,
  sources: "Sources",
  here: "Organisations d’ici",
};

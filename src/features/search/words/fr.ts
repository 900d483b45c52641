/** The words of the page of search, in French. */
import { counting } from "../../../platform/words/counted.ts";
import type { SearchWords } from "./en.ts";

const count = counting("fr");

export const fr: SearchWords = {
  lang: "fr",
  title: "Rechercher",
  description: "Trouver des récits, lieux, partenaires, programmes et engagements par leurs mots.",
  promise: "Rien de ce que vous cherchez n’est gardé.",
  field: "Mots à chercher",
  languageField: "Dans quelle langue",
  anyLanguage: "Toutes les langues",
  button: "Rechercher",
  foundNone: "Aucun récit avec {q}",
  found: (n) => count(n, { one: "{n} récit avec {q}", other: "{n} récits avec {q}" }),
  names: "Par leur nom",
  stories: "Récits",
  kinds: {
    topic: "Thème",
    place: "Lieu",
    partner: "Partenaire",
    programme: "Programme",
    pledge: "Engagement",
    plan: "Plan",
  },
  of: (kind, more) => `${kind} : ${more}`,
  busy: "Tant de questions sont venues de votre réseau en une minute que nous n’en prenons plus. Posez la vôtre de nouveau dans une minute.",
  nothing: "Rien trouvé avec tous ces mots.",
  noWords: "Il n’y a pas de mot là-dedans : nous cherchons des lettres et des chiffres.",
  howTo: "Pour mieux trouver",
  hints: [
    "Essayez moins de mots, ou le début d’un mot : trois lettres suffisent.",
    "Essayez le mot dans une autre langue : un récit se trouve dans chaque langue où il est raconté.",
    "Accents et majuscules ne changent rien.",
  ],
  onlyIn:
    "Vous avez cherché dans une seule langue ({language}). [Chercher dans toutes les langues].",
  instead: "Ou passez par",
  allStories: "Tous les récits, par métier et situation",
  atlas: "L’atlas des lieux",
  pledges: "Les engagements",
  tell: "Personne ne l’a encore raconté ? Racontez le vôtre",
  pages: "Pages",
  newer: "Avant",
  older: "Suite",
  pageOf: (page, pages) => `${page} sur ${pages}`,
};

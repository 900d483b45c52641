/** The words of the desk's own form for asks and offers, in French. */
import type { AcceptWords } from "./en.ts";

export const fr: AcceptWords = {
  lang: "fr",
  one: "Demande ou offre",
  many: "Demandes et offres",
  notAgreed:
    "La personne qui l’a envoyé n’a pas accepté la publication. Cela peut devenir quelque chose qui existe déjà ici, ou être refusé.",
  becomes: "Ce que cela devient",
  ways: {
    opportunity: "L’afficher comme demande ou offre",
    place: "En faire un lieu",
    project: "En faire un projet",
    partner: "En faire un partenaire",
    standing: "C’est devenu quelque chose qui existe ici",
  },
  near: "Près de",
  placeName: "Nom du lieu",
  projectTitle: "Titre du projet",
  partnerName: "Nom du partenaire",
  partnerSort: "Quelle sorte de partenaire",
  path: "Son adresse",
  pathHint:
    "Par exemple /places/mankosi, ou une adresse entière de ce site. La personne qui a écrit voit le lien.",
  text: "Les mots qui restent",
  textHint: "Tels qu’ils ont été envoyés, ou les vôtres. Sans aucun moyen de joindre quelqu’un.",
  place: "Un lieu qui a une page",
  placeHint: "La dernière partie de son adresse, par exemple mankosi ; ou rien.",
  slug: (path) => `Son adresse : ${path}`,
  country: "Pays",
  lat: "Degrés de latitude",
  latHint: "Arrondis à 0,1 degré, environ 11 km, avant d’être montrés.",
  lon: "Degrés de longitude",
  problems: {
    as: "Choisissez ce que cela devient.",
    path: "Écrivez l’adresse d’une page de ce site, par exemple /places/mankosi.",
    nothingThere: "Il n’y a rien à cette adresse.",
    country: "Écrivez le nom d’un pays, ou deux lettres comme ZA.",
    lat: "Écrivez des degrés de -90 à 90, par exemple -31.98.",
    lon: "Écrivez des degrés de -180 à 180, par exemple 29.15.",
    position:
      "Un nouveau lieu a besoin d’un pays et des deux degrés, par exemple ZA, -31.9 et 29.1.",
    slug: "Écrivez seulement a-z, 0-9 et -.",
    taken:
      "Il y a déjà quelque chose à cette adresse. Choisissez-en une autre, ou acceptez avec ce qui s’y trouve.",
    contact:
      "Il y a là ce qui ressemble à une adresse ou à un numéro de téléphone. Écrivez sans aucun moyen de joindre quelqu’un.",
  },
};

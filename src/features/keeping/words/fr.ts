/** The words of keeping, in French. */
import type { AloudWords, BookWords, KeepWords } from "./en.ts";

export const book: BookWords = {
  lang: "fr",
  by: (names) => `Par ${names}`,
  from: "De",
  cover: "La marque de la campagne.",
  coverOf: (place) => `Globe où ${place} est marqué.`,
  contents: "Sommaire",
  titlePage: "Page de titre",
  sources: "Sources",
  access:
    "Texte avec des titres en ordre et un sommaire ; chaque image a une description ; rien ne dépend de la couleur, du son ou du mouvement.",
  machine: "traduction automatique, en attente de relecture",
  person: "en attente de relecture",
};

export const keep: KeepWords = {
  lang: "fr",
  title: "Garder et lire plus tard",
  description: "Des récits gardés sur votre téléphone, à lire sans liaison.",
  stand:
    "Les récits que vous gardez ici, et les vingt derniers que vous avez lus, s’ouvrent sans liaison. Ils sont sur votre téléphone et nulle part ailleurs.",
  plain: "Cette partie a besoin de son script. Ce qui suit marche sans lui.",
  unable:
    "Votre navigateur ne garde des pages que depuis une adresse sûre (https), et celle-ci ne l’est pas. Ce qui suit marche tout de même.",
  add: "Garder {title}",
  kept: "Gardé. Il s’ouvre désormais sans liaison.",
  notKept: "Il n’a pas pu être reçu. Réessayez quand il y a une liaison.",
  later: "À lire plus tard",
  noLater: "Rien encore. Chaque récit a un lien « Lire plus tard ».",
  read: "Lus récemment",
  noRead: "Rien encore. Désormais, les récits que vous ouvrez sont gardés.",
  onPhone: "Ce qui est sur ce téléphone",
  whatIsKept:
    "Les pages de la liste ci-dessus avec leurs petites images, et cette page : environ un demi-mégaoctet. Personne d’autre ne l’apprend. Quand il y a une liaison, votre navigateur demande si chacune est encore là ; un récit retiré quitte alors votre téléphone.",
  forget: "Tout oublier",
  forgotten: "Tout est oublié, et plus rien n’est gardé.",
  instead: "Sans script, sans https",
  print: "à imprimer : sans image",
  storyBook: "Ce récit en livre (EPUB)",
  book: "Tous les récits en livre (EPUB)",
  readLater: "Lire plus tard",
  epub: "Livre (EPUB)",
  aloud: "Plus grand, ou lu à voix haute",
};

export const aloud: AloudWords = {
  lang: "fr",
  settings: "Comment lire",
  back: "Le récit tel quel",
  size: "Lettres",
  space: "Lignes",
  play: "Lire à voix haute",
  pause: "Pause",
  again: "Une phrase en arrière",
  noVoice:
    "Cet appareil n’a pas de voix pour la langue de ce récit. Ses réglages de parole en offrent peut-être une.",
  recorded: "Une voix enregistrée",
  sources: "Sources",
  sizes: ["comme d’habitude", "plus grandes", "grandes", "très grandes"],
  spaces: ["comme d’habitude", "plus espacées", "très espacées"],
};

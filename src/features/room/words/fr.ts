/** The words of the hashtag's room, in French. */
import { counting } from "../../../platform/words/counted.ts";
import type { RoomWords } from "./en.ts";

const count = counting("fr");

export const fr: RoomWords = {
  lang: "fr",
  title: "Conversation",
  topics: "Thèmes",
  inAnyLanguage: (n) =>
    count(n, { one: "{n} thème, toutes les langues.", other: "{n} thèmes, toutes les langues." }),
  answerHere: "Dites-le ici, avec ou sans nom.",
  joinFrom: (hashtag) => `Dites-le ici, ou d’où vous écrivez, avec ${hashtag}.`,
  say: "Dire quelque chose",
  answer: "Répondre",
  answerOn: " sur {topic}",
  first: "la vôtre peut être la première",
  rules: "Comment nous parlons",
  rulesAre:
    "De faits et de chiffres, avec vos mots. Une personne lit ce qui est envoyé, et dit pourquoi quand quelque chose est retiré.",
  outOf: "Dans les récits :",
  all: (n) => count(n, { one: "le {n}", other: "les {n}" }),
  lastSaid: "Dit en dernier :",
  readAll: (n) => count(n, { one: "{n} commentaire", other: "Les {n} commentaires" }),
  goesOn: "Lire la suite",
  room: "Dit avec {hashtag}",
  roomWithout: "Dit à la campagne",
  roomIs:
    "De ce site, du fédivers et de pages d’ailleurs, le plus récent d’abord. Chaque mot dit d’où il vient, et rien d’un autre site n’est chargé ici.",
  none: "Personne n’a encore rien dit ici. Votre voix peut être la première.",
  propose: "Nous montrer une page",
  pages: "Pages",
  pageOf: (n, all) => `Page ${n} sur ${all}`,
  newer: "Plus récent",
  older: "Plus ancien",
  feed: "Flux",
  feedOf: (name) => `La conversation, ${name}`,
  feedIs: "Ce que disent les gens, une fois qu’une personne l’a lu.",
  card: {
    lead: "Un article, un message, un film : de n’importe quel réseau et de n’importe quel site. Vous en écrivez le titre et une phrase ; rien n’en est chargé ici, et les lecteurs voient le chemin.",
    url: "Son adresse",
    title: "Son titre, ou ce que c’est",
    by: "Qui le dit",
    byHint: "Un nom, un journal, une organisation. Peut rester vide.",
    text: "Une ligne de son texte, entre guillemets, ou une phrase de vous",
    textHint: "Au plus 500 caractères, dans n’importe quelle langue.",
    about: "Où est sa place",
    language: "Dans quelle langue est cette ligne ?",
    languageHint: "Par exemple en, fr, sw. Peut rester vide.",
    send: "Envoyer",
    next: "Une personne le lit avant que ce soit affiché. Nous disons pourquoi quand quelque chose ne l’est pas.",
    urlExpected: "Écrivez une adresse qui commence par https:// ou http://.",
    titleExpected: "Écrivez un titre d’au plus 200 caractères.",
    byExpected: "Écrivez un nom d’au plus 200 caractères.",
    textExpected: "Écrivez une ligne d’au plus 500 caractères.",
    aboutExpected: "Choisissez l’un d’eux.",
    languageExpected: "Écrivez une langue, par exemple fr.",
    unread: "Ce formulaire n’a pas pu être lu. Remplissez-le de nouveau, s’il vous plaît.",
    stale:
      "Ce formulaire est trop ancien pour être envoyé. Vos mots sont encore ci-dessous ; envoyez-les de nouveau, s’il vous plaît.",
    busy: "Il a été tant envoyé cette heure-ci que rien de plus n’est pris. Vos mots sont encore ci-dessous ; envoyez-les plus tard, s’il vous plaît.",
  },
  desk: {
    title: "Salle du mot-dièse",
    waiting: "La file d’attente",
    card: "Montrer une page d’ailleurs",
    cardIs:
      "De n’importe quel réseau : vous écrivez ce que voient les lecteurs, et rien n’est chargé de là-bas. C’est affiché aussitôt, avec vos mots ; une courte citation dit qui l’a dite.",
    cardSend: "L’afficher",
    cardNext: "Elle est dans la salle dès que vous appuyez.",
    known: "Cette page est déjà ici.",
    taken:
      "Il a déjà été décidé que cette page n’est pas affichée ici. Elle ne revient pas par ce formulaire.",
    held: "Cette page attend dans la file, où quelqu’un d’autre décide.",
    full: "La file ne peut en contenir davantage. Décidez d’abord d’une partie, puis envoyez ceci de nouveau, s’il vous plaît.",
  },
  share: {
    title: (hashtag) => `Faire passer, avec ${hashtag}`,
    titleWithout: "Faire passer",
    mastodon: "Mastodon",
    ours: { message: "Message texte", mail: "Courriel" },
    fediverse: "Le dire dans le fédivers",
    fediverseIs:
      "Mastodon et les siens sont de nombreux serveurs. Nommez le vôtre, et la page suivante a un lien qui l’ouvre avec ces mots ; rien de ce que vous tapez n’est gardé.",
    text: "Ce qui est transmis",
    server: "Votre serveur",
    serverHint: "Par exemple mastodon.social, ou votre identifiant entier, @vous@mastodon.social.",
    serverExpected: "Écrivez le nom d’un serveur, par exemple mastodon.social.",
    next: "Continuer",
    open: (host) => `Ouvrir ${host}`,
    back: "Retour à la conversation",
  },
};

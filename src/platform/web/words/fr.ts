/** What stands on every page, in French. */
import { counting } from "../../words/counted.ts";
import type { Chrome } from "./en.ts";

const count = counting("fr");

export const fr: Chrome = {
  lang: "fr",
  skip: "Aller au texte",
  main: "Principal",
  nav: {
    "/stories": "Récits",
    "/do-good": "Agir",
    "/pledges": "Engagements",
    "/conversation": "Conversation",
    "/take-part": "Participer",
  },
  weight: (weight) =>
    `Cette page pèse ${weight} ko avec son style. Aucun script, aucune police à charger, aucun cookie. Rien n’est gardé sur qui la lit.`,
  weightWithScript: (weight) =>
    `Cette page pèse ${weight} ko avec son style. Un seul petit script, le sien, aucune police à charger, aucun cookie. Rien n’est gardé sur qui la lit.`,
  review:
    "Les mots français de l’interface attendent la relecture d’une personne dont c’est la langue.",
  languages: "Langues",
  search: "Rechercher",
  feed: "Flux",
  data: "Données ouvertes",
  honest: "Comment nous restons honnêtes",
  about: "À propos",
  privacy: "Vie privée",
  press: "Presse",
  events: "Rendez-vous",
  updates: "Nouvelles par courriel",
  lost: "Il n’y a rien à cette adresse",
  lostHint:
    "La page a peut-être été retirée, ou l’adresse contient une faute. Tout commence à l’accueil.",
  failed: "Cette page n’a pas pu être faite",
  failedHint: "La faute est de notre côté et elle a été notée. Réessayez dans une minute.",
  away: "Notre base de données n’est pas joignable en ce moment",
  awayHint:
    "Les pages déjà lues sont toujours là ; rien n’est perdu, et rien de nouveau n’a été gardé. Réessayez dans une minute.",
  full: "Il n’y a plus de place sur notre disque",
  fullHint:
    "Rien de ce que vous avez envoyé n’a été gardé : gardez-le chez vous pour l’instant. Qui fait marcher ce site en voit la raison ; réessayez plus tard.",
  patterns: {
    title: "Ce que disent les trames",
    claimed: "déclaré par l’auteur",
    claimedMeans:
      "Dit par celui qui s’est engagé. Nous l’écrivons pour tout le monde. Le chiffre d’un tiers nommé est « rapporté ».",
    evidenced: "étayé",
    evidencedMeans: "Déposé avec une source ou des données que d’autres peuvent vérifier.",
    attested: "attesté",
    attestedMeans: "Signé ici par quelqu’un d’autre que l’auteur de l’engagement.",
    notFound:
      "Ce que nous n’avons pas trouvé, nous le disons non trouvé par nous, avec le jour de la recherche. Une correction se place à côté de ce qu’elle corrige.",
    log: "Chaque entrée est signée et datée dans [un journal que chacun peut copier et comparer].",
  },
  share: {
    title: "Faites passer",
    link: "Lien à copier",
    message: "Message",
    mail: "Courriel",
    print: "À imprimer : sans image",
  },
  form: {
    choose: "Choisissez",
    done: "C’est fait.",
    nothingSent: "Rien n’est encore envoyé.",
    fields: (n) => count(n, { one: "Un champ est à revoir.", other: "{n} champs sont à revoir." }),
  },
};

/** The words of the open letter, in French. */
import { counting } from "../../../platform/words/counted.ts";
import type { LetterWords } from "./en.ts";

const count = counting("fr");

export const fr: LetterWords = {
  lang: "fr",
  open: "La lettre ouverte",
  share: "Je partage ces buts",
  sign: "Signer",
  signed: (n) => count(n, { one: "{n} signature.", other: "{n} signatures." }),
  nobody: "Personne n’a encore signé. Votre nom peut être le premier.",
  latest: "Les dernières :",
  readIt: "Lire la lettre",
  who: "Qui a signé",
  selfReported:
    "Déclaré par chacun : confirmé par un lien dans un courriel ou sur papier ; aucune pièce d’identité n’a été demandée. Qui n’a pas confirmé n’est pas compté.",
  unread: (n) =>
    count(n, {
      one: "Le nom de {n} d’entre eux n’a pas encore été lu, ou n’est pas affiché.",
      other: "Les noms de {n} d’entre eux n’ont pas encore été lus, ou ne sont pas affichés.",
    }),
  byKind: "Par sorte",
  byCountry: "Par pays",
  kinds: {
    person: "Personne",
    carrier: "Opérateur",
    company: "Entreprise",
    community: "Organisation locale",
    activist: "Militant ou militante",
  },
  names: "Noms",
  onPaper: (by) => `sur papier, gardé par ${by}`,
  find: "Chercher un nom ou un lieu",
  findButton: "Chercher",
  found: (n) => count(n, { one: "{n} nom trouvé.", other: "{n} noms trouvés." }),
  all: "Tous les noms",
  pages: "Pages",
  pageOf: (n, all) => `Page ${n} sur ${all}`,
  newer: "Plus récent",
  older: "Plus ancien",
  feed: "Flux",
  table: "En tableau (CSV)",
  feedOf: (title, name) => `${title}, ${name}`,
  form: {
    title: "Je partage ces buts",
    lead: "Signez de votre nom, ou d’un nom que vous choisissez. Un courriel avec un lien vous parvient ; en appuyant sur son bouton, vous êtes du nombre. Une personne lit votre nom avant qu’il soit affiché.",
    name: "Votre nom, ou celui que vous choisissez",
    nameHint: "Il est affiché. Une organisation signe du sien.",
    kind: "Vous signez comme",
    place: "Votre lieu (peut rester vide)",
    placeHint: "Un village, une ville, une région : aussi précis que vous voulez le montrer.",
    country: "Pays (peut rester vide)",
    words: "Une phrase de vous (peut rester vide)",
    wordsHint:
      "Au plus 280 caractères, dans n’importe quelle langue. Elle est lue avant d’être affichée.",
    address: "Votre adresse de courriel",
    addressHint:
      "Elle n’est jamais affichée ; il n’en est gardé qu’une empreinte, pour qu’une adresse signe une fois.",
    send: "Envoyez-moi le lien",
    noMail:
      "Cette copie de la campagne ne peut pas envoyer de courriel ; elle prend donc les signatures sur papier : demandez à celles et ceux qui la tiennent.",
    askedTitle: "Regardez votre courriel",
    asked:
      "Si l’adresse est juste, un courriel avec un lien est en route. Rien n’est compté avant que vous appuyiez sur son bouton ; le lien vaut trois jours.",
    stale:
      "Ce formulaire est trop ancien pour être envoyé. Envoyez-le de nouveau, s’il vous plaît.",
    unread: "Ce formulaire n’a pas pu être lu. Remplissez-le de nouveau, s’il vous plaît.",
    busy: "Tant de gens ont signé cette heure-ci que rien de plus n’est pris. Envoyez-le plus tard, s’il vous plaît.",
    nameExpected: "Écrivez un nom d’au plus 80 caractères, sans adresse dedans.",
    placeExpected: "Écrivez un lieu d’au plus 80 caractères, sans adresse dedans.",
    wordsExpected: "Écrivez une phrase d’au plus 280 caractères, sans adresse dedans.",
    addressExpected: "Écrivez une adresse de courriel, par exemple ana@example.org.",
    choose: "Choisissez l’un d’eux.",
  },
  mine: {
    title: "Votre signature",
    states: {
      asked: "Appuyez sur le bouton, et votre signature compte.",
      confirmed: "Votre signature compte. Une personne lit votre nom avant qu’il soit affiché.",
      named: "Votre signature compte, et votre nom est affiché.",
      unnamed: "Votre signature compte. Votre nom n’est pas affiché.",
      withdrawn: "Vous l’avez retirée. Elle n’est plus ici.",
    },
    lost: "Ce lien ne vaut plus, ou cette adresse a déjà signé.",
    again: "Signer la lettre",
    youSign: "Vous signez comme",
    confirm: "Je partage ces buts",
    reason: "Pourquoi",
    keep: "Gardez cette adresse, ou le courriel : c’est le seul moyen d’enlever votre nom.",
    takeBack: "La retirer",
    sure: "Enlever ma signature et effacer mon nom",
    unsure: "Rien n’a été retiré : cochez d’abord la case.",
    takeBackSend: "La retirer",
    see: "À la lettre",
  },
  mail: {
    subject: (title) => `Confirmez votre signature : ${title}`,
    text: (campaign, title, name, link) =>
      `Quelqu’un, vous nous l’espérons, veut signer « ${title} » de ${campaign} sous le nom de ${name}.\n\nPour le confirmer, ouvrez cette adresse et appuyez sur le bouton. Elle vaut trois jours :\n${link}\n\nGardez ce courriel : à la même adresse, vous pouvez enlever votre nom.\nSi ce n’était pas vous, ne faites rien : personne n’est compté, et vous n’en entendrez plus parler.\n`,
    againSubject: (title) => `Vous avez déjà signé : ${title}`,
    again: (campaign, title, day, link) =>
      `Quelqu’un, vous nous l’espérons, veut signer « ${title} » de ${campaign}. Cette adresse a signé le ${day}, et une adresse signe une fois.\n\nVotre signature, et le moyen de la retirer :\n${link}\n`,
  },
  paper: {
    title: "Signé sur papier",
    lead: "Tapez les noms d’une feuille signée à la main. Vous gardez la feuille ; qui y figure peut demander d’en être enlevé. La même ligne tapée deux fois compte une fois.",
    list: "Noms, un par ligne ; un lieu après un point-virgule",
    listHint: "Par exemple : Amina Diallo; Mankosi",
    by: "Qui garde la feuille",
    byHint: "C’est affiché à côté des noms.",
    where: "Où cela a été signé",
    wheres: { desk: "Devant des gens de la campagne", hub: "Dans un relais" },
    send: "Les ajouter à la lettre",
    added: (n) =>
      count(n, { one: "{n} signature a été ajoutée.", other: "{n} signatures ont été ajoutées." }),
    byExpected: "Écrivez le nom de qui garde la feuille, d’au plus 80 caractères.",
    listExpected: (most) => `Écrivez au moins un nom, et au plus ${most} lignes.`,
    lineExpected: (n) =>
      `Ligne ${n} : écrivez un nom et, si vous voulez, un lieu, chacun d’au plus 80 caractères et sans adresse dedans.`,
  },
  desk: {
    title: "Lettre ouverte",
    waits: "noms de la lettre ouverte à lire",
    none: "Aucun nom n’attend.",
    noLetter:
      "Il n’y a pas encore de lettre : écrivez une page libre avec l’adresse « letter » dans les réglages, ou pages/letter.md dans le dossier de la campagne.",
    reading: "Noms à lire",
    readingIs: "Chacun est déjà compté. N’est affiché que ce que vous laissez passer.",
    show: "L’afficher",
    showWithout: "Afficher le nom sans la phrase",
    leaveOut: "Ne pas afficher le nom",
    reason: "Pourquoi il n’est pas affiché (qui a signé le lit)",
    reasonExpected:
      "Rien n’a été décidé : dites en 500 caractères au plus pourquoi le nom n’est pas affiché.",
    late: "C’est déjà décidé, ou retiré.",
    showAll: (n) => count(n, { one: "L’afficher", other: "Les afficher tous ({n})" }),
    takeOff: "Enlever une signature",
    takeOffIs:
      "Pour un nom qui ne devrait pas être ici, ou quelqu’un sur une feuille qui le demande. Elle est effacée, et le nombre diminue.",
    takeOffSend: "L’enlever",
    takeOffReason: "Pourquoi (c’est écrit dans le journal)",
    numbers: "La lettre",
  },
};

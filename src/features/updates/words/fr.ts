/** The words of e-mail updates, in French. */
import { counting } from "../../../platform/words/counted.ts";
import type { Words } from "./en.ts";

const count = counting("fr");

export const fr: Words = {
  lang: "fr",
  title: "Nouvelles par courriel",
  description:
    "Les nouveaux récits par courriel : texte simple, 10 ko au plus chacun, sans image qui vous compte.",
  lead: "Les nouveaux récits en texte simple, 10 ko au plus chacun. Aucune image qui vous compte, aucun lien qui vous suit. Un geste suffit pour arrêter, et votre adresse est alors effacée.",
  address: "Votre adresse de courriel",
  language: "Dans quelle langue ?",
  languageHint: "Un récit y vient si quelqu’un l’a traduit, et sinon tel qu’il a été raconté.",
  what: "Quels récits ?",
  all: "Tous les récits",
  topic: (name) => `Sur : ${name}`,
  place: (name) => `De : ${name}`,
  often: "À quel rythme ?",
  each: "Quand un récit paraît",
  daily: "Un courriel par jour, les jours où paraît un récit",
  send: "Demander",
  next: "Et ensuite",
  steps: [
    ["Nous vous envoyons un courriel", "pour être sûrs que l’adresse est la vôtre"],
    [
      "Vous appuyez sur le bouton derrière son lien",
      "sans cela plus rien ne vient, et l’adresse est effacée après trois jours",
    ],
    ["Les récits arrivent", "seulement ceux dont les personnes ont accepté l’envoi par courriel"],
    ["Vous arrêtez quand vous voulez", "par le lien de chaque courriel, ou dans votre messagerie"],
  ],
  feeds: "Vous pouvez aussi suivre sans rien nous dire, avec un lecteur de flux :",
  feed: "tous les récits en flux",
  none: "Cette copie n’a pas de serveur de courriel et ne peut donc rien envoyer.",
  askedTitle: "Regardez votre courrier",
  asked:
    "Si l’adresse est juste, un courriel est en route. Appuyez sur le bouton derrière son lien dans les trois jours. Si rien ne vient, regardez dans les indésirables, ou demandez de nouveau.",
  confirmTitle: "Encore un geste",
  confirmText: "Les nouveaux récits viendront ensuite à votre adresse.",
  confirmButton: "Oui, envoyez-moi les nouvelles",
  confirmedTitle: "C’est réglé",
  confirmed: "Les nouveaux récits viendront à vous. Chaque courriel dit comment arrêter.",
  confirmLost:
    "Ce lien a déjà servi, ou ses trois jours sont passés. S’il était à vous, les nouvelles viennent, ou peuvent être demandées de nouveau.",
  askAgain: "Demander de nouveau",
  stopTitle: "Arrêter les nouvelles ?",
  stopText:
    "Votre adresse est alors effacée ici. Vous pouvez vous inscrire de nouveau quand vous voulez.",
  stopButton: "Arrêter et effacer mon adresse",
  stoppedTitle: "C’est arrêté",
  stopped: "Votre adresse n’est plus gardée ici.",
  often429:
    "Il y a eu tant de demandes cette heure-ci que nous n’en prenons plus. Réessayez plus tard.",
  badForm: "Ce n’est pas le formulaire de cette page. Ouvrez-la de nouveau.",
  badAddress: "Écrivez une adresse comme nom@example.org.",
  badChoice: "Choisissez dans la liste.",
  mail: {
    confirmSubject: (name) => `À confirmer : nouvelles de ${name}`,
    confirm: (name, link) =>
      `Quelqu’un, sans doute vous, a demandé que les nouvelles de ${name} viennent par courriel à cette adresse.\n\nSi c’était vous, ouvrez cette page et appuyez sur le bouton, dans les trois jours :\n\n${link}\n\nSinon, ne faites rien : plus rien ne vient, et l’adresse est effacée.\n`,
    digestSubject: (n, name) =>
      `${count(n, { one: "{n} nouveau récit", other: "{n} nouveaux récits" })} de ${name}`,
    otherLanguage: (language) => `Raconté en : ${language} ; pas encore traduit.`,
    goesOn: "La suite est ici :",
    readIt: "Sur le web :",
    sources:
      "Les nombres entre crochets sont des sources ; elles se trouvent avec le récit sur le web.",
    more: (n) => count(n, { one: "Et encore {n} :", other: "Et encore {n} :" }),
    foot: (day) =>
      `Vous l’avez demandé et confirmé (${day}). Pour arrêter et faire effacer votre adresse :`,
  },
  desk: {
    title: "Courriel",
    lead: "Les récits dont les personnes ont accepté l’envoi par courriel partent vers qui les a demandés, quelques minutes après leur publication. Ici, des nombres, et l’adresse de personne.",
    readers: "Abonnés",
    active: (n) => count(n, { one: "{n} confirmé", other: "{n} confirmés" }),
    asked: (n) =>
      count(n, { one: "{n} demande non confirmée", other: "{n} demandes non confirmées" }),
    dead: (n) =>
      count(n, {
        one: "{n} dont le serveur refuse l’adresse",
        other: "{n} dont le serveur refuse l’adresse",
      }),
    each: (n) => count(n, { one: "{n} à chaque récit", other: "{n} à chaque récit" }),
    daily: (n) => count(n, { one: "{n} une fois par jour", other: "{n} une fois par jour" }),
    next: "À venir",
    nothing: "Aucun récit n’attend d’être envoyé.",
    due: (time) => `part après ${time} UTC`,
    held: "retenu par la rédaction",
    hidden: "attend : ne peut pas encore paraître par courriel",
    preview: "Le courriel",
    weight: (weight) => `${weight} tel qu’il part`,
    now: "Envoyer tout de suite",
    hold: "Retenir",
    release: "Laisser partir",
    doubt: "En doute",
    doubtLead: (n) =>
      `${count(n, { one: "Une lettre est peut-être arrivée, ou non.", other: "{n} lettres sont peut-être arrivées, ou non." })} Sa fin était partie quand la connexion a été coupée, ou ce programme arrêté, avant que le serveur de courriel ne confirme. Une telle lettre n’est jamais renvoyée d’elle-même. Le journal du serveur de courriel le sait : cherchez-y le nom qui accompagne la lettre.`,
    doubtMore: (n) => count(n, { one: "Et {n} autre.", other: "Et {n} autres." }),
    doubtAt: (time) => `terminée à ${time} UTC`,
    again: "Renvoyer",
    againAll: "Tout renvoyer",
    leave: "Laisser",
    leaveAll: "Tout laisser",
    doubtWhat:
      "Renvoyée, elle arrive deux fois chez qui l’a reçue. Laissée, elle n’arrive jamais chez qui ne l’a pas.",
    doubtWaits: "lettres en doute",
    last: "Envoyés",
    lastNone: "Rien n’a encore été envoyé.",
    when: "Quand",
    whom: "À",
    sent: "envoyés",
    waiting: "en attente",
    failed: "refusés",
    unsure: "en doute",
    dropped: "non envoyés",
    error: "Dernier refus",
    noServer: "Aucun serveur de courriel n’est nommé (CND_MAIL), donc rien ne part.",
  },
};

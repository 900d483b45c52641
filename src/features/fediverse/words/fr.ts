/** The words of the fediverse's part of the desk, in French. */
import { counting } from "../../../platform/words/counted.ts";
import type { Words } from "./en.ts";

const count = counting("fr");

export const fr: Words = {
  lang: "fr",
  title: "Le fédivers",
  lead: (handle) =>
    `Des serveurs d’autres gens, où récits et engagements se suivent sous le nom ${handle}. Ce qui s’y dit de quelque chose d’ici attend dans la file de la conversation.`,
  off: "Cette campagne ne parle pas avec le fédivers : ses adresses là-bas répondent qu’il n’y a rien, et rien n’est envoyé.",
  notHere:
    "D’autres serveurs ne peuvent pas atteindre celui-ci : son adresse publique doit commencer par https et n’avoir pas de chemin. La page d’exploitation dit comment.",
  turnOff: "Ne plus parler avec le fédivers",
  turnOn: "Parler avec le fédivers",
  held: "Retenu après une restauration",
  heldIs: (n: number) =>
    count(n, {
      one: "{n} message attendait quand la sauvegarde a été faite. Il est peut-être parti depuis.",
      other:
        "{n} messages attendaient quand la sauvegarde a été faite. Ils sont peut-être partis depuis.",
    }),
  heldSend: "Les envoyer ; qui les a déjà les reconnaît",
  heldDrop: "Les oublier",
  do: "Y faire quelque chose",
  address: "Adresse d’un compte ou d’un message, ou un nom tel que @amina@social.example",
  what: "Quoi",
  deeds: {
    follow: "Suivre le compte",
    unfollow: "Ne plus le suivre",
    like: "Aimer le message",
    unlike: "Ne plus l’aimer",
    boost: "Faire passer le message à qui nous suit",
    unboost: "Reprendre cela",
    fetch: "Chercher le message et son fil pour la file d’attente",
  },
  doIt: "Le faire",
  noAddress:
    "Écrivez l’adresse de quelque chose sur un autre serveur, ou un nom tel que @amina@social.example.",
  nobody: "Personne et rien n’y a été trouvé. Vérifiez l’adresse, s’il vous plaît.",
  failed: "Cela n’a pas pu se faire maintenant. Réessayez dans une minute, s’il vous plaît.",
  shut: "Tenu dehors",
  shutLead:
    "Masqué : rien de lui n’est affiché. Bloqué : rien de lui n’est pris, il ne nous suit plus, et un compte l’apprend par son serveur. Ce qui a été affiché avant reste jusqu’à ce que la file le retire.",
  who: "Adresse d’un compte, ou nom d’un serveur tel que social.example",
  how: "Comment",
  muted: "masquer",
  blocked: "bloquer",
  isMuted: "masqué",
  isBlocked: "bloqué",
  note: "Pourquoi, pour la rédaction seule",
  keepOut: "Tenir dehors",
  letIn: "Laisser revenir",
  shutNone: "Personne n’est tenu dehors.",
  shutFull: "La liste est pleine. Laissez d’abord revenir quelqu’un.",
  servers: "Serveurs qui suivent",
  serversNone: "Personne sur un autre serveur ne suit encore.",
  state: {
    open: "prend ce qui est envoyé",
    resting: "se repose après des échecs",
    dead: "plus rien ne lui est écrit",
  },
  followers: (n) => count(n, { one: "{n} abonné", other: "{n} abonnés" }),
  waits: (n) => count(n, { one: "{n} message attend", other: "{n} messages attendent" }),
  again: (when) => `prochain essai ${when}`,
  following: "Qui nous suivons",
  followingNone: "Nous ne suivons personne.",
  asked: "demandé",
  accepted: "suivi",
  refused: "a refusé",
  speaks: "Ce que nous parlons",
  speaksWhat:
    "ActivityPub avec WebFinger, NodeInfo 2.1 et les deux sortes de signatures (RFC 9421 et draft-cavage-12). Récits et engagements sont des articles, les commentaires faits ici des notes. FEDERATION.md, dans le dossier du programme, dit le reste.",
};

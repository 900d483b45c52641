/** What stands around every page of the desk, in French. */
import type { DoorWords } from "./en.ts";

export const fr: DoorWords = {
  lang: "fr",
  desk: "Rédaction",
  parts: {
    "/desk": "Rédaction",
    "/desk/queue": "File d’attente",
    "/desk/conversation": "Conversation",
    "/desk/stories": "Récits",
    "/desk/media": "Médias",
    "/desk/calendar": "Calendrier",
    "/desk/plans": "Plans",
    "/desk/events": "Événements",
    "/desk/updates": "Courrier",
    "/desk/room": "Salle du mot-dièse",
    "/desk/fediverse": "Fédivers",
    "/desk/letter": "Lettre ouverte",
    "/desk/counts": "Comptages",
    "/desk/settings": "Réglages",
    "/desk/accounts": "Comptes",
    "/desk/me": "Vous",
  },
  foot: "Page de la rédaction : rien ici n’est public.",
  closed: "Pas ici",
  notDone: "Rien n’a été fait",
  why: {
    role: "Votre compte n’a pas cette partie de la rédaction. Un propriétaire peut vous la donner.",
    foreign:
      "Ce formulaire ne vient pas de notre page, donc rien n’a été fait. Ouvrez de nouveau la rédaction.",
    unread:
      "Ce formulaire n’a pas pu être lu, donc rien n’a été fait. Revenez en arrière et renvoyez-le.",
    long: "Ce formulaire contient plus que ce qui est accepté, donc rien n’a été fait. Revenez en arrière, écrivez moins et renvoyez-le.",
  },
  toDesk: "À la rédaction",
};

/** What stands around every page of the desk, in Portuguese. */
import type { DoorWords } from "./en.ts";

export const pt: DoorWords = {
  lang: "pt",
  desk: "Redação",
  parts: {
    "/desk": "Redação",
    "/desk/queue": "Fila",
    "/desk/conversation": "Conversa",
    "/desk/stories": "Histórias",
    "/desk/media": "Mídia",
    "/desk/calendar": "Calendário",
    "/desk/plans": "Planos",
    "/desk/events": "Eventos",
    "/desk/updates": "Correio",
    "/desk/room": "Sala da hashtag",
    "/desk/fediverse": "Fediverso",
    "/desk/letter": "Carta aberta",
    "/desk/counts": "Contagens",
    "/desk/settings": "Definições",
    "/desk/accounts": "Contas",
    "/desk/me": "Você",
  },
  foot: "Página da redação: nada aqui é público.",
  closed: "Aqui não",
  notDone: "Nada foi feito",
  why: {
    role: "A sua conta não tem esta parte da redação. Um proprietário pode dá-la a você.",
    foreign:
      "Este formulário não veio da nossa página, por isso nada foi feito. Abra a redação de novo.",
    unread:
      "Não foi possível ler este formulário, por isso nada foi feito. Volte atrás e envie-o outra vez.",
    long: "Este formulário contém mais do que se aceita, por isso nada foi feito. Volte atrás, escreva menos e envie-o outra vez.",
  },
  toDesk: "À redação",
};

/** What stands around every page of the desk, in Swahili. */
import type { DoorWords } from "./en.ts";

export const sw: DoorWords = {
  lang: "sw",
  desk: "Dawati",
  parts: {
    "/desk": "Dawati",
    "/desk/queue": "Foleni",
    "/desk/conversation": "Mazungumzo",
    "/desk/stories": "Hadithi",
    "/desk/media": "Filamu na sauti",
    "/desk/calendar": "Kalenda",
    "/desk/plans": "Mipango",
    "/desk/events": "Matukio",
    "/desk/updates": "Barua",
    "/desk/room": "Chumba cha alama",
    "/desk/fediverse": "Fediverse",
    "/desk/letter": "Barua ya wazi",
    "/desk/counts": "Hesabu",
    "/desk/settings": "Mipangilio",
    "/desk/accounts": "Akaunti",
    "/desk/me": "Wewe",
  },
  foot: "Ukurasa wa dawati: hakuna chochote hapa kilicho hadharani.",
  closed: "Si hapa",
  notDone: "Hakuna kilichofanyika",
  why: {
    role: "Akaunti yako haina sehemu hii ya dawati. Mmiliki anaweza kukupa.",
    foreign:
      "Fomu hii haikutoka kwenye ukurasa wetu, kwa hiyo hakuna kilichofanyika. Fungua dawati upya.",
    unread:
      "Fomu hii haikuweza kusomwa, kwa hiyo hakuna kilichofanyika. Rudi nyuma na uitume tena.",
    long: "Fomu hii ina zaidi ya kinachopokelewa, kwa hiyo hakuna kilichofanyika. Rudi nyuma, andika kidogo na uitume tena.",
  },
  toDesk: "Kwenye dawati",
};

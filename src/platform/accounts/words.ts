/** The words around every page of the desk, by language. */
import { catalogue } from "../words/catalogue.ts";

const en = {
  lang: "en",
  desk: "Desk",
  parts: {
    "/desk": "Desk",
    "/desk/queue": "Queue",
    "/desk/conversation": "Conversation",
    "/desk/stories": "Stories",
    "/desk/media": "Media",
    "/desk/calendar": "Calendar",
    "/desk/plans": "Plans",
    "/desk/events": "Events",
    "/desk/updates": "Mail",
    "/desk/room": "Hashtag room",
    "/desk/fediverse": "Fediverse",
    "/desk/letter": "Open letter",
    "/desk/counts": "Counts",
    "/desk/settings": "Settings",
    "/desk/accounts": "Accounts",
    "/desk/me": "You",
  },
  /** Before the page's weight. */
  foot: "Desk view: nothing on this page is public.",
  closed: "Not here",
  notDone: "Nothing was done",
  why: {
    role: "Your account does not have this part of the desk. An owner can give it to you.",
    foreign: "This form did not come from our own page, so nothing was done. Open the desk again.",
    unread: "This form could not be read, so nothing was done. Go back and send it once more.",
    long: "This form holds more than is taken, so nothing was done. Go back, write less and send it again.",
  },
  toDesk: "To the desk",
};

export const wordsIn = catalogue("accounts", en);

export type DoorWords = typeof en;

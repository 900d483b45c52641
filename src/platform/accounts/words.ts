/** The words around every page of the desk, by language. */
import { catalogue } from "../words/catalogue.ts";

const en = {
  lang: "en",
  desk: "Desk",
  /** The groups of its menu. */
  groups: {
    write: "Write",
    sent: "Sent in",
    classes: "Classes",
    field: "Plans and sensors",
    reach: "Reach",
    run: "Run",
  },
  help: "Help",
  /** Below the help of a page; before it come words that are explained. */
  allHelp: "All help",
  /** Before the page's weight. */
  foot: "This is the desk view: nothing on this page is public.",
  closed: "Not available",
  notDone: "Nothing was done",
  why: {
    role: "Your account does not have access to this part of the desk. An owner can give you access.",
    foreign:
      "This form did not come from our own site, so nothing was done. Please open the desk again.",
    unread: "This form could not be read, so nothing was done. Go back and send it again.",
    long: "This form is too long, so nothing was done. Go back, shorten it and send it again.",
  },
  toDesk: "To the desk",
};

export const wordsIn = catalogue("accounts", en);

export type DoorWords = typeof en;

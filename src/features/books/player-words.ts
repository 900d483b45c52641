/** The words of the player of a page that is signed. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { say } from "../../platform/words/message.ts";

const player = {
  lang: "en",
  /** `{language}` is a sign language. */
  name: say("Signed in {language}"),
  play: "Play the page",
  pause: "Pause",
  tap: "Tap a sentence to see it signed over and over, until you tap it again.",
  /** After a sentence or a word, where there is no script: the weight and the length of its clip. */
  clip: say("{length} · {weight}", "length", "weight"),
  speed: "Speed",
  full: "Full",
  half: "Half",
  quarter: "Quarter",
  words: "Words",
  two: "Two switches",
  next: "Next",
  press: "Press it",
  failed: "The film did not load. Please try again when you are online.",
  before: "Previous page",
  after: "Next page",
  help: "Keys and switches",
  keys: "Space plays and pauses. Keys 1 to 9 repeat the signing of a sentence, and Escape stops it. The arrow keys turn the pages.",
  switches:
    "To use two switches, turn on “Two switches”. Space, or the large “Next” button, goes to the next item; Enter, or “Press it”, presses that item. The setting stays on from page to page and is part of the address: save that address to start with the setting on.",
};

export const playerWordsIn = catalogue("book-player", player);
export type PlayerWords = typeof player;

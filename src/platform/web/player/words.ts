/** The player's words in the language of the text beside it; English stands in for others. */
import { catalogue } from "../../words/catalogue.ts";
import { say } from "../../words/message.ts";

const en = {
  lang: "en",
  film: "Film",
  sound: "Sound",
  soundOnly: "Sound only",
  lines: say("{height}p"),
  /** On the poster of a film: how long, how heavy, how long that takes. */
  weighs: say("{length} · {weight} · {time} on 2G", "length", "weight", "time"),
  weighsAlone: say("{weight} · {time} on 2G", "weight", "time"),
  others: "Other sizes, and sound only",
  whole: "as filmed",
  described: "With audio description",
  signed: say("In sign language ({language})"),
  transcript: "Transcript",
  seen: "What the film shows",
  openTranscript: "Transcript as a file",
};

export const playerWords = catalogue("player", en);

export type PlayerWords = typeof en;

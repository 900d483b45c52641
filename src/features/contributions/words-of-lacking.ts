/** What a story that was sent still needs; part of `words.ts`. */
import { say } from "../../platform/words/message.ts";

export const lacking = {
  title: "Still missing",
  consent: "Consent: who is in it, and what each person agrees to",
  own: say("Each person’s own agreement, given with their code: {names}"),
  seen: say("Who can be recognised or heard, and whether they agree: {files}"),
  language: "The language it is in",
  shows: "What the photos show, for people who cannot see them",
  place: "Where it happened; without a place, the story opens with a picture of the Earth",
};

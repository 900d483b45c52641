/** What a story that was sent still needs; part of `words.ts`. */
import { say } from "../../platform/words/message.ts";

export const lacking = {
  title: "Still missing",
  consent: "Consent: who is in the story, and what each person agrees to",
  own: say("Consent from these people, each with their own code: {names}"),
  seen: say("Who can be recognised or heard in {files}, and whether they agree"),
  language: "The language of the story",
  shows: "A description of the photos, for people who cannot see them",
  place: "Where the story happened; without a place, the story opens with a picture of the Earth",
};

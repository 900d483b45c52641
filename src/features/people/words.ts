/** The words of people's pages, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  photo: "Photo",
  title: "Title",
  organisation: "Organisation",
  name: "Name",
  chosen: "chosen by this person",
  publicRole: "Public role",
  weighed: "Why this person is named",
  consent: "Consent from this person",
  aboutMe: "This page is about me",
  purposes: { story: "story", photo: "photo", film: "film", voice: "voice", sign: "sign video" },
  agreed: say("{purposes}: {from} to {until}", "purposes", "from", "until"),
};

export const wordsIn = catalogue("people", en);

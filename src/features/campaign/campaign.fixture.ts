/** A stranger's campaign, with the least that a campaign can say. */
import type { JsonObject } from "../../platform/records/jcs.ts";

export const CAMPAIGN: JsonObject = {
  id: "wells",
  name: "Wells for All",
  claim: "Water is near",
  purpose: "We look for water.",
  hashtag: "WellsForAll",
  language: "en",
  languages: ["en"],
  doGood: "Dig with us.",
  tellTheWorld: "Tell us of your well.",
  topics: [{ id: "depth", name: "Depth", question: "How deep is it?" }],
  walks: [
    { id: "digger", one: "Digger", many: "Diggers" },
    { id: "cook", one: "Cook", many: "Cooks" },
  ],
  disclaimer: "Views of those named.",
  independence: "Nobody named here endorses this.",
};

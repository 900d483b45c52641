/** Where hashtags lead. */
import assert from "node:assert/strict";
import test from "node:test";
import { hashtagsOf } from "./hashtags.ts";

const frame = {
  hashtag: "HillAndValley",
  topics: [
    { id: "economy", name: "The economy", question: "What does it cost?" },
    { id: "village-life", name: "Village life", question: "Who lives here?" },
  ],
};

test("FF20 the campaign's hashtag leads to its room, that of a topic to the topic, however it is written; each stands there once", () => {
  assert.deepEqual(hashtagsOf(frame), [{ name: "HillAndValley", path: "/conversation" }]);
  assert.deepEqual(
    hashtagsOf(
      frame,
      ["economy"],
      ["the ECONOMY", "village life", "long way", "#hillandvalley", "7"],
    ),
    [
      { name: "HillAndValley", path: "/conversation" },
      { name: "Economy", path: "/topics/economy" },
      { name: "VillageLife", path: "/topics/village-life" },
      { name: "LongWay", path: "/conversation" },
    ],
  );
  assert.deepEqual(hashtagsOf({ ...frame, hashtag: "" }, ["gone"]), []);
});

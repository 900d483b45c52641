/** What a story's form shows of the picture with which its page opens. */
import assert from "node:assert/strict";
import test from "node:test";
import type { Frame } from "../../platform/web/frame.ts";
import { places } from "../places/feature.ts";
import { asText, openWorld } from "../places/world.test.kit.ts";
import { openingOf } from "./names.ts";
import { StoryFields } from "./pages/form.tsx";
import type { Typed } from "./typed.ts";
import { wordsIn } from "./words.ts";

const file = (letter: string, type: string) => ({
  media: `${letter.repeat(64)}.${type}`,
  name: `media/${letter}.${type}`,
  bytes: 5000,
  width: 480,
  height: 270,
});
const avif = file("a", "avif");
const night = { wide: avif, small: avif, plain: file("c", "webp"), year: "2016", degrees: 5 };
const named = (name: string, more: object) => ({
  type: "Feature",
  geometry: { type: "Point", coordinates: [20, 10] },
  properties: { name, country: "ZA", ...more },
});

test("W19 where a story has no cover, its form shows the picture of its first place with which its page opens", async () => {
  await using it = await openWorld([places]);
  const sky = { night: { ...night, credit: "NASA" } };
  await it.say("places", "hill", "place.named/1", named("The hill", { sky }));
  await it.say("places", "plain", "place.named/1", named("The plain", {}));
  for (const slug of ["hill", "plain"]) await it.bind("places", slug, slug);
  const formOf = async (typed: Typed) =>
    asText(
      await StoryFields({
        kind: "story",
        typed,
        lang: "en",
        frame: { language: "en", languages: ["en"], walks: [], topics: [] } as unknown as Frame,
        rows: {},
        pages: new Map(),
        offered: {},
        problems: [],
        words: wordsIn("en"),
        opening: await openingOf(it.db, typed),
      }),
    );
  assert.match(
    await formOf({ places: "hill, plain" }),
    new RegExp(`${avif.media}.*opens with this picture: <bdi>The hill</bdi> from space`, "s"),
  );
  for (const typed of [
    { places: "plain, hill" },
    { places: "hill", cover_file: "well.jpg" },
    { places: "nowhere" },
    {},
  ])
    assert.doesNotMatch(await formOf(typed), /from space/, JSON.stringify(typed));
});

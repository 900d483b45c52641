/** A story as the fediverse is told it (rules of platform/federation). */
import assert from "node:assert/strict";
import test from "node:test";
import { people } from "../people/feature.ts";
import { places } from "../places/feature.ts";
import { partners } from "../partners/feature.ts";
import { programmes } from "../programmes/feature.ts";
import { stories } from "./feature.ts";
import { storiesSpeak } from "./federation.ts";
import { openStage, story, TODAY } from "./stage.fixture.ts";

test("FF17 its pictures are attached and not repeated in words, and its sources stand last, as a list in its language", async () => {
  await using stage = await openStage([places, partners, people, programmes, stories]);
  const file = { media: `${"a".repeat(64)}.webp`, name: "media/well.webp", bytes: 24_000 };
  const told = story({
    language: "fr",
    pictures: [{ name: "well", file, alt: "Un puits" }],
    sources: [
      { title: "A & page", url: "https://source.example/a" },
      { title: "Another", url: "https://source.example/b" },
    ],
    markdown: "Un puits.[^1]\n\n![Le puits](picture:well)\n\nEt après.[^2]",
  });
  const subject = await stage.open("story.told/1", "stories", "well", told);
  const { db, frame } = stage;
  const post = (await storiesSpeak.post({ db, frame, today: TODAY }, subject))!;
  assert.deepEqual(
    post.attachments.map(({ alt, media }) => [alt, media]),
    [["Un puits", file.media]],
  );
  assert.equal(
    post.html,
    "<p>Un puits.[1]</p>\n<p>Et après.[2]</p>\n<p><strong>Sources</strong></p>" +
      '<ol><li><a href="https://source.example/a">A &amp; page</a></li>' +
      '<li><a href="https://source.example/b">Another</a></li></ol>',
  );
});

test("PE13 PE10 law: whatever is said about somebody who is known already is heard of, so that what may go out no more is taken back there", () => {
  const kinds = people.model!.kinds;
  const about = Object.keys(kinds).filter((kind) => !kinds[kind]!.opens);
  assert.ok(about.length >= 6, about.join(" "));
  assert.deepEqual(
    about.filter((kind) => !storiesSpeak.kinds.includes(kind)),
    [],
  );
});

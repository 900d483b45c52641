import assert from "node:assert/strict";
import test from "node:test";
import { conversation } from "../conversation/feature.ts";
import { partners } from "../partners/feature.ts";
import { people } from "../people/feature.ts";
import { places } from "../places/feature.ts";
import { programmes } from "../programmes/feature.ts";
import { stories } from "../stories/feature.ts";
import { CONSENT, openStage, ROLE, story, TODAY } from "../stories/stage.fixture.ts";
import { newsletter } from "./feature.ts";
import { mailable, mailStoriesIn } from "./mail-stories.ts";

test("U4 a story goes out by mail only where everybody in it is covered for mail, and its day has come", async () => {
  await using stage = await openStage([
    places,
    partners,
    people,
    programmes,
    stories,
    conversation,
    newsletter,
  ]);
  const channels = [...CONSENT.channels, "mail"];
  const who = (name: string, more: object) =>
    stage.open("person.named/1", "people", name, { name, ...more });
  const shy = await who("shy", { consent: CONSENT });
  const open = await who("open", { consent: { ...CONSENT, channels } });
  const known = await who("known", { role: ROLE });
  const told = (slug: string, set: Parameters<typeof story>[0]) =>
    stage.open("story.told/1", "stories", slug, story(set));
  const both = await told("both", { people: [open, known] });
  const hidden = await told("hidden", { people: [known, shy] });
  const later = await told("later", { people: [known], published: "2026-12-24" });
  const all = [both, hidden, later];
  const may = (today: string) =>
    stage.db
      .transaction()
      .execute((db) => mailable(db, all, today))
      .then((found) => found.map((one) => one.subject));
  assert.deepEqual(await may(TODAY), [both]);
  assert.ok((await may("2026-12-24")).includes(later));
  assert.equal((await mailStoriesIn(stage.db, stage.frame, all, "en", TODAY)).length, 1);
  await stage.say("story.withdrawn/1", both, {});
  assert.deepEqual(await may(TODAY), []);
});

import assert from "node:assert/strict";
import test from "node:test";
import { partners } from "../partners/feature.ts";
import { places } from "../places/feature.ts";
import { openWorld } from "../places/world.test.kit.ts";
import { speaking } from "../../platform/texts/view.ts";
import { unmarked } from "../../platform/words/fallback.ts";
import { events } from "./feature.ts";
import { eventAt } from "./queries.ts";

test("E9 an event is in the reader's language where it is translated, and one that is told in another stays in that", async () => {
  await using it = await openWorld([places, partners, events]);
  const event = {
    title: "Open day",
    summary: "Come and see.",
    start: "2026-12-05 10:00",
    end: "2026-12-05 12:00",
    zone: "Africa/Johannesburg",
    address: "online",
  };
  for (const [slug, more] of [
    ["own", {}],
    ["said", { language: "en" }],
    ["other", { language: "es" }],
  ] as const)
    await it.say("events", slug, "event.announced/1", { ...event, ...more });
  const french = speaking(it.db, {
    lang: "fr",
    own: "en",
    isUnreviewed: true,
    of: (space, text) =>
      space === "events" && text === "Open day" ? "Portes ouvertes" : undefined,
  });
  const at = async (slug: string, db = french) => (await eventAt(db, slug))?.event;
  for (const slug of ["own", "said"]) {
    const told = await at(slug);
    assert.deepEqual([told?.title, told?.language], ["Portes ouvertes", undefined]);
    assert.notEqual(told?.summary, event.summary, "marked as what nobody translated");
    assert.equal(unmarked(told!.summary), event.summary);
  }
  const other = await at("other");
  assert.deepEqual(
    [other?.title, other?.summary, other?.language],
    ["Open day", event.summary, "es"],
  );
  assert.equal((await at("own", it.db))?.title, "Open day");
});

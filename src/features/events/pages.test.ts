import assert from "node:assert/strict";
import test from "node:test";
import { partners } from "../partners/feature.ts";
import { places } from "../places/feature.ts";
import { openWorld, subjectOf } from "../places/world.test.kit.ts";
import { events } from "./feature.ts";

const open = {
  title: "Open day",
  summary: "Come and see the mast.",
  start: "2026-12-05 10:00",
  end: "2026-12-05 12:00",
  zone: "Africa/Johannesburg",
};

async function world() {
  const it = await openWorld([places, partners, events]);
  await it.say("places", "mankosi", "place.named/1", {
    type: "Feature",
    geometry: { type: "Point", coordinates: [29.15, -31.99] },
    properties: { name: "Mankosi", country: "ZA" },
  });
  return it;
}
const announce = (it: Awaited<ReturnType<typeof world>>, more: object = {}) =>
  it.say("events", "open-day", "event.announced/1", {
    ...open,
    place: subjectOf("places", "mankosi"),
    ...more,
  });

test("E4 a place at which nothing comes has no empty section: it invites as ever, and waits for the first event", async () => {
  await using it = await world();
  assert.match(await it.page("/places/mankosi"), /Yours can be the first/);
  const answer = await it.get("/places/mankosi");
  assert.ok(answer?.kind === "page" && answer.uses.projections?.includes("events"));
  await announce(it);
  const html = await it.page("/places/mankosi");
  assert.match(html, /Events here.*Open day/s);
  assert.doesNotMatch(html, /Yours can be the first/);
  assert.doesNotMatch(await it.page("/places/mankosi", "2026-12-06"), /Events here/);
});

test("E3 the feed says when and where, and that it is cancelled, as of the moment at which that was said", async () => {
  await using it = await world();
  await announce(it, { address: "The school <b>" });
  const feed = async () => {
    const answer = await it.get("/events/feed.xml");
    return answer?.kind === "file" ? String(answer.body) : "";
  };
  assert.match(
    await feed(),
    /<summary>5 December 2026, 10:00–12:00, Johannesburg time\. The school &lt;b&gt;, Mankosi, South Africa\. Come and see/,
  );
  assert.doesNotMatch(await feed(), /Cancelled/);
  const french = await it.get("/events/feed.xml", { lang: "fr" });
  assert.match(
    french?.kind === "file" ? String(french.body) : "",
    /<summary>5 décembre 2026[^<]*à la montre de Johannesburg/,
  );
  const updated = async () => /<entry>.*<updated>([^<]+)</s.exec(await feed())![1]!;
  const before = await updated();
  await it.say("events", "open-day", "event.edited/1", {
    ...open,
    address: "The school",
    cancelled: true,
  });
  assert.match(await feed(), /<summary>Cancelled\. 5 December 2026/);
  assert.ok((await updated()) > before, "or nobody who has read it hears of it");
});

test("E2 an event that is over says so on its own page", async () => {
  await using it = await world();
  await announce(it);
  const head = async (today: string) =>
    /<header.*?<\/header>/s.exec(await it.page("/events/open-day", today))![0];
  assert.doesNotMatch(await head("2026-12-05"), /Over/);
  assert.match(await head("2026-12-06"), /Over/);
});

import assert from "node:assert/strict";
import test from "node:test";
import { placeLabels } from "./map-labels.ts";
import { places, placesShowing } from "./feature.ts";
import { PlaceFilm } from "./film.tsx";
import { WorldMap } from "./world-map.tsx";
import { placeList, type PlaceCard } from "./queries.ts";
import { byNearness } from "./world-map.tsx";
import { asText, openWorld, subjectOf } from "./world.test.kit.ts";

const source = {
  title: "A census",
  url: "https://example.com/census",
  publisher: "An office",
  date: "2020",
};
const feature = (name: string, lon: number, lat: number, more: object = {}) => ({
  type: "Feature",
  geometry: { type: "Point", coordinates: [lon, lat] },
  properties: { name, country: "ZA", ...more },
});

async function world(more: object = {}) {
  const it = await openWorld([places]);
  await it.say("places", "east", "place.named/1", feature("East", 100, 10));
  await it.say("places", "mankosi", "place.named/1", feature("Mankosi <b>", 29.15, -31.99, more));
  return it;
}

test("PL3 a population stands with its source; nothing stands where none is known", async () => {
  await using dated = await world({ population: { value: 3500, asOf: "2020", source } });
  assert.match(
    await dated.page("/places/mankosi"),
    /3,500, 2020.*example\.com\/census.*An office/s,
  );
  await using plain = await world({ population: 37, sources: [source] });
  assert.match(await plain.page("/places/mankosi"), /37<sup><a href="#s1" aria-label="Source 1">/);
  await using silent = await world();
  assert.doesNotMatch(await silent.page("/places/mankosi"), /People/);
});

test("PL5 an old address leads to the present one; an unknown or withdrawn place is no page", async () => {
  await using it = await world();
  await it.bind("places", "mankosi", "mankosi-village");
  const answer = await it.get("/places/mankosi", { lang: "fr" });
  assert.deepEqual(answer?.kind === "redirect" && answer.to, "/places/mankosi-village");
  assert.equal(await it.get("/places/nowhere"), undefined);
  await it.say("places", "east", "place.withdrawn/1", {});
  assert.equal(await it.get("/places/east"), undefined);
});

test("PL6 the map joins the places from west to east and lists them beside", async () => {
  await using it = await world();
  const html = String(
    await WorldMap({ places: await placeList(it.db), lang: "en", to: (path) => path }),
  );
  assert.match(
    html,
    /one line joins 2 places from Mankosi &lt;b&gt; in the west to East in the east/,
  );
  assert.ok(html.indexOf("/places/mankosi") < html.indexOf("/places/east"));
  assert.match(
    String(await WorldMap({ places: [], lang: "en", to: (path) => path })),
    /No places are marked yet/,
  );
});

test("PL6 in the list each place is followed by the nearest of those that are left, over the date line, too", () => {
  const at = (slug: string, lat: number, lon: number) =>
    ({ slug, name: slug, lat, lon }) as unknown as PlaceCard;
  const west = [
    at("fiji", -17, -179.9),
    at("lima", -12, -77),
    at("oslo", 60, 10),
    at("suva", -18, 178),
  ];
  assert.deepEqual(
    byNearness(west).map(({ slug }) => slug),
    ["fiji", "suva", "lima", "oslo"],
  );
  assert.deepEqual(byNearness([]), []);
});

test("PL6 no name on the map covers another", () => {
  const pins = Array.from({ length: 40 }, (_, i) => ({
    x: 400 + (i % 8) * 12,
    y: 200 + Math.floor(i / 8) * 11,
    name: `Place ${i}`,
  }));
  const labels = placeLabels(pins);
  assert.ok(labels.length > 0 && labels.length < pins.length, "crowded names are left to the list");
  const boxes = labels.map(({ x, y, name, anchor }) => {
    const width = name.length * 12.5 * 0.58;
    const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
    return { left, right: left + width, top: y - 12.5, bottom: y + 3 };
  });
  for (const [i, a] of boxes.entries())
    for (const b of boxes.slice(i + 1))
      assert.ok(a.right < b.left || a.left > b.right || a.bottom < b.top || a.top > b.bottom);
});

test("PL8 the measures stand with their source, the others in one line, and only where something is said", async () => {
  const measures = {
    affordable: { price: { value: 25, currency: "ZAR", per: "a month", source } },
  };
  await using told = await world({ measures });
  const html = await told.page("/places/mankosi");
  assert.match(html, /ZAR 25 a month.*example\.com\/census/s);
  assert.match(
    html,
    /We do not yet know: available, latency, outages, encryption, operator, updates, backup power,? and share of income\./,
  );
  assert.equal(html.match(/we do not yet know/gi)?.length, 1);
  await using silent = await world();
  assert.doesNotMatch(await silent.page("/places/mankosi"), /Seamless/);
});

test("PL9 a light cover stands on the page, a heavy one waits behind its weight", async () => {
  const cover = (bytes: number) => ({
    file: { media: `${"a".repeat(64)}.jpg`, name: "media/a.jpg", width: 900, height: 600, bytes },
    alt: "The hill",
  });
  await using light = await world({ cover: cover(14_000) });
  assert.doesNotMatch(await light.page("/places/mankosi"), /<details class="media">/);
  await using heavy = await world({ cover: cover(240_000) });
  const [, button] = /<details class="media"><summary>(.*?)<\/summary>/s.exec(
    await heavy.page("/places/mankosi"),
  )!;
  assert.match(button!, /240 kB · 10 s/);
});

test("PL15 the cover of a place is shown for as long as whoever is on it agrees, and until its day", async () => {
  const media = `${"a".repeat(64)}.jpg`;
  const file = { media, name: "media/well.jpg", bytes: 900, width: 640, height: 400 };
  const amina = subjectOf("people", "amina");
  const asked: string[] = [];
  const showing = placesShowing((_db, { today, lang }) => async () => {
    asked.push(`${today} ${lang}`);
    return { agrees: (one) => one === amina && today < "2026-12-01", changes: () => "2026-12-01" };
  });
  await using it = await openWorld([showing]);
  const cover = { file, alt: "Amina at the well." };
  await it.say("places", "well", "place.named/1", feature("The well", 29, -31, { cover }));
  const says = async (photo: object) =>
    it.say("pictures", "p-a", "picture.edited/1", { photo: media, ...photo });
  const shown = /Amina at the well/;
  await it.say("pictures", "p-a", "picture.described/1", { photo: media, people: [amina] });
  assert.match(await it.page("/places/well"), shown);
  const answer = await it.get("/places/well");
  assert.equal(answer?.kind === "page" && answer.until, "2026-12-01");
  assert.doesNotMatch(await it.page("/places/well", "2026-12-01"), /Amina at the well|a{64}/);
  assert.deepEqual([...new Set(asked)], ["2026-11-24 en", "2026-12-01 en"]);
  await says({ people: [subjectOf("people", "joseph")] });
  assert.doesNotMatch(await it.page("/places/well"), /Amina at the well|a{64}/);
  await says({ until: "2026-11-24" });
  assert.match(await it.page("/places/well"), shown);
  assert.doesNotMatch(await it.page("/places/well", "2026-11-25"), /Amina at the well|a{64}/);
});

test("a place's page says where it is and invites where nothing was told", async () => {
  await using it = await world();
  const html = await it.page("/places/mankosi");
  assert.match(html, /Mankosi &lt;b&gt;/);
  assert.match(html, /31\.99° S, 29\.15° E/);
  assert.match(html, /Yours can be the first/);
  assert.doesNotMatch(html, / style=|<script|onclick/);
});

test("PL7 the state of a place is one of five words with who says it and when, or nothing is said", async () => {
  const state = { value: "connected", asOf: "2020-03", source };
  await using said = await world({ state });
  assert.match(
    await said.page("/places/mankosi"),
    /Connection<\/dt><dd>connected, March 2020<br.*example\.com\/census.*An office, 2020/s,
  );
  assert.deepEqual((await placeList(said.db)).find((p) => p.slug === "mankosi")?.state, state);
  await using told = await world({
    state: { value: "unconnected", asOf: "2026-11-24", saidBy: "somebody <b>there" },
  });
  assert.match(
    await told.page("/places/mankosi"),
    /unconnected, 24 November 2026<br\/?><small>According to somebody &lt;b&gt;there\./,
  );
  await using word = await world({ state: "building", sources: [source] });
  assert.match(
    await word.page("/places/mankosi"),
    /<dt>Connection<\/dt><dd>building<sup><a href="#s1"/,
  );
  for (const form of [
    { value: "building", source },
    { value: "building", asOf: "2020" },
    { value: "offline", asOf: "2020", source },
  ]) {
    await using misfit = await world({ state: form });
    assert.equal(await misfit.get("/places/mankosi"), undefined, JSON.stringify(form));
  }
  await using silent = await world();
  assert.doesNotMatch(await silent.page("/places/mankosi"), /Connection|unconnected/);
  await using odd = await world({ state: "offline" });
  assert.equal(await odd.get("/places/mankosi"), undefined);
});

test("PL12 a film stands on the page of its place as a poster, with its words in the reader's language and the campaign's", async () => {
  const stored = (letter: string, kind: string, bytes: number) => ({
    media: `${letter.repeat(64)}.${kind}`,
    name: `media/${letter}.${kind}`,
    bytes,
  });
  const film = {
    file: stored("a", "mp4", 180_000),
    height: 144,
    seconds: 15,
    poster: { ...stored("b", "webp", 5000), width: 480, height: 270 },
    captions: stored("c", "vtt", 400),
    texts: [
      { language: "fr", captions: stored("d", "vtt", 400), descriptions: stored("e", "vtt", 400) },
      { language: "sw", captions: stored("f", "vtt", 400) },
    ],
    credit: "NASA <2016>",
  };
  await using it = await world({ sky: { film } });
  const english = await it.page("/places/mankosi");
  assert.match(english, /<img class="still" src="\/media\/b+\.webp"[^>]* loading="lazy"/);
  assert.match(english, /<b>Film<\/b> <bdi>0:15 · 180 kB · 8 s on 2G<\/bdi>/);
  assert.match(english, /preload="none"[^>]* src="\/media\/a+\.mp4"/);
  assert.match(english, /Who made the pictures<\/b><\/summary><p[^>]*>NASA &lt;2016&gt;/);
  const tracks = (html: string) =>
    [...html.matchAll(/<track kind="(\w+)"[^>]*srclang="(\w+)"/g)].map(
      (one) => `${one[1]} ${one[2]}`,
    );
  const answer = await it.get("/places/mankosi", { lang: "fr" });
  const french = answer?.kind === "page" ? await asText(await answer.main) : "";
  assert.deepEqual(tracks(french), ["captions fr", "captions en", "descriptions fr"]);
  assert.ok(!french.includes("f".repeat(64)), "others are not named");
  await using bare = await world();
  assert.doesNotMatch(await bare.page("/places/mankosi"), /id="film"/);
  // Where the campaign's short texts are in the reader's language, the words of its film are still in its own.
  const place = { name: "Mankosi", sky: { film } } as unknown as PlaceCard;
  const said = { place, lang: "fr", own: "fr", language: "en", ladders: new Map() };
  const localised = await asText(PlaceFilm(said));
  assert.deepEqual(tracks(localised), ["captions fr", "captions en", "descriptions fr"]);
  assert.match(localised, /d{64}\.vtt" srclang="fr"/);
});

import assert from "node:assert/strict";
import test from "node:test";
import { subjectOf } from "../places/world.test.kit.ts";
import { fileAt, openData } from "./world.test.kit.ts";

test("OD6 places are GeoJSON: longitude first, with what is told there and where to read on", async () => {
  await using it = await openData();
  const data = JSON.parse(await fileAt(it, "/data/places.geojson"));
  assert.equal(data.type, "FeatureCollection");
  assert.equal(data.crs, undefined); // RFC 7946 knows WGS 84 alone
  assert.deepEqual(
    data.features.map((f: { id: string }) => f.id),
    ["dale", "hill"],
  );
  for (const { type, geometry, properties } of data.features) {
    assert.equal(type, "Feature");
    assert.equal(geometry.type, "Point");
    const [lon, lat] = geometry.coordinates;
    assert.ok(Math.abs(lon) <= 180 && Math.abs(lat) <= 90);
    for (const link of Object.values(properties.links)) assert.ok(URL.canParse(link as string));
  }
  const [dale, hill] = data.features;
  assert.deepEqual(hill.geometry, { type: "Point", coordinates: [29.15, -31.99] });
  const subject = subjectOf("places", "hill");
  assert.deepEqual(hill.properties, {
    subject,
    name: "Hill",
    country: "ZA",
    countryName: "South Africa",
    region: "Cape",
    note: "High.",
    population: hill.properties.population,
    stories: [
      {
        subject: subjectOf("stories", "deep"),
        title: "Deep",
        url: "https://example.org/stories/deep",
      },
    ],
    url: "https://example.org/places/hill",
    links: {
      page: "https://example.org/places/hill",
      record: `https://example.org/log/subjects/${subject}`,
      feed: "https://example.org/places/hill/feed.xml",
    },
  });
  assert.equal(hill.properties.population.value, 9);
  assert.deepEqual(dale.properties.stories, []);
});

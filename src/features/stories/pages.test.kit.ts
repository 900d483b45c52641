/** A stage with all that stories name, and what is done on it: what the tests of their pages begin with. */
import assert from "node:assert/strict";
import { partners } from "../partners/feature.ts";
import { people } from "../people/feature.ts";
import { places } from "../places/feature.ts";
import { programmes } from "../programmes/feature.ts";
import { stories } from "./feature.ts";
import { openStage, story, TODAY, type Stage } from "./stage.fixture.ts";

const features = [places, partners, people, programmes, stories];
export const staged = () => openStage(features);

export const place = (stage: Stage, slug: string, lon: number) =>
  stage.open("place.named/1", "places", slug, {
    type: "Feature",
    geometry: { type: "Point", coordinates: [lon, 10] },
    properties: { name: slug.toUpperCase(), country: "ZA" },
  });
export const tell = (stage: Stage, slug: string, set: Parameters<typeof story>[0] = {}) =>
  stage.open("story.told/1", "stories", slug, story({ title: `Story ${slug}`, ...set }));
export const text = async (stage: Stage, path: string, today = TODAY) => {
  const answer = await stage.ask(path, today);
  assert.equal(answer?.kind, "file");
  return answer?.kind === "file" ? String(answer.body) : "";
};

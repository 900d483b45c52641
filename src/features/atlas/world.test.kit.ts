/** The world of the atlas for tests: all that it shows, a place in Kenya that is being built and one in Mexico with a story. */
import { datasets } from "../datasets/feature.ts";
import { measurements } from "../measurements/feature.ts";
import { partners } from "../partners/feature.ts";
import { people } from "../people/feature.ts";
import { openWorld, subjectOf, type World } from "../places/world.test.kit.ts";
import { places } from "../places/feature.ts";
import { pledges } from "../pledges/feature.ts";
import { programmes } from "../programmes/feature.ts";
import { story } from "../stories/stage.fixture.ts";
import { stories } from "../stories/feature.ts";
import { atlas } from "./feature.ts";

export const place = (
  name: string,
  country: string,
  [lon, lat]: [number, number],
  more: object = {},
) => ({
  type: "Feature",
  geometry: { type: "Point", coordinates: [lon, lat] },
  properties: { name, country, ...more },
});

export async function world(): Promise<World> {
  const below = [places, partners, people, programmes, stories, pledges, measurements, datasets];
  const it = await openWorld([...below, atlas]);
  const east = place("East", "KE", [37, 0], { state: "building" });
  await it.say("places", "east", "place.named/1", east);
  await it.say("places", "west", "place.named/1", place("West", "MX", [-96, 17]));
  const told = { title: "What we built", places: [subjectOf("places", "west")] };
  await it.say("stories", "built", "story.told/1", story({ ...told, topics: ["economy"] }));
  return it;
}

/** All places as GeoJSON (RFC 7946), longitude first, each with the stories told there. Rule OD6. */
import { pathIn } from "../../platform/web/frame.ts";
import type { PageRequest } from "../../platform/web/route.ts";
import { countryName } from "../../platform/web/words.ts";
import { allPlaces } from "../places/api.ts";
import { storiesOfPlaces } from "./queries.ts";
import { thingOf } from "./things.ts";

export async function placesGeojson(
  request: PageRequest,
): Promise<{ body: string; until?: string }> {
  const { db, frame, lang } = request;
  const { byPlace, until } = await storiesOfPlaces(request);
  const features = (await allPlaces(db)).map(({ subject, slug, thing: place }) => {
    const { name, country, region, note, population, state, measures, sources, lat, lon } = place;
    const { page, record } = thingOf(request, "places", { subject, slug });
    const stories = (byPlace.get(subject) ?? []).map((story) => ({
      subject: story.subject,
      title: story.title,
      url: `${frame.base}${pathIn(frame, lang, `/stories/${story.slug}`)}`,
    }));
    return {
      type: "Feature",
      id: slug,
      geometry: { type: "Point", coordinates: [lon, lat] },
      properties: {
        subject,
        name,
        country,
        countryName: countryName(country, lang),
        region,
        note,
        population,
        state,
        measures,
        sources,
        stories,
        url: page,
        links: { page, record, feed: `${page}/feed.xml` },
      },
    };
  });
  const body = `${JSON.stringify({ type: "FeatureCollection", features }, undefined, 1)}\n`;
  return { body, ...(until !== undefined && { until }) };
}

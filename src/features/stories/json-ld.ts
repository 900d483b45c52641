/** A story as schema.org describes articles. */
import { cardAddress } from "../../platform/web/cards.ts";
import type { Frame } from "../../platform/web/frame.ts";
import type { PersonCard } from "../people/api.ts";
import { storyPath } from "./naming.ts";
import { whenOf } from "./moments.ts";
import type { StoryView } from "./view.ts";

export function articleOf(view: StoryView, frame: Frame, lang: string): Record<string, unknown> {
  const { story, text, subject, slug, people, authors, places } = view;
  const { published, updated } = whenOf(story);
  return {
    "@context": "https://schema.org",
    "@type": "Article",
    identifier: `urn:sha256:${subject}`,
    url: `${frame.base}${storyPath(frame, text.lang === lang ? lang : story.language, slug)}`,
    headline: text.title,
    image: `${frame.base}${cardAddress(frame, lang, `/stories/${slug}`)}`,
    description: text.summary,
    inLanguage: text.lang,
    datePublished: published,
    ...(updated !== undefined && { dateModified: updated }),
    ...(story.tags && { keywords: story.tags }),
    author: authors.map((a) => ({
      "@type": isPerson(a) ? "Person" : "Organization",
      name: a.name,
      url: `${frame.base}/authors/${a.slug}`,
    })),
    publisher: { "@type": "Organization", name: frame.name, url: frame.base },
    about: [
      ...people.map(({ name }) => ({ "@type": "Person", name })),
      ...places.map(({ name, lat, lon, country }) => ({
        "@type": "Place",
        name,
        address: { "@type": "PostalAddress", addressCountry: country },
        geo: { "@type": "GeoCoordinates", latitude: lat, longitude: lon },
      })),
    ],
  };
}

/** A desk signs too; whoever has a walk of life, a role or a consent is somebody. */
const isPerson = ({ walk, role, consent }: PersonCard): boolean =>
  walk !== undefined || role !== undefined || consent !== undefined;

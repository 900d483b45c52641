/** The open data as schema.org describes datasets, for search engines of data. */
import type { Frame } from "../../platform/web/frame.ts";
import { FILES } from "./files.ts";
import { wordsIn } from "./words.ts";

export function datasetOf(
  frame: Frame,
  subject: string | undefined,
  licence: string | undefined,
): Record<string, unknown> {
  const downloads = FILES.filter(
    ({ path }) => path.startsWith("/data/") || path.startsWith("/feed"),
  );
  return {
    "@context": "https://schema.org",
    "@type": "Dataset",
    name: `${frame.name}: open data`,
    description: `Stories, places, partners, programmes and pledges of ${frame.name}, each figure with its source and its date. ${frame.purpose}`,
    url: `${frame.base}/data`,
    ...(subject !== undefined && { identifier: `urn:sha256:${subject}` }),
    ...(licence !== undefined && { license: licence }),
    isAccessibleForFree: true,
    inLanguage: frame.languages,
    creator: { "@type": "Organization", name: frame.name, url: frame.base },
    distribution: [
      ...downloads.map(({ path, type }) => ({
        "@type": "DataDownload",
        name: wordsIn("en").fileWords[path].name,
        encodingFormat: type,
        contentUrl: `${frame.base}${path}`,
      })),
      {
        "@type": "DataDownload",
        name: "API",
        encodingFormat: "application/json",
        contentUrl: `${frame.base}/api/openapi.json`,
      },
    ],
  };
}

/** Every file of open data that is not the API: where it is, what it holds, its form. */
import type { DataWords } from "./words.ts";

interface OpenFile {
  /** The words name it and say what it holds, under this. */
  readonly path: keyof DataWords["fileWords"];
  readonly form: string;
  readonly type: string;
}

const CSV = { form: "CSV (RFC 4180)", type: "text/csv" };
const GEOJSON = { form: "GeoJSON (RFC 7946)", type: "application/geo+json" };
const ATOM = { form: "Atom", type: "application/atom+xml" };

export const FILES: readonly OpenFile[] = [
  { path: "/data/pledges.csv", ...CSV },
  { path: "/data/claims.csv", ...CSV },
  { path: "/data/places.geojson", ...GEOJSON },
  { path: "/data/iati-activities.xml", form: "IATI 2.03", type: "application/xml" },
  { path: "/data/plans.geojson", ...GEOJSON },
  { path: "/data/plans-points.geojson", ...GEOJSON },
  { path: "/data/plans-lines.geojson", ...GEOJSON },
  { path: "/data/measurements.csv", ...CSV },
  { path: "/data/listening.csv", ...CSV },
  { path: "/data/letter.csv", ...CSV },
  { path: "/conversation/feed.xml", ...ATOM },
  { path: "/feed.xml", ...ATOM },
  { path: "/feed.json", form: "JSON Feed 1.1", type: "application/feed+json" },
  { path: "/log", form: "C2SP tiled log", type: "text/html" },
  { path: "/sitemap.xml", form: "Sitemap", type: "application/xml" },
];

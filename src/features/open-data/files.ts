/** Every file of open data that is not the API: where it is, what it holds, its form. */
import type { DataWords } from "./words.ts";

interface OpenFile {
  /** The words name it and say what it holds, under this. */
  readonly path: keyof DataWords["fileWords"];
  readonly form: string;
  readonly type: string;
}

export const FILES: readonly OpenFile[] = [
  {
    path: "/data/pledges.csv",
    form: "CSV (RFC 4180)",
    type: "text/csv",
  },
  {
    path: "/data/claims.csv",
    form: "CSV (RFC 4180)",
    type: "text/csv",
  },
  {
    path: "/data/places.geojson",
    form: "GeoJSON (RFC 7946)",
    type: "application/geo+json",
  },
  {
    path: "/data/iati-activities.xml",
    form: "IATI 2.03",
    type: "application/xml",
  },
  {
    path: "/data/plans.geojson",
    form: "GeoJSON (RFC 7946)",
    type: "application/geo+json",
  },
  {
    path: "/data/plans-points.geojson",
    form: "GeoJSON (RFC 7946)",
    type: "application/geo+json",
  },
  {
    path: "/data/plans-lines.geojson",
    form: "GeoJSON (RFC 7946)",
    type: "application/geo+json",
  },
  {
    path: "/data/measurements.csv",
    form: "CSV (RFC 4180)",
    type: "text/csv",
  },
  {
    path: "/data/letter.csv",
    form: "CSV (RFC 4180)",
    type: "text/csv",
  },
  {
    path: "/conversation/feed.xml",
    form: "Atom",
    type: "application/atom+xml",
  },
  {
    path: "/feed.xml",
    form: "Atom",
    type: "application/atom+xml",
  },
  {
    path: "/feed.json",
    form: "JSON Feed 1.1",
    type: "application/feed+json",
  },
  {
    path: "/log",
    form: "C2SP tiled log",
    type: "text/html",
  },
  {
    path: "/sitemap.xml",
    form: "Sitemap",
    type: "application/xml",
  },
];

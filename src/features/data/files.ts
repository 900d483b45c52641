/** Every file of open data that is not the API: where it is, what it holds, its form. */

export interface OpenFile {
  readonly path: string;
  readonly name: string;
  readonly what: string;
  readonly form: string;
  readonly type: string;
}

export const FILES: readonly OpenFile[] = [
  {
    path: "/data/pledges.csv",
    name: "Pledges",
    what: "One row a pledge: the promise, its status, its numbers",
    form: "CSV (RFC 4180)",
    type: "text/csv",
  },
  {
    path: "/data/claims.csv",
    name: "Figures",
    what: "One row a figure ever said, revised ones too, with its source",
    form: "CSV (RFC 4180)",
    type: "text/csv",
  },
  {
    path: "/data/places.geojson",
    name: "Places",
    what: "Position, country and region, and the stories told there",
    form: "GeoJSON (RFC 7946)",
    type: "application/geo+json",
  },
  {
    path: "/data/iati-activities.xml",
    name: "Pledges and programmes as activities",
    what: "Who takes part, targets, and every dated figure as a result",
    form: "IATI 2.03",
    type: "application/xml",
  },
  {
    path: "/data/measurements.csv",
    name: "Measured connections",
    what: "One row a cell and month, once five browsers have measured there",
    form: "CSV (RFC 4180)",
    type: "text/csv",
  },
  {
    path: "/feed.xml",
    name: "Stories, as they come",
    what: "Topics, authors and places have feeds of their own: add /feed.xml to their address",
    form: "Atom",
    type: "application/atom+xml",
  },
  {
    path: "/feed.json",
    name: "Stories, as they come, in JSON",
    what: "The same stories in another form",
    form: "JSON Feed 1.1",
    type: "application/feed+json",
  },
  {
    path: "/log",
    name: "The log",
    what: "Every signed record behind all this, to copy, compare and check",
    form: "C2SP tiled log",
    type: "text/html",
  },
  {
    path: "/sitemap.xml",
    name: "Every page",
    what: "With its languages",
    form: "Sitemap",
    type: "application/xml",
  },
];

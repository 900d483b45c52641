/** The words of places and maps. */
import { counting } from "../../../platform/words/counted.ts";

const count = counting("en");

export const en = {
  lang: "en",
  globe: (place: string) => `Globe with ${place}, marked.`,
  map: {
    empty: "World map. No place is marked yet.",
    one: (place: string) => `World map with ${place} marked.`,
    many: (n: number, first: string, last: string) =>
      count(n, {
        one: `World map: one line joins {n} place from ${first} in the west to ${last} in the east.`,
        other: `World map: one line joins {n} places from ${first} in the west to ${last} in the east.`,
      }),
    order: "The line is the order of reading, west to east.",
    atlas: "Open the atlas",
    data: "All places as open data",
  },
  relief: "Relief",
  connection: "What the connection is like",
  sources: "Sources",
  sourceOf: (n: number) => `Source ${n}`,
  country: "Country",
  region: "Region",
  position: "Position",
  state: "Connection",
  states: {
    unconnected: "unconnected",
    planned: "planned",
    building: "building",
    connected: "connected",
    measured: "measured",
  },
  people: "People",
  saidBy: (who: string) => `As said by ${who}.`,
  noStory: (place: string) => `No story from ${place} yet. [Yours can be the first.]`,
  measures: {
    seamless: "Seamless",
    available: "Available",
    ofTheTime: (n: string) => `${n} % of the time`,
    latency: "Latency",
    outages: "Outages",
    secure: "Secure",
    encryption: "Encryption",
    operator: "Operator",
    updates: "Updates",
    backupPower: "Backup power",
    affordable: "Affordable",
    price: "Price",
    share: "Share of income",
    notKnown: "not known",
  },
};

export type PlaceWords = typeof en;

/** The words of places and maps, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { counted, say } from "../../platform/words/message.ts";
import type { PlaceState } from "./standing.ts";

const en = {
  lang: "en",
  globe: say("Globe with {place}, marked."),
  map: {
    empty: "World map. No place is marked yet.",
    one: say("World map with {place} marked."),
    many: counted(
      "World map: one line joins {n} place from {first} in the west to {last} in the east.",
      "World map: one line joins {n} places from {first} in the west to {last} in the east.",
      "first",
      "last",
    ),
    order: "The line is the order of reading, west to east.",
    near: "From the west on, each place is followed by the one nearest to it.",
    atlas: "Open the atlas",
    data: "All places as open data",
  },
  relief: "Relief",
  sky: {
    night: "{place}, from space: the lights of {year}. A small light may not show.",
    day: "{place}, from space, by day: {year}.",
    near: "The ground around the dot, drawn from measured heights, in the colours of {year}.",
    earth: "The Earth from space: the lights of {year}. A small light may not show.",
    credit: "Who made the picture",
    alt: say("The Earth from space, with {place} in the middle."),
    altNear: say("The ground around {place}, seen from the air beside it."),
  },
  film: {
    watch: say("Watch the way to {place}"),
    title: say("From the whole Earth at night down to {place}"),
    credit: "Who made the pictures",
    /** Captions of such a film. */
    said: {
      lights: say("The lights of {year}, seen from space. Picture: {source}.", "year", "source"),
      whose: "Towns and roads shine. So do gas flares and boats.",
      there: say("{place}. A small light may not show."),
      day: say("Morning comes: the ground in {year}. Picture: {source}.", "year", "source"),
      ground: say("The ground around the dot, drawn from measured heights. {source}."),
    },
    /** For those who do not see it. */
    seen: {
      earth: "The dark Earth in space, with threads of light over the land.",
      line: "We fall towards it. A warm red line comes over the curve of the Earth and runs ahead of us.",
      dot: say("The lights come nearer. The line ends in a dot with a ring around it, at {place}."),
      day: "Day comes over the ground from the east.",
      ground:
        "We come down and look across the ground: the dot lies before us, the highest slopes stand behind it.",
    },
  },
  connection: "What the connection is like",
  sources: "Sources",
  sourceOf: say("Source {n}"),
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
  saidBy: say("According to {who}."),
  noStory: say("No story from {place} yet. [Yours can be the first.]"),
  measures: {
    seamless: "Seamless",
    available: "Available",
    ofTheTime: say("{n} % of the time"),
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
    /** The names of figures. */
    notYetKnown: "Not yet known: {names}.",
    notStated: "not stated",
  },
};

export const wordsIn = catalogue("places", en);

export type PlaceWords = typeof en;

/** How far a place has come. */
export function stateWords(state: PlaceState | undefined, lang: string): string {
  const { states, measures } = wordsIn(lang);
  return state === undefined ? measures.notStated : states[state];
}

/** The words of places and maps, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { counted, say } from "../../platform/words/message.ts";
import type { PlaceState } from "./standing.ts";

const en = {
  lang: "en",
  globe: say("A globe with {place} marked."),
  map: {
    empty: "World map. No places are marked yet.",
    one: say("World map with {place} marked."),
    many: counted(
      "World map: one line joins {n} place from {first} in the west to {last} in the east.",
      "World map: one line joins {n} places from {first} in the west to {last} in the east.",
      "first",
      "last",
    ),
    order: "The line shows the reading order, from west to east.",
    near: "The line starts in the west and goes to the nearest remaining place each time.",
    atlas: "Open the atlas",
    data: "All places as open data",
  },
  relief: "Relief",
  sky: {
    night: "{place} from space, with its lights in {year}. Small lights may not be visible.",
    day: "{place} from space by day, in {year}.",
    near: "The ground around the dot, drawn from measured heights and shown in the colours it had in {year}.",
    earth: "The Earth from space, with its lights in {year}. Small lights may not be visible.",
    credit: "Who made the picture",
    alt: say("The Earth from space, centred on {place}."),
    altNear: say("The ground around {place}, seen from the air nearby."),
  },
  film: {
    watch: say("Watch the flight to {place}"),
    title: say("A flight from the whole Earth at night down to {place}"),
    credit: "Who made the pictures",
    /** Captions of such a film. */
    said: {
      lights: say(
        "These are the lights of {year}, seen from space. Picture: {source}.",
        "year",
        "source",
      ),
      whose: "Towns and roads shine, and so do gas flares and boats.",
      there: say("{place}. A small light may not be visible."),
      day: say(
        "Morning comes, showing the ground as it was in {year}. Picture: {source}.",
        "year",
        "source",
      ),
      ground: say("The ground around the dot is drawn from measured heights. {source}."),
    },
    /** For those who do not see it. */
    seen: {
      earth: "We see the dark Earth in space, with threads of light across the land.",
      line: "We descend towards the Earth. A warm red line curves over the horizon and runs ahead of us.",
      dot: say("The lights come closer. The line ends at {place}, in a dot with a ring around it."),
      day: "Daylight spreads across the ground from the east.",
      ground:
        "We descend and look across the ground. The dot is in front of us, with the highest slopes behind it.",
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
  noStory: say("There are no stories from {place} yet. [Yours can be the first.]"),
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
    notYetKnown: "We do not yet know: {names}.",
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

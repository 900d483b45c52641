/** The words of the sheet of a mast, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { counted, say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  titleOf: "Antennas at {mast}",
  about: say(
    "{mast}: position of the mast and direction of each antenna in the plan “{plan}”",
    "mast",
    "plan",
  ),
  /** On the plan's page, before the masts' names. */
  each: "Each mast has a printable sheet with its position and the direction of each antenna: {masts}.",
  azimuthIs:
    "Azimuths are clockwise from true north. A compass points to magnetic north, so correct its reading for the local declination.",
  tiltIs: "Tilts are calculated from the heights of both ends over a curved Earth with k = 4/3.",
  noTilt: "The plan does not record the ground height here, so no tilt is given.",
  position: "Position",
  dms: "Degrees, minutes, seconds",
  north: say("{angle} N"),
  south: say("{angle} S"),
  east: say("{angle} E"),
  west: say("{angle} W"),
  ground: "Ground above sea level",
  mast: "Mast height",
  kind: "Site",
  feed: "Power source",
  draw: "Power draw",
  hops: "Antennas of hops",
  towards: "Towards {mast}",
  azimuth: "Azimuth",
  tilt: "Tilt",
  degrees: say("{n}°"),
  down: say("{n}° down"),
  up: say("{n}° up"),
  there: "Azimuth there",
  height: "Above ground",
  distance: "Distance",
  channel: "Channel",
  /** Of a frequency such as 5,580 MHz, or of the name of a channel. */
  channelIs: "{channel}, {width} MHz wide",
  profile: "Hop profile",
  sectors: "Sectors",
  sector: say("Sector {n}"),
  beam: "Beam width",
  allRound: "all round",
  airtime: "Busy-hour airtime",
  place: "Place",
  bearing: "Azimuth",
  servesToo: "Places served from this mast",
  unsaid: "This plan does not record which way the antennas for these places point.",
  nobody: "No place is served by this sector.",
  noAntenna: "The plan records no antenna on this mast.",
  client: "The antenna at this place",
  clientTo: "Azimuth to the mast",
  servedBy: "Served by",
  rung: "Modulation",
  ends: "The antennas at both ends",
  endOf: say(
    "{azimuth} from true north, tilt {tilt}, {height} above ground",
    "azimuth",
    "tilt",
    "height",
  ),
  share: "Share reached",
  range: say("{low} to {high} %", "low", "high"),
  ofHouses: counted("{share} of {n} house", "{share} of {n} houses", "share"),
  ofPoints: counted(
    "{share} of {n} point around the centre",
    "{share} of {n} points around the centre",
    "share",
  ),
  shareIs:
    "The lower figure is the share that would still be connected if the signal were as weak as in the worst 10 % of spots nearby. The higher figure is the share that would be connected if the signal were as strong as in the best 10 % (ITU-R P.1812).",
  csv: "Every antenna as CSV",
  coverageTif:
    "The planning program also writes the coverage as a GeoTIFF file, which is not on this site. Ask {by} for it.",
  kml: "Masts, hops, sectors and places as KML, for maps on a phone",
};

export const sheetWordsIn = catalogue("plans-sheet", en);

export type SheetWords = typeof en;

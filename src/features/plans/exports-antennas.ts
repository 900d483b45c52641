/** Every antenna of a plan as CSV (RFC 4180): both ends of each hop, each sector, each served place's own. Rule PN82. */
import { csv, type Cell } from "../../platform/web/csv.ts";
import { sheetsOf, type Aim, type Client, type HopEnd, type SectorAntenna } from "./antennas.ts";
import type { PlanCard } from "./queries.ts";
import type { Channel, Plan } from "./records.ts";

/** Heights in metres, angles in degrees: azimuths from true north through east, tilts below the level. */
const COLUMNS = [
  "antenna",
  "is",
  "at",
  "name",
  "lat",
  "lon",
  "ground",
  "height",
  "towards",
  "towards name",
  "azimuth",
  "azimuth there",
  "tilt",
  "beam",
  "km",
  "radio",
  "mhz",
  "channel",
  "channel mhz",
  "channel width",
  "level dBm",
  "margin dB",
  "modulation",
  "airtime",
] as const;
type Row = Partial<Record<(typeof COLUMNS)[number], Cell>>;

/** One row for each antenna, mast by mast; a cell is empty where nothing is known. */
export function antennasCsv({ plan }: PlanCard): string {
  const rows = sheetsOf(plan).flatMap(({ hops, sectors, others }): Row[] => [
    ...hops.map(hopRow),
    ...sectors.flatMap((sector) => [
      sectorRow(sector, plan),
      ...sector.places.map((client) => clientRow(client, plan, sector)),
    ]),
    ...others.map((client) => clientRow(client, plan)),
  ]);
  return csv(
    COLUMNS,
    rows.map((row) => COLUMNS.map((column) => row[column])),
  );
}

function hopRow({ hop, number, end, at, towards, height, aim, back }: HopEnd): Row {
  return {
    ...standing(`hops/${number}/${end}`, "hop", at),
    height,
    towards: towards.id,
    "towards name": towards.name,
    ...aimed(aim, back),
    km: hop.km,
    radio: hop.radio,
    mhz: hop.mhz,
    ...tuned(hop.channel),
    "level dBm": hop.level,
    "margin dB": hop.margin,
  };
}

function sectorRow({ at, number, sector }: SectorAntenna, { radio }: Plan): Row {
  const { azimuth, beam, tilt, airtime, channel } = sector;
  return {
    ...standing(`sites/${at.id}/sectors/${number}`, "sector", at),
    height: at.mast,
    ...(beam < 360 && { azimuth }),
    beam,
    tilt,
    mhz: radio.mhz,
    ...tuned(channel),
    airtime,
  };
}

function clientRow({ place, at, aim, back }: Client, { radio }: Plan, by?: SectorAntenna): Row {
  return {
    ...standing(`places/${place.id}`, "client", place),
    height: radio.receiver,
    towards: at.id,
    "towards name": at.name,
    ...aimed(aim, back),
    mhz: radio.mhz,
    ...tuned(by?.sector.channel),
    "level dBm": place.level,
    "margin dB": place.margin,
    modulation: place.rung,
    airtime: place.airtime,
  };
}

interface Standing {
  readonly id: string;
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  readonly ground?: number | undefined;
}

const standing = (antenna: string, is: string, { id, name, lat, lon, ground }: Standing): Row => ({
  antenna,
  is,
  at: id,
  name,
  lat,
  lon,
  ground,
});

/** @param back the azimuth at the other end */
const aimed = (aim: Aim | undefined, back: number | undefined): Row => ({
  azimuth: aim?.azimuth,
  "azimuth there": back,
  tilt: aim?.tilt,
  km: aim && Math.round(aim.km * 1000) / 1000,
});

const tuned = (channel: Channel | undefined): Row => ({
  channel: channel?.name,
  "channel mhz": channel?.mhz,
  "channel width": channel?.width,
});

/**
 * The cell of a place: a hexagon of the H3 grid (Uber, https://h3geo.org) at resolution 4, some 1,770 km² and 45 km
 * across. Everything that knows the form of a cell is in this file.
 */
import { whenUsed } from "../../platform/process/when-used.ts";

const RESOLUTION = 4;

type Grid = Pick<
  typeof import("h3-js"),
  "cellToLatLng" | "getResolution" | "isValidCell" | "latLngToCell"
>;
const grid = whenUsed((from) => from("h3-js") as Grid);

export const cellAt = (lat: number, lon: number): string =>
  grid().latLngToCell(lat, lon, RESOLUTION);

export const isCell = (name: string): boolean =>
  grid().isValidCell(name) && grid().getResolution(name) === RESOLUTION;

/** The middle of a cell; undefined where the name is none. */
export function centreOf(name: string): { readonly lat: number; readonly lon: number } | undefined {
  if (!isCell(name)) return undefined;
  const [lat, lon] = grid().cellToLatLng(name);
  return { lat, lon };
}

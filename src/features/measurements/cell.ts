/**
 * The cell of a place: a hexagon of the H3 grid (Uber, https://h3geo.org) at resolution 4, some 1,770 km² and 45 km
 * across. Everything that knows the form of a cell is in this file.
 */
import { cellToLatLng, getResolution, isValidCell, latLngToCell } from "h3-js";

const RESOLUTION = 4;

export const cellAt = (lat: number, lon: number): string => latLngToCell(lat, lon, RESOLUTION);

export const isCell = (name: string): boolean =>
  isValidCell(name) && getResolution(name) === RESOLUTION;

/** The middle of a cell; undefined where the name is none. */
export function centreOf(name: string): { readonly lat: number; readonly lon: number } | undefined {
  if (!isCell(name)) return undefined;
  const [lat, lon] = cellToLatLng(name);
  return { lat, lon };
}

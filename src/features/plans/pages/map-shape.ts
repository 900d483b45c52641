/** Where everything of a plan stands on its map: as its pictures lie, north up, west at the left in every language. */
import { eastOf } from "../browser/ground.ts";
import { isServed } from "../numbers.ts";
import type { Plan, PlannedPlace, Site } from "../records.ts";

export const WIDTH = 720; // px; beside something a map is smaller and its letters are not

export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface MapShape {
  readonly height: number;
  readonly at: (place: { readonly lat: number; readonly lon: number }) => Point;
  readonly sites: readonly (Point & { readonly site: Site })[];
  readonly places: readonly (Point & {
    readonly place: PlannedPlace;
    readonly isServed: boolean;
    readonly r: number;
  })[];
  /** From mast to mast. */
  readonly hops: string;
  /** From each mast to the places that it serves. */
  readonly reach: string;
}

const [SMALLEST, LARGEST] = [3, 10]; // px: a hamlet can be seen, a town covers none of its neighbours

export function mapShape(plan: Plan): MapShape {
  const [south, west, north, east] = plan.bounds;
  const middle = ((south + north) / 2) * (Math.PI / 180);
  const { width = 0, height: rows = 0 } = plan.map?.day ?? {};
  const ratio =
    width > 0 && rows > 0 ? rows / width : (north - south) / ((east - west) * Math.cos(middle));
  const height = Math.round(WIDTH * ratio);
  const at: MapShape["at"] = ({ lat, lon }) => ({
    x: tenth(((eastOf(lon, west) - west) / (east - west)) * WIDTH),
    y: tenth(((north - lat) / (north - south)) * height),
  });
  const sites = plan.sites.map((site) => ({ site, ...at(site) }));
  const byId = new Map(sites.map((one) => [one.site.id, one]));
  const most = Math.max(1, ...plan.places.map(({ people }) => people));
  const places = plan.places.map((place) => ({
    place,
    isServed: isServed(plan, place),
    r: tenth(SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(place.people / most)),
    ...at(place),
  }));
  const between = (a: Point | undefined, b: Point | undefined) =>
    a && b ? `M${a.x} ${a.y}L${b.x} ${b.y}` : "";
  return {
    height,
    at,
    sites,
    places,
    hops: plan.hops.map(({ from, to }) => between(byId.get(from), byId.get(to))).join(""),
    reach: places
      .filter((one) => one.isServed)
      .map((one) => between(byId.get(one.place.site!), one))
      .join(""),
  };
}

const tenth = (n: number): number => Math.round(n * 10) / 10;

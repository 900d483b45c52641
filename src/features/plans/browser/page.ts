/** The script of a plan's link page: two ends, from the form or the map, and the profile between them, worked out here. */
import { MEDIAN_K, type Way } from "../../../engines/propagation/clearance.ts";
import { distanceKm } from "../../../engines/terrain/great-circle.ts";
import type { Grid, LatLon } from "../../../engines/terrain/grid.ts";
import { pointFrom } from "../../../engines/terrain/position.ts";
import { profileBetween } from "../../../engines/terrain/profile.ts";
import { keepPage } from "../../../platform/web/device/browser/keep-page.ts";
import type { LinkWords } from "../link-words.ts";
import { radioFor, type HopRadio } from "./budget.ts";
import { eastOf, groundFrom } from "./ground.ts";
import type * as Judge from "./hop.ts";
import { BASE, LEFT, profileShape, RIGHT } from "./shape.ts";
import { verdictOf } from "./verdict.ts";

type Bounds = [south: number, west: number, north: number, east: number];

const SVG = "http://www.w3.org/2000/svg";
let words: LinkWords;
let bounds: Bounds;
let radios: readonly HopRadio[];
let ends: Readonly<Record<string, readonly [number, number]>>;
let ground: Promise<Grid> | undefined;
let isSecond = false;

/** Set the page up. Without this script the form is answered by the server. */
function begin(): void {
  const form = byId("link") as HTMLFormElement;
  ({ words, bounds, ends, radios } = JSON.parse(form.dataset["link"]!));
  byId("serving").hidden = false; // the ground may weigh a minute of 2G, the server's answer a second
  form.addEventListener("submit", (event) => {
    if (event.submitter?.id === "by-server") return;
    event.preventDefault();
    void draw(form);
  });
  byId("map").addEventListener("click", (event) => point(event as MouseEvent, form));
  if (!isSecureContext || !("serviceWorker" in navigator)) return;
  byId("keeping").hidden = false;
  byId("keep").addEventListener("click", () => void keep());
}

/** The first point is one end, the next the other, and so on in turns. */
function point(event: MouseEvent, form: HTMLFormElement): void {
  const box = byId("map").getBoundingClientRect();
  const [south, west, north, east] = bounds;
  const lat = north - ((event.clientY - box.top) / box.height) * (north - south);
  const lon = west + ((event.clientX - box.left) / box.width) * (east - west);
  field(isSecond ? "to" : "from").value = `${lat.toFixed(5)}, ${lon.toFixed(5)}`;
  mark();
  if (isSecond) void draw(form);
  isSecond = !isSecond;
}

async function draw(form: HTMLFormElement): Promise<void> {
  const [from, to] = [endOf("from"), endOf("to")];
  mark();
  const [fromMast, toMast, mhz] = ["from-mast", "to-mast", "mhz"].map((name) =>
    Number(field(name).value.replace(",", ".")),
  ) as [number, number, number];
  const isIn = (mast: number) => mast >= 0 && mast <= 200;
  const fits = isIn(fromMast) && isIn(toMast) && mhz >= 30 && mhz <= 100_000;
  if (!from || !to || !fits || distanceKm(from, to) === 0) return fail(words.bad);
  if (!ground) say(words.loading);
  let grid: Grid;
  let judge: typeof Judge;
  try {
    judge = await import(form.dataset["judge"]!); // with the ground, since the page is drawn without it
    grid = await (ground ??= load(form.dataset["ground"]!));
  } catch {
    ground = undefined;
    return fail(words.failed);
  }
  const { heights, spacing } = profileBetween(grid, from, to);
  const way = { heights, spacing, fromMast, toMast, frequency: mhz, k: MEDIAN_K };
  show(way, judge.hopOf(way));
}

async function load(path: string): Promise<Grid> {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(String(answer.status));
  // Neither colours nor transparency may be touched: the bytes are heights.
  const picture = await createImageBitmap(await answer.blob(), {
    colorSpaceConversion: "none",
    premultiplyAlpha: "none",
  });
  const { width, height } = picture;
  const canvas = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true })!;
  canvas.drawImage(picture, 0, 0);
  const pixels = canvas.getImageData(0, 0, width, height).data;
  return groundFrom({ pixels, width, height, channels: 4 }, bounds);
}

function show(way: Way, hop: Judge.Hop | undefined): void {
  byId("drawn").hidden = !hop;
  byId("doubt").textContent = "";
  if (!hop) return say(words.unknownHeight);
  const number = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 });
  const radio = radioFor(radios, [field("from").value, field("to").value], way.frequency);
  const shape = profileShape(way);
  for (const [id, path] of Object.entries({
    ground: shape.ground,
    edge: shape.ground,
    zone: shape.zone,
    masts: shape.masts,
    line: shape.line,
  }))
    byId(`profile-${id}`).setAttribute("d", path);
  for (const [id, end] of [
    ["profile-from", shape.ends[0]],
    ["profile-to", shape.ends[1]],
  ] as const) {
    byId(id).setAttribute("cx", String(end.x));
    byId(id).setAttribute("cy", String(end.y));
  }
  byId("profile-scales").replaceChildren(
    ...shape.heights.flatMap(({ y, value }) => [
      drawn("path", { class: "axis", d: `M${LEFT - 4} ${y}H${RIGHT}` }),
      drawn(
        "text",
        { class: "dim", x: LEFT - 10, y: y + 5, "text-anchor": "end" },
        number.format(value),
      ),
    ]),
    ...shape.distances.map(({ x, value }) =>
      drawn(
        "text",
        { class: "dim", x, y: BASE + 28, "text-anchor": "middle" },
        number.format(value),
      ),
    ),
  );
  const said = verdictOf(hop, words, (n) => number.format(n), radio);
  for (const [id, text] of Object.entries(said.values)) {
    const value = document.getElementById(`value-${id}`); // some stand only where the plan says its levels
    if (value) value.textContent = text;
  }
  say(said.verdict);
  byId("doubt").textContent = said.doubt;
}

function drawn(name: string, marks: Readonly<Record<string, string | number>>, text?: string) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(marks)) element.setAttribute(key, String(value));
  if (text !== undefined) element.textContent = text;
  return element;
}

/** Both ends on the map, and the line between them. */
function mark(): void {
  const map = byId("map") as unknown as SVGSVGElement;
  const { width, height } = map.viewBox.baseVal;
  const [south, west, north, east] = bounds;
  const at = (name: string) => {
    const end = endOf(name);
    return (
      end && {
        x: ((eastOf(end.lon, west) - west) / (east - west)) * width,
        y: ((north - end.lat) / (north - south)) * height,
      }
    );
  };
  const [from, to] = [at("from"), at("to")];
  for (const [name, end] of [
    ["from", from],
    ["to", to],
  ] as const) {
    const ring = byId(`asked-${name}`);
    ring.setAttribute("r", end ? "11" : "0");
    if (!end) continue;
    ring.setAttribute("cx", String(end.x));
    ring.setAttribute("cy", String(end.y));
  }
  byId("asked").setAttribute("d", from && to ? `M${from.x} ${from.y}L${to.x} ${to.y}` : "");
}

function endOf(name: string): LatLon | undefined {
  const text = field(name).value.trim();
  const known = Object.hasOwn(ends, text) ? ends[text] : undefined;
  return known ? { lat: known[0], lon: known[1] } : pointFrom(text);
}

const keep = async (): Promise<void> =>
  say((await keepPage(location.pathname)) === true ? words.kept : words.notKept);

/** What was drawn before is of another link. */
function fail(text: string): void {
  byId("drawn").hidden = true;
  say(text);
}
const say = (text: string): void => {
  byId("verdict").textContent = text;
};
const field = (name: string): HTMLInputElement => byId(name) as HTMLInputElement;
const byId = (id: string): HTMLElement => document.getElementById(id)!;

begin();

/** `cnd picture PLACE…`: pictures and films of places from space, cut from tiles that somebody has, into the campaign folder. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { folderParts } from "../folder-parts.ts";
import { cut, type Cut, type Picture } from "../engines/imagery/cut.ts";
import { canonicalFiles } from "../platform/folder/canonical.ts";
import { parseFile } from "../platform/folder/parse.ts";
import { SKY_KINDS, type SkyKind } from "../platform/folder/sky-fields.ts";
import type { Thing } from "../platform/folder/thing.ts";
import { writeInto } from "../platform/folder/write-into.ts";
import { progressBar } from "../platform/process/progress.ts";
import { CommandError, requireCampaign, switches, type Settings } from "./context.ts";
import { FILM_LINES, filmOf, RATE, terrainIn } from "./picture-film.ts";
import { NEAR_DEGREES, nearOf } from "./picture-near.ts";
import { viewOf, WIDE, type About } from "./picture-print.ts";
import { openPyramid, type Pyramid } from "./picture-tiles.ts";

export const help = `cnd picture PLACE… --tiles DIR --year YEAR --credit TEXT [--campaign DIR]
       cnd picture PLACE… --as near --ground FILE|DIR --ground-credit TEXT --tiles DIR --year YEAR --credit TEXT [--campaign DIR]
       cnd picture --earth LAT,LON --tiles DIR --year YEAR --credit TEXT [--campaign DIR]
       cnd picture PLACE… --film --tiles DIR --day DIR [--ground FILE|DIR --ground-credit TEXT] [--campaign DIR]
Cut a picture around each place from tiles of the whole Earth, write it to media/ in the campaign folder, and name it
in places.geojson: 960 px wide in AVIF, at most 24 kB; 480 px in AVIF and in WebP, at most 6 kB; 240 px, for lists, at most
1.6 kB. The place's stories open with it. With --as near, show its ground from the air nearby, drawn from measured heights in
the colours of tiles by day. With --earth, show half of the Earth around a point, for stories without a place, and print what
to write into campaign.yaml.
  --tiles DIR            tiles in Web Mercator: DIR/ZOOM/COLUMN/ROW.jpeg, .jpg, .png or .webp
  --as night|day|near    the kind of picture: night by default
  --year YEAR            the year of the light or ground it shows
  --credit TEXT          the credit line shown on pages
  --degrees N            how wide, in degrees of arc, 111 km each: 5 by default (170 with --earth)
  --campaign DIR         the campaign folder: campaign by default
With --film, make a 15-second film: from the whole Earth at night down to the place, a line drawing itself to the dot, night
turning into day; with --ground, 20 seconds, going on over the ground measured there. It is written and named in the same
way, with a still, captions and descriptions in all the campaign's languages; years and credits are those of the place's
pictures by night and by day, which must exist first. It needs ffmpeg, about as long as the film lasts, and tiles of the whole
Earth at zoom 0 to 4, besides the finer ones around the place.
  --tiles DIR, --day DIR tiles by night and by day
  --ground FILE|DIR      heights: .hgt, .asc, .tif, also as .gz or .zip; at most 2 % of them voids
  --ground-credit TEXT   the credit line for the heights
  --lines N              144 (the default, at most 200 kB), 240 or 480`;

const PLACES = "places.geojson";

const TEXTS = ["tiles", "as", "degrees", "campaign", "year", "credit", "earth"] as const;
const FILM_TEXTS = ["day", "ground", "ground-credit", "lines"] as const;

/** @throws CommandError for what is no place, or tiles that do not reach as far; nothing is written then */
export async function run(_settings: Settings, args: readonly string[]): Promise<void> {
  const { on, of, rest } = switches("picture", args, ["film"], [...TEXTS, ...FILM_TEXTS]);
  if (on.has("film")) return films(of, rest);
  const isNear = of.as === "near";
  for (const text of FILM_TEXTS)
    if (of[text] !== undefined && !(isNear && text.startsWith("ground")))
      throw new CommandError(`--${text} belongs to a film: add --film, or leave it out.`);
  const { tiles: from, as = "night", campaign = "campaign", year, credit } = of;
  const earth = of.earth === undefined ? undefined : middleOf(of.earth);
  const degrees = Number(of.degrees ?? (earth ? 170 : 5));
  if ((rest.length === 0) === (earth === undefined) || from === undefined)
    throw new CommandError(
      "Expected places or --earth LAT,LON, and --tiles DIR. See cnd picture --help",
    );
  if (year === undefined || credit === undefined)
    throw new CommandError("Expected --year YEAR and --credit TEXT. See cnd picture --help");
  const kind = SKY_KINDS.find((one) => one === as);
  if (kind === undefined) throw new CommandError(`--as: expected night, day or near, got ${as}.`);
  if (!/^[12]\d{3}$/.test(year))
    throw new CommandError(`--year: expected a year such as 2016, got ${year}.`);
  if (!(degrees > 0 && degrees <= 170))
    throw new CommandError(`--degrees: expected more than 0, at most 170, got ${of.degrees}.`);
  requireCampaign(campaign);
  if (isNear) {
    const { ground, "ground-credit": whose } = of;
    if (ground === undefined || whose === undefined || earth || of.degrees !== undefined)
      throw new CommandError(
        "Expected places, --ground FILE|DIR and --ground-credit TEXT for --as near, without --earth and --degrees. See cnd picture --help",
      );
    const heights = terrainIn(ground);
    const about = { year, degrees: NEAR_DEGREES, credit: `${credit} ${whose}` };
    const pyramid = openPyramid(from);
    return around(campaign, rest, { about, kind }, (slug, middle) =>
      nearOf(slug, middle, pyramid, heights),
    );
  }
  const about = { year, degrees, credit };
  if (earth) return earthInto(campaign, { middle: earth, about, kind, pyramid: openPyramid(from) });
  const pyramid = openPyramid(from);
  await around(campaign, rest, { about, kind }, (slug, middle) =>
    cutAround(slug, middle, degrees, pyramid),
  );
}

/** A picture of each place; all of them are made before any is written. */
async function around(
  campaign: string,
  asked: readonly string[],
  { about, kind }: { readonly about: About; readonly kind: SkyKind },
  draw: (slug: string, middle: Cut["middle"]) => Promise<Picture>,
): Promise<void> {
  const { things, wanted } = placesIn(campaign, asked);
  const bar = progressBar("Pictures");
  const files = new Map<string, Uint8Array>();
  const seen = new Map<string, object>();
  for (const [i, slug] of wanted.entries()) {
    const thing = things.find((one) => one.slug === slug)!;
    const picture = await draw(slug, positionOf(thing));
    seen.set(slug, await viewOf(picture, `${slug}-${kind}`, about, files));
    bar.report(i + 1, wanted.length);
  }
  bar.end();
  await write(campaign, files);
  const named = things.map((thing) => {
    const one = seen.get(thing.slug);
    return one ? withView(thing, kind, one) : thing;
  });
  await writeInto(campaign, PLACES, canonicalFiles(named).get(PLACES)!);
}

/** Films of places; all of them are made before any is written. */
async function films(
  of: Readonly<Partial<Record<(typeof TEXTS | typeof FILM_TEXTS)[number], string>>>,
  rest: readonly string[],
): Promise<void> {
  const { tiles, day: byDay, ground, "ground-credit": whose, campaign = "campaign" } = of;
  if (rest.length === 0 || tiles === undefined || byDay === undefined)
    throw new CommandError(
      "Expected places, --tiles DIR and --day DIR for a film. See cnd picture --help",
    );
  for (const text of ["as", "degrees", "year", "credit", "earth"] as const)
    if (of[text] !== undefined)
      throw new CommandError(`--${text} belongs to a picture: leave it out of a film.`);
  if ((ground === undefined) !== (whose === undefined))
    throw new CommandError("Expected --ground and --ground-credit together.");
  const lines = FILM_LINES.find((one) => String(one) === (of.lines ?? "144"));
  if (lines === undefined)
    throw new CommandError(`--lines: expected ${FILM_LINES.join(", ")}, got ${of.lines}.`);
  requireCampaign(campaign);
  const { things, wanted } = placesIn(campaign, rest);
  const places = wanted.map((slug) => toldOf(things.find((one) => one.slug === slug)!));
  const measured = ground === undefined ? undefined : { files: terrainIn(ground), credit: whose! };
  const [night, day] = [openPyramid(tiles), openPyramid(byDay)];
  const spoken = languagesOf(campaign);
  const files = new Map<string, Uint8Array>();
  const seen = new Map<string, object>();
  for (const { slug, position, ...told } of places) {
    const bar = progressBar(`Film of ${slug}`);
    const about = { ...told, slug, campaign, languages: spoken, ground: whose };
    const asked = { slug, position, told: about, night, day, lines, rate: RATE, ground: measured };
    seen.set(slug, await filmOf({ ...asked, report: bar.report }, files));
    bar.end();
  }
  await write(campaign, files);
  const named = things.map((thing) => {
    const film = seen.get(thing.slug);
    return film ? withSky(thing, { film }) : thing;
  });
  await writeInto(campaign, PLACES, canonicalFiles(named).get(PLACES)!);
}

/** What a film says of a place. @throws CommandError where its pictures do not say years and credits yet */
function toldOf(thing: Thing) {
  const { name, sky } = thing.fields["properties"] as {
    readonly name: string;
    readonly sky?: Partial<Record<SkyKind, { year: string; credit: string; note?: string }>>;
  };
  const [night, day] = [sky?.night, sky?.day];
  if (!night || !day)
    throw new CommandError(
      `${thing.slug}: expected its pictures by night and by day, found ${night ? "none by day" : "none by night"}. Make them first: cnd picture ${thing.slug} --as ${night ? "day" : "night"} …`,
    );
  return { slug: thing.slug, position: positionOf(thing), name, note: night.note, night, day };
}

/** Of the campaign, its own first. */
function languagesOf(campaign: string): readonly string[] {
  const file = "campaign.yaml";
  const part = folderParts.find(({ path }) => path === file)!;
  const { things } = parseFile(part, file, readFileSync(join(campaign, file), "utf8"));
  const { language = "en", languages = [] } = (things[0]?.fields ?? {}) as {
    readonly language?: string;
    readonly languages?: readonly string[];
  };
  return [language, ...languages.filter((one) => one !== language)];
}

/** A half of the Earth. `campaign.yaml` may hold comments, so its owner writes there what is said. */
async function earthInto(
  campaign: string,
  what: { middle: Cut["middle"]; about: About; kind: string; pyramid: Pyramid },
): Promise<void> {
  const { middle, about, kind, pyramid } = what;
  const files = new Map<string, Uint8Array>();
  const picture = await cutAround("--earth", middle, about.degrees, pyramid);
  const view = await viewOf(picture, `earth-${kind}`, about, files);
  await write(campaign, files);
  const lines = Object.entries(view).map(([key, value]) => `  ${key}: ${JSON.stringify(value)}`);
  console.log(
    `Write into campaign.yaml, with alt to describe the picture:\nearth:\n${lines.join("\n")}`,
  );
}

function middleOf(text: string): Cut["middle"] {
  const parts = /^(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)$/.exec(text) ?? [];
  const [lat, lon] = [Number(parts[1]), Number(parts[2])];
  if (Math.abs(lat) <= 90 && Math.abs(lon) <= 180) return { lat, lon };
  throw new CommandError(
    `--earth: expected a latitude and a longitude such as 20,30, got ${text}.`,
  );
}

async function write(campaign: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  for (const [path, bytes] of files) {
    await writeInto(campaign, path, bytes);
    console.log(`${path}: ${bytes.length.toLocaleString("en")} bytes`);
  }
}

function placesIn(campaign: string, asked: readonly string[]) {
  const file = join(campaign, PLACES);
  if (!existsSync(file))
    throw new CommandError(
      `Expected places in ${file}, found no such file. Add a place there first.`,
    );
  const part = folderParts.find(({ path }) => path === PLACES)!;
  const { things, problems } = parseFile(part, PLACES, readFileSync(file, "utf8"));
  if (problems.length > 0)
    throw new CommandError(
      `Expected places with their positions in ${file}:\n${problems.map((p) => `${p.file}:${p.line}: ${p.field}: ${p.message}`).join("\n")}`,
    );
  const known = things.map(({ slug }) => slug);
  const wanted = [...new Set(asked)];
  for (const slug of wanted)
    if (!known.includes(slug))
      throw new CommandError(
        `Expected a place in ${file}, got ${slug}. There are ${known.slice(0, 12).join(", ")}${known.length > 12 ? ", …" : "."}`,
      );
  return { things, wanted };
}

function positionOf({ fields }: Thing): { lat: number; lon: number } {
  const { coordinates } = fields["geometry"] as { coordinates: [number, number] };
  return { lat: coordinates[1], lon: coordinates[0] };
}

/** The same place, with the picture; what its words were before stays. */
function withView(thing: Thing, kind: string, view: object): Thing {
  const { sky } = thing.fields["properties"] as { sky?: Record<string, object> };
  const { alt, note } = (sky?.[kind] ?? {}) as { alt?: string; note?: string };
  return withSky(thing, { [kind]: { ...view, alt, note } });
}

function withSky(thing: Thing, more: object): Thing {
  const properties = thing.fields["properties"] as { sky?: object };
  const sky = { ...properties.sky, ...more };
  return { ...thing, fields: { ...thing.fields, properties: { ...properties, sky } } };
}

async function cutAround(
  slug: string,
  middle: Cut["middle"],
  degrees: number,
  pyramid: Pyramid,
): Promise<Picture> {
  const cutting: Cut = { middle, degrees, width: WIDE, height: (WIDE * 9) / 16 };
  const tiles = await pyramid.tiles(cutting);
  const picture = cut(tiles, cutting);
  const { unknown, width, height } = picture;
  if (unknown > 0)
    throw new CommandError(
      `${slug}: expected tiles up to ${degrees} degrees around it, found none for ${unknown} of ${width * height} pixels (zoom ${tiles.zoom}). ${
        Math.abs(middle.lat) + degrees / 2 > 85
          ? "Such tiles end at 85.05° north and south."
          : "Use fewer degrees, or get the tiles."
      }`,
    );
  return picture;
}

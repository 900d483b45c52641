/** `cnd picture PLACE…`: pictures of places from space, cut from tiles that somebody has, into the campaign folder. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { folderParts } from "../app.ts";
import { cut, type Cut, type Picture } from "../engines/imagery/cut.ts";
import { placeholder } from "../engines/relief/placeholder.ts";
import { SKY_BYTES, SKY_FILES, SKY_KINDS, type SkyFile } from "../features/places/feature.ts";
import { canonicalFiles } from "../platform/folder/canonical.ts";
import { parseFile } from "../platform/folder/parse.ts";
import type { Thing } from "../platform/folder/thing.ts";
import { writeInto } from "../platform/folder/write-into.ts";
import { progressBar } from "../platform/process/progress.ts";
import { CommandError, requireCampaign, switches, type Settings } from "./context.ts";
import { openPyramid, type Pyramid } from "./picture-tiles.ts";

export const help = `cnd picture PLACE… --tiles DIR --year YEAR --credit TEXT [--campaign DIR]
Cut a picture around each place out of tiles of the whole Earth, write it into media/ of the campaign folder, and name it
in places.geojson: 960 px wide in AVIF, at most 24 kB; 480 px in AVIF and in WebP, at most 6 kB. Stories of the place open
with it.
  --tiles DIR            tiles in Web Mercator: DIR/ZOOM/COLUMN/ROW.jpeg, .jpg, .png or .webp
  --as night|day         which of the two it is: night, unless said otherwise
  --year YEAR            of the light or the ground that it shows
  --credit TEXT          whose it is, as a page shows it
  --degrees N            how wide, in degrees of arc, 111 km each: 5, unless said otherwise
  --campaign DIR         the campaign folder: campaign, unless said otherwise`;

const PLACES = "places.geojson";
const WIDE = 960; // px

/** @throws CommandError for what is no place, or tiles that do not reach as far; nothing is written then */
export async function run(_settings: Settings, args: readonly string[]): Promise<void> {
  const texts = ["tiles", "as", "degrees", "campaign", "year", "credit"] as const;
  const { of, rest } = switches("picture", args, [], texts);
  const { tiles: from, as = "night", campaign = "campaign", year, credit } = of;
  const degrees = Number(of.degrees ?? 5);
  if (rest.length === 0 || from === undefined || year === undefined || credit === undefined)
    throw new CommandError(
      "Expected places, --tiles DIR, --year YEAR and --credit TEXT. See cnd picture --help",
    );
  const kind = SKY_KINDS.find((one) => one === as);
  if (kind === undefined) throw new CommandError(`--as: expected night or day, got ${as}.`);
  if (!/^[12]\d{3}$/.test(year))
    throw new CommandError(`--year: expected a year such as 2016, got ${year}.`);
  if (!(degrees > 0 && degrees <= 90))
    throw new CommandError(`--degrees: expected more than 0, at most 90, got ${of.degrees}.`);
  requireCampaign(campaign);
  const { things, wanted } = placesIn(campaign, rest);
  const pyramid = openPyramid(from);
  const bar = progressBar("Pictures");
  const files = new Map<string, Uint8Array>();
  const seen = new Map<string, object>();
  for (const [i, slug] of wanted.entries()) {
    const thing = things.find((one) => one.slug === slug)!;
    const picture = await cutAround(slug, positionOf(thing), degrees, pyramid);
    const paths = await printed(picture, `${slug}-${kind}`, files);
    const drawing = drawingOf(picture);
    seen.set(slug, { ...paths, year, degrees, credit, ...(drawing !== "" && { drawing }) });
    bar.report(i + 1, wanted.length);
  }
  bar.end();
  mkdirSync(join(campaign, "media"), { recursive: true });
  for (const [path, bytes] of files) {
    writeFileSync(join(campaign, path), bytes);
    console.log(`${path}: ${bytes.length.toLocaleString("en")} bytes`);
  }
  const named = things.map((thing) => {
    const one = seen.get(thing.slug);
    return one ? withView(thing, kind, one) : thing;
  });
  await writeInto(campaign, PLACES, canonicalFiles(named).get(PLACES)!);
}

function placesIn(campaign: string, asked: readonly string[]) {
  const file = join(campaign, PLACES);
  if (!existsSync(file))
    throw new CommandError(`Expected places in ${file}, found no such file. Name one there first.`);
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
        `Expected a place of ${file}, got ${slug}. There are ${known.slice(0, 12).join(", ")}${known.length > 12 ? ", …" : "."}`,
      );
  return { things, wanted };
}

function positionOf({ fields }: Thing): { lat: number; lon: number } {
  const { coordinates } = fields["geometry"] as { coordinates: [number, number] };
  return { lat: coordinates[1], lon: coordinates[0] };
}

/** The same place, with the picture; what its words were before stays. */
function withView(thing: Thing, kind: string, view: object): Thing {
  const properties = thing.fields["properties"] as { sky?: Record<string, object> };
  const { alt, note } = (properties.sky?.[kind] ?? {}) as { alt?: string; note?: string };
  const sky = { ...properties.sky, [kind]: { ...view, alt, note } };
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
      `${slug}: expected tiles as far as ${degrees} degrees around it, found none for ${unknown} of ${width * height} pixels (zoom ${tiles.zoom}). ${
        Math.abs(middle.lat) + degrees / 2 > 85
          ? "No such tiles reach beyond 85.05° north or south."
          : "Take fewer degrees, or get the tiles."
      }`,
    );
  return picture;
}

const FORMS: Readonly<Record<SkyFile, { format: "avif" | "webp"; wide: number }>> = {
  wide: { format: "avif", wide: WIDE },
  small: { format: "avif", wide: 480 },
  plain: { format: "webp", wide: 480 },
};

/** The three files of a picture. @returns their paths by what they are */
async function printed(
  { rgb, width, height }: Picture,
  stem: string,
  files: Map<string, Uint8Array>,
): Promise<Record<string, string>> {
  const whole = sharp(rgb, { raw: { width, height, channels: 3 } });
  const paths: Record<string, string> = {};
  for (const file of SKY_FILES) {
    const { format, wide } = FORMS[file];
    const pixels = await whole.clone().resize({ width: wide }).raw().toBuffer();
    const raw = { width: wide, height: (wide * height) / width, channels: 3 } as const;
    const print = (quality: number, effort: number) =>
      sharp(pixels, { raw }).toFormat(format, { quality, effort }).toBuffer();
    const path = `media/${stem}-${wide}.${format}`;
    files.set(path, await within(SKY_BYTES[file], print, path));
    paths[file] = path;
  }
  return paths;
}

const QUICK = 2; // effort, for the search; a tenth of the time of SLOW, and some percent more bytes
const SLOW = 4;

/** As good as it can be within so many bytes. */
async function within(
  most: number,
  print: (quality: number, effort: number) => Promise<Uint8Array>,
  path: string,
): Promise<Uint8Array> {
  let [low, high] = [4, 76];
  while (high - low > 2) {
    const quality = (low + high) >> 1;
    if ((await print(quality, QUICK)).length <= most) low = quality;
    else high = quality;
  }
  for (let quality = low; quality > 0; quality -= 3) {
    const bytes = await print(quality, SLOW);
    if (bytes.length <= most) return bytes;
  }
  throw new CommandError(`${path}: expected a picture of at most ${most} bytes, got more.`);
}

/** Where it is lightest, by rows: what a page shows until the picture is there. */
function drawingOf({ rgb, width, height }: Picture): string {
  const { svg } = placeholder({ pixels: rgb, width, height, channels: 3, print: "night" });
  return / d="([^"]*)"/.exec(svg)?.[1] ?? "";
}

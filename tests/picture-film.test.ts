/** `cnd picture --film`: PL13, and what it says of what cannot be filmed. Tiles and heights here are small, and made up. */
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before as beforeAll } from "node:test";
import sharp from "sharp";
import { SKY_BYTES } from "../src/platform/folder/sky-fields.ts";
import { probe } from "../src/platform/media/ffmpeg.ts";
import { MARKED } from "../src/platform/words/fallback.ts";
import { cnd, temporary } from "../tools/program.ts";
import { planFilm, drawMoment } from "../src/commands/film-frames.ts";
import { filmOf, terrainIn, type FilmOf } from "../src/commands/picture-film.ts";
import { openPyramid } from "../src/commands/picture-tiles.ts";

const folder = temporary();
const campaign = join(folder.dir, "campaign");
const media = join(campaign, "media");
const places = join(campaign, "places.geojson");
const [night, day] = [join(folder.dir, "night"), join(folder.dir, "day")];
const heights = join(folder.dir, "N10E020.hgt");

const view = (year: string) => ({
  wide: "media/x.avif",
  small: "media/x.avif",
  plain: "media/x.webp",
  year,
  degrees: 5,
  credit: `NASA images of ${year} by Somebody.`,
});
const sky = { night: view("2016"), day: view("2004") };
const feature = (id: string, lon: number, lat: number, more: object = { sky }) => ({
  type: "Feature",
  id,
  geometry: { type: "Point", coordinates: [lon, lat] },
  properties: { name: id, country: "ZA", ...more },
});
const PLACES = [
  feature("fiji", 179.9, -17),
  feature("hill", 20.5, 10.3),
  feature("lightless", 20, 10, { sky: { night: sky.night } }),
  feature("ocean", -140, -40),
  feature("pole", 20, 89),
];

/** A cone in the north of a tile; where `voids` says so, every so many heights are missing. */
function ground(voids = 0): void {
  const cells = new Int16Array(1201 * 1201);
  for (let i = 0; i < cells.length; i++) {
    const [x, y] = [(i % 1201) - 600, Math.floor(i / 1201) - 500];
    cells[i] = voids > 0 && i % voids === 0 ? -32768 : Math.max(200, 4000 - 20 * Math.hypot(x, y));
  }
  writeFileSync(heights, Buffer.from(cells.buffer).swap16());
}

beforeAll(async () => {
  mkdirSync(campaign);
  writeFileSync(join(campaign, "campaign.yaml"), "id: hill\nlanguage: en\nlanguages: [en, fr]\n");
  writeFileSync(places, JSON.stringify({ type: "FeatureCollection", features: PLACES }));
  ground();
  for (const [dir, grey] of [
    [night, 12],
    [day, 120],
  ] as const)
    for (const zoom of [0, 2])
      for (let column = 0; column < 2 ** zoom; column++)
        for (let row = 0; row < 2 ** zoom; row++) {
          const pixels = Buffer.alloc(256 * 256 * 3, grey + column);
          for (let y = 100; y < 124; y++) pixels.fill(220, 3 * (y * 256 + 60), 3 * (y * 256 + 90));
          mkdirSync(join(dir, `${zoom}/${column}`), { recursive: true });
          await sharp(pixels, { raw: { width: 256, height: 256, channels: 3 } })
            .png()
            .toFile(join(dir, `${zoom}/${column}/${row}.png`));
        }
});
after(() => folder[Symbol.dispose]());

/** One picture a second: as little as a film can be drawn with. */
function asked(slug: string, more: Partial<FilmOf> = {}): FilmOf {
  const [lon, lat] = PLACES.find(({ id }) => id === slug)!.geometry.coordinates as [number, number];
  const told = {
    campaign,
    languages: ["en", "fr", "xx"],
    slug,
    name: slug,
    ...sky,
    ground: "SRTM.",
  };
  return {
    slug,
    position: { lat, lon },
    told,
    night: openPyramid(night),
    day: openPyramid(day),
    lines: 144,
    rate: 1,
    report: () => undefined,
    ...more,
  };
}

test("PL13 a film is made for a place in the sea and one across the date line, within its weight, with a still and its words", async () => {
  for (const slug of ["ocean", "fiji"]) {
    const files = new Map<string, Uint8Array>();
    const { credit, texts, ...film } = (await filmOf(asked(slug), files)) as Record<
      string,
      unknown
    >;
    assert.deepEqual(film, {
      file: `media/${slug}-film-144.mp4`,
      height: 144,
      seconds: 15,
      poster: `media/${slug}-film-still.webp`,
      captions: `media/${slug}-film.en.vtt`,
      descriptions: `media/${slug}-film.seen.en.vtt`,
    });
    assert.equal(
      credit,
      "2016: NASA images of 2016 by Somebody. 2004: NASA images of 2004 by Somebody.",
    );
    assert.deepEqual(
      (texts as { language: string }[]).map(({ language }) => language),
      ["fr"],
      "the languages that the interface has",
    );
    const mp4 = join(folder.dir, "film.mp4");
    writeFileSync(mp4, files.get(film["file"])!);
    const { seconds, picture, sound } = await probe(mp4, "mov");
    assert.ok(Math.abs(seconds - 15) < 0.5, `${seconds}`);
    assert.deepEqual([picture?.height, picture?.width, sound], [144, 256, undefined]);
    assert.ok(files.get(film["file"])!.length <= 200_000);
    assert.ok(files.get(film["poster"])!.length <= 6000);
    const text = (path: unknown) => Buffer.from(files.get(path as string)!).toString();
    assert.match(
      text(film["captions"]),
      /^WEBVTT\n\n00:00\.200 --> [^\n]*\nThese are the lights of 2016.*NASA\./,
    );
    assert.match(text(film["captions"]), new RegExp(`${slug}\\. A small light may not be visible`));
    assert.doesNotMatch(text(film["captions"]), /empty|drawn from measured/);
    for (const [path, bytes] of files)
      if (path.endsWith(".vtt")) assert.ok(!MARKED.test(Buffer.from(bytes).toString()), path);
  }
});

test("PL13 with measured ground it goes on over it, and says so; every picture is the same when it is drawn again", async () => {
  const files = new Map<string, Uint8Array>();
  const over = { files: terrainIn(folder.dir), credit: "SRTM." };
  const film = (await filmOf(asked("hill", { ground: over }), files)) as Record<string, unknown>;
  assert.equal(film["seconds"], 20);
  assert.match(film["credit"] as string, / SRTM\.$/);
  const said = Buffer.from(files.get("media/hill-film.en.vtt")!).toString();
  assert.match(said, /The ground around the dot is drawn from measured heights\. SRTM\./);
  const { openTerrain } = await import("../src/platform/terrain/open-terrain.ts");
  const position = { lat: 10.3, lon: 20.5 };
  const { grid } = await openTerrain([heights], { ...position, radiusKm: 70 });
  const earth = {
    night: [await openPyramid(night).some(0, ["0/0"])],
    day: [await openPyramid(day).some(0, ["0/0"])],
  };
  const size = { width: 64, height: 36 };
  const [once, twice] = [
    planFilm(position, earth.night, grid)!,
    planFilm(position, earth.night, grid)!,
  ];
  const seen = new Set<string>();
  for (let second = 0; second < once.seconds; second += 1.3) {
    const picture = drawMoment(once, earth, second, size);
    assert.deepEqual(drawMoment(twice, earth, second, size), picture);
    seen.add(Buffer.from(picture).toString("base64"));
  }
  assert.ok(seen.size >= 12, "and none is like another");
});

test("PL14 ground that was measured is drawn as it is seen from the air, within its weight, and what cannot be is said", async () => {
  const before = readFileSync(places, "utf8");
  const near = (...args: string[]) =>
    cnd(["picture", ...args, "--as", "near", "--campaign", campaign]);
  const said = ["--tiles", day, "--year", "2004", "--credit", "NASA."];
  const over = ["--ground", heights, "--ground-credit", "SRTM."];
  for (const [expected, ...args] of [
    [/ocean: expected heights around it, found none in .*N10E020\.hgt/, "ocean", ...said, ...over],
    [/Expected places, --ground FILE\|DIR and --ground-credit TEXT/, "hill", ...said],
    [/without --earth and --degrees/, "hill", ...said, ...over, "--degrees", "3"],
  ] as const) {
    const { code, err } = near(...args);
    assert.equal(code, 1);
    assert.match(err, expected);
    assert.equal(readFileSync(places, "utf8"), before);
    assert.ok(!existsSync(media));
  }
  const { code, err } = near("hill", ...said, ...over);
  assert.equal(code, 0, err);
  const { features } = JSON.parse(readFileSync(places, "utf8")) as {
    features: { id: string; properties: { sky: Record<string, Record<string, unknown>> } }[];
  };
  const { sky: seen } = features.find(({ id }) => id === "hill")!.properties;
  assert.deepEqual([seen["night"], seen["day"]], [sky.night, sky.day], "the others stay");
  const { year, degrees, credit, ...files } = seen["near"]!;
  assert.deepEqual([year, degrees, credit], ["2004", 58, "NASA. SRTM."]);
  for (const [file, most] of Object.entries(SKY_BYTES))
    assert.ok(readFileSync(join(campaign, String(files[file]))).length <= most, file);
  const wide = sharp(join(campaign, String(files["wide"])));
  const { data, info } = await wide.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const row = (y: number) => data.subarray(3 * y * info.width, 3 * (y + 1) * info.width);
  const [sky0, ground0] = [row(2), row(info.height - 3)].map(
    (line) => line.reduce((all, one) => all + one, 0) / line.length,
  );
  assert.ok(sky0! > ground0! + 40, `above is sky, ${sky0}, and below ground, ${ground0}`);
  rmSync(media, { recursive: true });
  writeFileSync(places, before);
});

test("PL13 what cannot be filmed is said in a clear word, and nothing is written", async () => {
  const before = readFileSync(places, "utf8");
  const refused = (said: RegExp, args: readonly string[], env: Record<string, string> = {}) => {
    const { code, err } = cnd(["picture", ...args, "--film", "--campaign", campaign], env);
    assert.equal(code, 1, args.join(" "));
    assert.match(err, said);
    assert.equal(err.trim().split("\n").length, 1, err);
    assert.equal(readFileSync(places, "utf8"), before);
    assert.ok(!existsSync(media));
  };
  const tiles = ["--tiles", night, "--day", day];
  const over = ["--ground", heights, "--ground-credit", "SRTM."];
  refused(/Expected places, --tiles DIR and --day DIR for a film/, ["hill", "--tiles", night]);
  refused(/pole: expected a place between 82° south and north, got 89/, ["pole", ...tiles]);
  refused(/--year belongs to a picture/, ["hill", ...tiles, "--year", "2016"]);
  refused(/--lines: expected 144, 240, 480, got 1080/, ["hill", ...tiles, "--lines", "1080"]);
  refused(/Expected --ground and --ground-credit together/, [
    "hill",
    ...tiles,
    ...over.slice(0, 2),
  ]);
  refused(/lightless: expected its pictures by night and by day, found none by day/, [
    "lightless",
    ...tiles,
  ]);
  refused(/Expected a place in .*got nowhere/, ["nowhere", ...tiles]);
  refused(/--ground: expected a height file or a folder of them, found none/, [
    "hill",
    ...tiles,
    "--ground",
    campaign,
    "--ground-credit",
    "SRTM.",
  ]);
  ground(30);
  refused(/hill: expected measured ground, found \d+ voids/, ["hill", ...tiles, ...over]);
  ground();
  writeFileSync(join(folder.dir, "N20E020.hgt"), "no heights");
  const wrong = ["--ground", join(folder.dir, "N20E020.hgt"), "--ground-credit", "SRTM."];
  refused(/N20E020\.hgt/, ["hill", ...tiles, ...wrong]);
  refused(/Sound and film need ffmpeg on this machine/, ["hill", ...tiles], { PATH: folder.dir });
  const few = join(folder.dir, "few");
  mkdirSync(join(few, "2/2"), { recursive: true });
  writeFileSync(join(few, "2/2/1.png"), readFileSync(join(night, "2/2/1.png")));
  refused(/hill: expected tiles by night of everything in the film/, [
    "hill",
    "--tiles",
    few,
    "--day",
    day,
  ]);
  const { code, err } = cnd(["picture", "hill", "--lines", "144", "--campaign", campaign]);
  assert.equal(code, 1);
  assert.match(err, /--lines belongs to a film/);
});

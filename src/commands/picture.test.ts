/** `cnd picture`: PL10, and what it says of places and tiles that cannot be. Tiles here are small, and made up. */
import assert from "node:assert/strict";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import sharp from "sharp";
import { cnd, temporary } from "../../tools/program.ts";

const folder = temporary();
const campaign = join(folder.dir, "campaign");
const media = join(campaign, "media");
const tiles = join(folder.dir, "tiles");
const places = join(campaign, "places.geojson");

const feature = (id: string, lon: number, lat: number) => ({
  type: "Feature",
  id,
  geometry: { type: "Point", coordinates: [lon, lat] },
  properties: { name: id, country: "ZA" },
});
const PLACES = [
  feature("far-north", 20, 89),
  feature("fiji", 179.9, -17),
  feature("hill", 20, 10),
  feature("ocean", -140, -40),
];
/** The places, as they stand before each test. */
function named(features: readonly object[] = PLACES): void {
  writeFileSync(places, JSON.stringify({ type: "FeatureCollection", features }));
  rmSync(media, { recursive: true, force: true });
}
/** A light on dark ground in each tile, of two zooms. */
before(async () => {
  mkdirSync(campaign);
  writeFileSync(join(campaign, "campaign.yaml"), "id: hill\n");
  named();
  for (const zoom of [0, 2])
    for (let column = 0; column < 2 ** zoom; column++)
      for (let row = 0; row < 2 ** zoom; row++) {
        const pixels = Buffer.alloc(256 * 256 * 3, 12);
        for (let y = 100; y < 124; y++) pixels.fill(220, 3 * (y * 256 + 60), 3 * (y * 256 + 90));
        mkdirSync(join(tiles, `${zoom}/${column}`), { recursive: true });
        await sharp(pixels, { raw: { width: 256, height: 256, channels: 3 } })
          .png()
          .toFile(join(tiles, `${zoom}/${column}/${row}.png`));
      }
});
after(() => folder[Symbol.dispose]());

const picture = (...args: string[]) =>
  cnd(["picture", ...args, "--tiles", tiles, "--campaign", campaign]);
const SAID = ["--year", "2016", "--credit", "NASA"];

test("PL10 pictures of a place in the sea and one across the date line are cut within their weight, and named", () => {
  named();
  const { code, err } = picture("ocean", "fiji", "--degrees", "60", ...SAID);
  assert.equal(code, 0, err);
  const files = readdirSync(media).toSorted();
  assert.equal(files.length, 8);
  for (const file of files) {
    const { length } = readFileSync(join(media, file));
    assert.ok(
      length > 100 &&
        length <= (file.includes("960") ? 24_000 : file.includes("240") ? 1600 : 6000),
      `${file}: ${length}`,
    );
  }
  const { features } = JSON.parse(readFileSync(places, "utf8")) as {
    features: { id: string; properties: { name: string; sky?: { night: object } } }[];
  };
  assert.deepEqual(
    features.map(({ id, properties }) => [id, properties.sky !== undefined]),
    [
      ["far-north", false],
      ["fiji", true],
      ["hill", false],
      ["ocean", true],
    ],
  );
  const { drawing, ...night } = features[1]!.properties.sky!.night as { drawing: string };
  assert.deepEqual(night, {
    wide: "media/fiji-night-960.avif",
    small: "media/fiji-night-480.avif",
    plain: "media/fiji-night-480.webp",
    tiny: "media/fiji-night-240.avif",
    year: "2016",
    degrees: 60,
    credit: "NASA",
  });
  assert.match(drawing, /^M/);
});

test("PL10 a picture that is cut anew keeps what was said of it; another kind stands beside it", () => {
  const night = { wide: "media/x.avif", small: "media/x.avif", plain: "media/x.webp" };
  const about = { year: "2012", degrees: 5, credit: "Nobody", alt: "A hill", note: "A note." };
  const hill = feature("hill", 20, 10);
  const sky = { night: { ...night, ...about }, day: { ...night, ...about } };
  named([{ ...hill, properties: { ...hill.properties, sky } }]);
  assert.equal(picture("hill", "--degrees", "60", ...SAID).code, 0);
  const { features } = JSON.parse(readFileSync(places, "utf8")) as {
    features: { properties: { sky: { night: typeof about; day: object } } }[];
  };
  const { night: anew, day } = features[0]!.properties.sky;
  assert.deepEqual([anew.year, anew.alt, anew.note], ["2016", "A hill", "A note."]);
  assert.deepEqual(day, { ...night, ...about });
});

test("bug: a picture was written through a link, over a file outside of the folder", () => {
  named();
  mkdirSync(media);
  const outside = join(folder.dir, "outside");
  writeFileSync(outside, "somebody's own");
  symlinkSync(outside, join(media, "hill-night-960.avif"));
  const { code, err } = picture("hill", "--degrees", "60", ...SAID);
  assert.equal(code, 0, err);
  assert.equal(readFileSync(outside, "utf8"), "somebody's own");
  assert.ok(lstatSync(join(media, "hill-night-960.avif")).isFile());
});

test("PL10 what cannot be cut is said in a clear word, and nothing is written", () => {
  const refused = (said: RegExp, ...args: string[]) => {
    const until = readFileSync(places, "utf8");
    const { code, err } = picture(...args);
    assert.notEqual(code, 0, args.join(" "));
    assert.match(err, said);
    assert.doesNotMatch(err, / at .*\.ts:\d/, "no stack");
    assert.equal(readFileSync(places, "utf8"), until);
    assert.ok(!existsSync(media), "nothing of the others either");
  };
  named();
  refused(
    /far-north: .*end at 85\.05° north and south/,
    "hill",
    "far-north",
    "--degrees",
    "9",
    ...SAID,
  );
  refused(
    /Expected a place in .*got nowhere\. There are far-north, fiji/,
    "hill",
    "nowhere",
    ...SAID,
  );
  refused(/--year YEAR and --credit TEXT/, "hill");
  refused(/--year: expected a year/, "hill", "--year", "soon", "--credit", "NASA");
  refused(/--as: expected night, day or near, got dusk/, "hill", "--as", "dusk", ...SAID);
  refused(/--degrees: expected more than 0, at most 170, got 0/, "hill", "--degrees", "0", ...SAID);
  refused(
    /--earth: expected a latitude and a longitude such as 20,30, got up/,
    "--earth",
    "up",
    ...SAID,
  );
  refused(/Expected places or --earth LAT,LON/, "hill", "--earth", "20,30", ...SAID);
  named([...PLACES, { ...feature("lost", 0, 0), geometry: null }]);
  refused(/places\.geojson:\d+: .*geometry: expected/, "hill", ...SAID);
  named();
  rmSync(join(tiles, "0"), { recursive: true });
  const gone = join(tiles, "2/2/1.png");
  const tile = readFileSync(gone);
  rmSync(gone);
  refused(
    /hill: expected tiles .* found none for \d+ of 518400 pixels.*get the tiles/,
    "hill",
    ...SAID,
  );
  writeFileSync(gone, "no picture");
  refused(/2\/2\/1\.png: expected a readable picture.*Get the tile again/, "hill", ...SAID);
  writeFileSync(gone, tile);
  rmSync(tiles, { recursive: true });
  refused(/Expected tiles in .*ZOOM\/COLUMN\/ROW\.jpeg, found none/, "hill", ...SAID);
});

test("bug: tiles far finer than the picture were counted one by one, for minutes and without a word", () => {
  named();
  const fine = join(folder.dir, "fine");
  mkdirSync(join(fine, "11"), { recursive: true });
  const from = ["--tiles", fine, "--campaign", campaign];
  const { code, err } = cnd(["picture", "hill", "--degrees", "60", ...SAID, ...from]);
  assert.equal(code, 1);
  assert.match(err, /found only finer ones \(zoom 11\)/);
});

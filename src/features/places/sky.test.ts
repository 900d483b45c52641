/** Pictures of places from space: what a folder may name, and whether words on them can be read. */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import sharp from "sharp";
import * as v from "valibot";
import { placeFolder } from "./folder.ts";
import { SKY_BYTES, SKY_FILES, SKY_KINDS } from "../../platform/folder/sky-fields.ts";

const view = {
  wide: "media/hill-night-960.avif",
  small: "media/hill-night-480.avif",
  plain: "media/hill-night-480.webp",
  year: "2016",
  degrees: 5,
  credit: "NASA",
};
const feature = (night: object) => ({
  type: "Feature",
  id: "hill",
  geometry: { type: "Point", coordinates: [20, 10] },
  properties: { name: "Hill", country: "ZA", sky: { night } },
});

test("PL10 a picture from space says its year, its width and whose it is, and what it shows", () => {
  const fits = (night: object) => v.is(placeFolder.schema, feature(night));
  assert.ok(fits(view));
  assert.ok(fits({ ...view, alt: "A hill", note: "A note", drawing: "M0 3h2M12 7h4" }));
  for (const missing of ["wide", "small", "plain", "year", "degrees", "credit"] as const)
    assert.ok(!fits({ ...view, [missing]: undefined }), missing);
  for (const wrong of [
    { degrees: 0 },
    { degrees: 180 },
    { drawing: "M0 3h2<script>" },
    { drawing: "M0 3h2".repeat(40) },
    { seen: "everything" },
  ])
    assert.ok(!fits({ ...view, ...wrong }), JSON.stringify(wrong));
});

test("PL10 a folder with a picture too heavy for a phone, or of another kind, says which and how much", async () => {
  const dir = mkdtempSync(join(tmpdir(), "sky-"));
  try {
    const said: string[] = [];
    const look = (night: typeof view) =>
      placeFolder.checkFiles!(
        feature(night),
        (path) => join(dir, path.slice("media/".length)),
        (field, message) => said.push(`${field}: ${message}`),
        () => undefined,
      );
    const weigh = (name: string, bytes: number) =>
      writeFileSync(join(dir, name), Buffer.alloc(bytes));
    weigh("hill-night-960.avif", 24_000);
    weigh("hill-night-480.avif", 6000);
    weigh("hill-night-480.webp", 6000);
    await look(view);
    assert.deepEqual(said, []);
    weigh("hill-night-480.avif", 6001);
    await look({ ...view, plain: "media/hill-night-960.avif" });
    assert.deepEqual(said, [
      "properties.sky.night.small: expected at most 6000 bytes, found 6001",
      "properties.sky.night.plain: expected at most 6000 bytes, found 24000",
      "properties.sky.night.plain: expected a file .webp, found media/hill-night-960.avif",
    ]);
  } finally {
    rmSync(dir, { recursive: true });
  }
});

const campaign = new URL("../../../campaign/", import.meta.url);
const css = readFileSync(new URL("../../platform/web/look/pages.css", import.meta.url), "utf8");

/** WCAG's relative luminance of a colour, 0 to 255 each. */
function luminance(rgb: readonly number[]): number {
  const [r, g, b] = rgb.map((one) => {
    const c = one / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}
const hex = (text: string) => [1, 3, 5, 7].map((at) => Number.parseInt(text.slice(at, at + 2), 16));

test("PL11 words on a picture keep 4.5 : 1 over its brightest pixel, in every committed picture", async () => {
  // The veil is at its weakest where the words begin; the brightest pixel is taken to lie there.
  const [, veil, from] = /(#[0-9a-f]{8}) (\d+)%, #[0-9a-f]{6}\)/.exec(css)!;
  assert.equal(
    from,
    "72",
    "words begin at 72 % of the height or lower: 12 % of the width at 16 : 7, 15 % at 16 : 9",
  );
  // Above, the veil is as long as the words, on a phone, on a desk, from both sides; it ends where they end.
  const wide = readFileSync(new URL("../../platform/web/look/wide.css", import.meta.url), "utf8");
  const above = [
    ...(css + wide).matchAll(/\.claim \{[^}]*gradient\((?:[^#]*)(#\w+) calc\(100% - (\d)rem\)/g),
  ];
  assert.deepEqual(
    above.map(([, colour, end]) => [colour, end]),
    [
      [veil, "3"],
      [veil, "9"],
      [veil, "9"],
    ],
  );
  assert.match(css, /\.claim \{[^}]*padding: 1\.4rem var\(--end\) 3rem /);
  assert.match(wide, /\.claim \{[^}]*padding-inline-end: 9rem/);
  const [r, g, b, a] = hex(veil!);
  const words = ["e9ece4", "b9c3bd"].map((one) => luminance(hex(`#${one}`).slice(0, 3)));
  const sky = css.slice(css.indexOf(".sky {"), css.indexOf(".seen {"));
  assert.match(sky, /--ink: #e9ece4;\s+--soft: #b9c3bd;/, "the colours that are measured here");
  const { features } = JSON.parse(readFileSync(new URL("places.geojson", campaign), "utf8")) as {
    features: { id: string; properties: { sky?: Record<string, Record<string, string>> } }[];
  };
  let seen = 0;
  for (const { id, properties } of features)
    for (const kind of SKY_KINDS)
      for (const file of SKY_FILES) {
        const path = properties.sky?.[kind]?.[file];
        if (path === undefined) continue;
        const bytes = readFileSync(new URL(path, campaign));
        assert.ok(bytes.length <= SKY_BYTES[file], `${path}: ${bytes.length} bytes`);
        seen++;
        if (file === "tiny") continue; // without words on it
        const pixels = await sharp(bytes).removeAlpha().raw().toBuffer();
        const brightest = [0, 0, 0]; // of each channel: at least as bright as any pixel
        for (let i = 0; i < pixels.length; i++)
          if (pixels[i]! > brightest[i % 3]!) brightest[i % 3] = pixels[i]!;
        const under = luminance(
          brightest.map((one, i) => one + (a! / 255) * ([r, g, b][i]! - one)),
        );
        for (const word of words) {
          const contrast = (word + 0.05) / (under + 0.05);
          assert.ok(contrast >= 4.5, `${path}, ${id}: ${contrast.toFixed(2)}`);
        }
      }
  assert.ok(seen >= 140, `${seen} pictures`);
});

import assert from "node:assert/strict";
import test from "node:test";
import * as fc from "fast-check";
import { placeholder } from "./placeholder.ts";

const noise = fc.uint8Array({ minLength: 32 * 16, maxLength: 32 * 16 });

test("R12 a placeholder is at most 200 bytes, whatever the picture, and needs no style", () => {
  fc.assert(
    fc.property(noise, fc.constantFrom("day" as const, "night" as const), (pixels, print) => {
      const { svg, tones } = placeholder({ pixels, width: 32, height: 16, channels: 1, print });
      assert.ok(Buffer.byteLength(svg) <= 200, svg);
      assert.equal(tones.length, 128);
      assert.doesNotMatch(svg, /style|<image|url/);
      assert.match(
        svg,
        /^<svg viewBox="0 -\.5 16 8" aria-hidden="true"><path class="land" d="(M\d+ \dh\d+)*"\/><\/svg>$/,
      );
    }),
  );
});

test("R13 it marks what departs from the page: ink by day, light by night", () => {
  const pixels = new Uint8Array(32 * 16 * 3).fill(255);
  for (let y = 4; y < 6; y++) pixels.fill(0, (y * 32 + 10) * 3, (y * 32 + 20) * 3); // cells 5–9 of row 2
  const picture = { pixels, width: 32, height: 16, channels: 3 as const };
  assert.match(placeholder(picture).svg, /d="M5 2h5"/);
  const inverse = { ...picture, pixels: pixels.map((v) => 255 - v), print: "night" as const };
  assert.match(placeholder(inverse).svg, /d="M5 2h5"/);
});

test("R13 tones are the mean luminance of their cell; an empty page has no marks", () => {
  const grey = placeholder({
    pixels: new Uint8Array(32 * 16).map((_, i) => (i % 2 ? 100 : 200)),
    width: 32,
    height: 16,
    channels: 1,
  });
  assert.ok(grey.tones.every((tone) => tone === 150));
  const green = new Uint8Array(32 * 16 * 4).map((_, i) => (i % 4 === 1 || i % 4 === 3 ? 255 : 0));
  assert.equal(placeholder({ pixels: green, width: 32, height: 16, channels: 4 }).tones[5], 182);
  const blank = placeholder({
    pixels: new Uint8Array(512).fill(255),
    width: 32,
    height: 16,
    channels: 1,
  });
  assert.match(blank.svg, /d=""/);
});

test("pixels that do not fit their size are refused", () => {
  assert.throws(
    () => placeholder({ pixels: new Uint8Array(5), width: 32, height: 16, channels: 1 }),
    /32 × 16 × 1 bytes, got 5/,
  );
  assert.throws(
    () => placeholder({ pixels: new Uint8Array(16), width: 4, height: 4, channels: 1 }),
    /at least 16 × 8 pixels/,
  );
});

/** Parts of a picture that are hidden beyond recovery (../README.md, M36). */
import assert from "node:assert/strict";
import test from "node:test";
import * as fc from "fast-check";
import { hideParts } from "./hiding.ts";

const part = fc.record({
  left: fc.integer({ min: 0, max: 8 }),
  top: fc.integer({ min: 0, max: 8 }),
  width: fc.integer({ min: 1, max: 8 }),
  height: fc.integer({ min: 1, max: 8 }),
});
const SIDE = 16;

test("M36 law: of a hidden part at most four colours are left, all of them solid, and everything else is as it was", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 4 }),
      part,
      fc.infiniteStream(fc.nat()),
      fc.uint8Array({ minLength: 64, maxLength: 64 }),
      (channels, one, stream, some) => {
        const was = Uint8Array.from({ length: SIDE * SIDE * channels }, (_, i) => some[i % 64]!);
        const pixels = Uint8Array.from(was);
        const thrown = (below: number) => Number(stream.next().value) % below;
        hideParts({ pixels, width: SIDE, channels }, [one], thrown);
        const colours = new Set<string>();
        for (let y = 0; y < SIDE; y++)
          for (let x = 0; x < SIDE; x++) {
            const at = (y * SIDE + x) * channels;
            const isIn =
              x >= one.left && x < one.left + one.width && y >= one.top && y < one.top + one.height;
            const now = pixels.subarray(at, at + channels);
            if (!isIn) assert.deepEqual(now, was.subarray(at, at + channels));
            else {
              colours.add(now.join());
              if (channels % 2 === 0) assert.equal(now.at(-1), 255);
            }
          }
        assert.ok(colours.size >= 1 && colours.size <= 4, `${colours.size} colours`);
      },
    ),
  );
});

test("M36 what is left depends on chance, too: two of the same picture differ", () => {
  const hidden = (throws: number) => {
    const pixels = new Uint8Array(SIDE * SIDE).fill(100);
    const whole = { left: 0, top: 0, width: SIDE, height: SIDE };
    hideParts({ pixels, width: SIDE, channels: 1 }, [whole], () => throws);
    return pixels[0];
  };
  assert.deepEqual([hidden(0), hidden(12), hidden(24)], [88, 100, 112]);
});

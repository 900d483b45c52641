/** Laws of what listens; how well it does so is measured in tests/long/hearing.test.ts. */
import assert from "node:assert/strict";
import test from "node:test";
import * as fc from "fast-check";
import { alarms, thresholdFor } from "./alarm.ts";
import { BANDS, FEATURES, listener, RATE, WINDOW } from "./features.ts";
import { hann, transformOf } from "./fft.ts";
import { judging } from "./judge.ts";
import { readDetector, writtenDetector } from "./network-file.ts";
import { logit, trained, type Training } from "./network.ts";
import { chanceFrom } from "./random.ts";
import { resampler } from "./resample.ts";
import { SYNTHETIC, synthetic } from "./synthetic.ts";

/** The definition, term by term: the oracle. */
function slowPowers(input: Float32Array): number[] {
  return Array.from({ length: input.length / 2 + 1 }, (_, k) => {
    let [re, im] = [0, 0];
    for (const [n, one] of input.entries()) {
      re += one * Math.cos((2 * Math.PI * k * n) / input.length);
      im -= one * Math.sin((2 * Math.PI * k * n) / input.length);
    }
    return re * re + im * im;
  });
}

test("HE1 the transform is that of its definition, with a window and without", () => {
  for (const size of [4, 8, 64, 256]) {
    const chance = chanceFrom(size);
    const samples = Float32Array.from({ length: size + 3 }, () => chance.normal());
    for (const window of [undefined, hann(size)]) {
      const output = new Float32Array(size / 2 + 1);
      transformOf(size, window).powers(samples, 3, output);
      const cut = samples.slice(3).map((one, n) => one * (window?.[n] ?? 1));
      for (const [k, power] of slowPowers(cut).entries())
        assert.ok(Math.abs(output[k]! - power) < 1e-3 * (1 + power), `${size}: ${k}`);
    }
  }
  assert.throws(() => transformOf(100), /power of two/);
});

const tone = (hz: number, rate: number, seconds: number) =>
  Float32Array.from({ length: rate * seconds }, (_, n) => Math.sin((2 * Math.PI * hz * n) / rate));
const power = (samples: Float32Array) =>
  samples.reduce((all, one) => all + one * one, 0) / samples.length;

test("HE2 a tone below 3.5 kHz comes through at any rate, one above 4.5 kHz is 60 dB down, and pieces are alike", () => {
  for (const rate of [
    8000, 11_025, 16_000, 22_050, 32_000, 44_100, 48_000, 96_000, 192_000, 384_000,
  ]) {
    const kept = resampler(rate, RATE)
      .push(tone(1000, rate, 1))
      .slice(500);
    assert.ok(Math.abs(power(kept) - 0.5) < 0.01, `${rate}: ${power(kept)}`);
    if (rate > 9000) {
      const gone = resampler(rate, RATE)
        .push(tone(4500, rate, 1))
        .slice(500);
      assert.ok(power(gone) < 0.5e-6, `${rate}: ${10 * Math.log10(power(gone) / 0.5)} dB`);
    }
  }
  const whole = resampler(44_100, RATE).push(tone(440, 44_100, 1));
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9000 }), { maxLength: 8 }), (cuts) => {
      const pieces = resampler(44_100, RATE);
      const out: number[] = [];
      let at = 0;
      const all = tone(440, 44_100, 1);
      for (const cut of [...cuts, all.length]) {
        out.push(...pieces.push(all.subarray(at, at + cut)));
        at += cut;
      }
      assert.deepEqual(Float32Array.from(out), whole.slice(0, out.length));
    }),
    { numRuns: 20 },
  );
  assert.throws(() => resampler(Number.NaN, RATE), /rate of 1,000 to 768,000/);
});

test("HE3 what is heard does not say how loud it was, and a steady pitch stands out", () => {
  const { features } = listener();
  const hiss = chanceFrom(4);
  const motor = Float32Array.from({ length: WINDOW }, (_, n) => {
    let sum = 0.1 * hiss.normal();
    for (let h = 1; h < 20; h++) sum += Math.sin((2 * Math.PI * 110 * h * n) / RATE + h * h) / h;
    return sum / 10;
  });
  const noise = synthetic("wind", WINDOW, chanceFrom(1));
  const of = (samples: Float32Array) => [...features(samples, 0)];
  const [loud, quiet] = [of(motor), of(motor.map((one) => one / 8))];
  for (const [i, one] of loud.entries())
    assert.ok(Math.abs(one - quiet[i]!) < 0.15, `${i}: ${one} ${quiet[i]}`);
  const comb = 2 * BANDS;
  assert.ok(loud[comb]! > 3 * of(noise)[comb]!, "the comb");
  const nothing = of(new Float32Array(WINDOW));
  assert.equal(nothing.length, FEATURES);
  assert.ok(nothing.every(Number.isFinite), "silence is heard, too");
});

const SMALL: Training = { hidden: [6], epochs: 60, rate: 0.01, decay: 0, batch: 8, dropout: 0 };
function lesson() {
  const chance = chanceFrom(7);
  const inputs = Float32Array.from({ length: 2 * 200 }, () => chance.normal());
  const targets = Float32Array.from({ length: 200 }, (_, e) =>
    inputs[2 * e]! * inputs[2 * e + 1]! > 0 ? 1 : 0,
  );
  return { inputs, targets, counts: new Float32Array(200).fill(1) };
}

test("HE4 a network learns what no line divides, from one seed the same bits, from another other ones", () => {
  const told = lesson();
  const network = trained(told, SMALL, chanceFrom(1));
  const right = told.targets.filter(
    (target, e) => logit(network, told.inputs.slice(2 * e, 2 * e + 2)) > 0 === (target === 1),
  );
  assert.ok(right.length >= 180, `${right.length} of 200`);
  assert.deepEqual(trained(told, SMALL, chanceFrom(1)), network);
  assert.notDeepEqual(trained(told, SMALL, chanceFrom(2)), network);
});

/** One that hears a motor in everything that has a pitch. */
function pitched() {
  const sizes = [FEATURES, 1];
  const weights = [new Float32Array(FEATURES + 1)];
  weights[0]![2 * BANDS] = 1;
  weights[0]![FEATURES] = -1;
  const network = {
    sizes,
    weights,
    mean: new Float32Array(FEATURES),
    scale: new Float32Array(FEATURES).fill(1),
  };
  return { name: "pitched", networks: [network], threshold: 0.5 };
}

test("HE5 a detector is read as it was written; one whose numbers do not fit is refused", () => {
  const detector = pitched();
  const text = writtenDetector(detector);
  assert.deepEqual(readDetector(text), detector);
  assert.throws(
    () => readDetector(text.replace(`${FEATURES},`, `${FEATURES - 1},`)),
    /Expected a detector/,
  );
});

test("HE6 a stream in pieces is judged as the whole, a window each second, with a drawing of four columns", () => {
  const sound = synthetic("rain", 5 * RATE + 77, chanceFrom(3));
  const whole = judging(pitched())(sound);
  assert.deepEqual(
    whole.map(({ at }) => at),
    [2, 3, 4, 5],
  );
  const next = judging(pitched());
  const pieces = Array.from({ length: 51 }, (_, i) =>
    next(sound.subarray(i * 800, (i + 1) * 800)),
  ).flat();
  assert.deepEqual(
    pieces.map((one) => one.logit),
    whole.map((one) => one.logit),
  );
  for (const { drawing, level } of whole) {
    assert.equal(drawing.length, 4 * BANDS);
    assert.ok(level < 0 && level > -60, `${level}`);
  }
});

const rule = { windows: 2, of: 4, threshold: 0, quiet: 3 };

test("HE7 two of four windows begin one alarm; it lasts while they come and ends after three quiet ones", () => {
  const next = alarms(rule);
  const said = [1, -1, -1, -1, 1, 1, -1, -1, 1, -1, -1, -1, -1].map((one) => next(one) ?? "");
  assert.deepEqual(said, [
    "",
    "",
    "",
    "",
    "",
    "begins",
    "lasts",
    "lasts",
    "lasts",
    "lasts",
    "lasts",
    "ends",
    "",
  ]);
  const odd = alarms(rule);
  assert.deepEqual([Number.NaN, Number.NaN, Number.NaN].map(odd), [
    undefined,
    undefined,
    undefined,
  ]);
});

test("HE8 at its own threshold a sound would have begun no more alarms than are borne, and just below it more", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 4, maxLength: 60 }),
      fc.integer({ min: 0, max: 2 }),
      (logits, borne) => {
        const threshold = thresholdFor(logits, rule, borne);
        const next = alarms({ ...rule, threshold });
        assert.ok(logits.filter((one) => next(one) === "begins").length <= borne);
      },
    ),
  );
});

test("HE9 what is synthetic is the same from one seed, and of the same power", () => {
  for (const kind of SYNTHETIC) {
    const made = synthetic(kind, 2 * RATE, chanceFrom(5));
    assert.deepEqual(synthetic(kind, 2 * RATE, chanceFrom(5)), made, kind);
    assert.ok(
      made.every((one) => Math.abs(one) <= 1),
      kind,
    );
    assert.ok(Math.abs(power(made) - 0.01) < 0.004, `${kind}: ${power(made)}`);
  }
});

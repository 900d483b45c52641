/** Laws of what listens; how well it does so is measured in tests/long/hearing.test.ts. */
import assert from "node:assert/strict";
import test from "node:test";
import * as fc from "fast-check";
import { alarms, thresholdFor, thresholdForAll } from "./alarm.ts";
import { featureReader, FEATURES } from "./features.ts";
import { bandPower, event, lasting, mostAnHour, rankedOf } from "./figures.ts";
import { hann, transformOf } from "./fft.ts";
import { judging } from "./judge.ts";
import { detector } from "./detector.ts";
import { openListener, logitOf, scoreOf } from "./listener.ts";
import { readDetector, writtenDetector } from "./network-file.ts";
import { logit, trained, type Training } from "./network.ts";
import { chanceFrom } from "./random.ts";
import { resampler } from "./resample.ts";
import { SYNTHETIC, synthetic } from "./synthetic.ts";
import { BANDS, RATE, STEP, WINDOW } from "./windows.ts";

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
  const before = process.memoryUsage().arrayBuffers;
  resampler(767_999, RATE); // a rate that nobody has
  assert.ok(process.memoryUsage().arrayBuffers - before < 5e6);
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
  const { features } = featureReader();
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
  const made = pitched();
  const text = writtenDetector(made);
  assert.deepEqual(readDetector(text), made);
  assert.throws(
    () => readDetector(text.replace(`${FEATURES},`, `${FEATURES - 1},`)),
    /Expected a detector/,
  );
});

test("HE6 a window that follows another shares its frames, and says what it would say alone", () => {
  const sound = synthetic("rain", WINDOW + 2 * STEP, chanceFrom(8));
  const [follows, alone] = [featureReader(), featureReader()];
  for (const at of [0, STEP, 2 * STEP]) {
    const one = follows.features(sound, at, at > 0).slice();
    assert.deepEqual(one, alone.features(sound, at));
    assert.deepEqual(follows.drawing, alone.drawing);
  }
});

test("HE6 a stream in pieces is judged as the whole, once a second, with a drawing of four columns; what is no number is silence", () => {
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
  for (const { drawing, level, clipped } of whole) {
    assert.equal(drawing.length, 4 * BANDS);
    assert.ok(level < 0 && level > -60, `${level}`);
    assert.ok(clipped < 0.01, `${clipped}`);
  }
  const odd = Float32Array.from({ length: 3 * RATE }, (_, i) => [NaN, Infinity, -Infinity][i % 3]!);
  assert.deepEqual(judging(pitched())(odd), judging(pitched())(new Float32Array(3 * RATE)));
  const [rails] = judging(pitched())(
    Float32Array.from({ length: WINDOW }, (_, i) => (i % 8 < 4 ? 1 : -1)),
  );
  assert.equal(rails!.clipped, 1);
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

test("HE7 one who listens at 48 kHz says an alarm with its first and its last second, and its highest score", () => {
  const hiss = chanceFrom(3);
  const loud = tone(110, 48_000, 20).map((one, i) => {
    let sum = one;
    for (let h = 2; h < 16; h++) sum += Math.sin((2 * Math.PI * 110 * h * i) / 48_000 + h * h) / h;
    return sum / 10;
  });
  const sound = Float32Array.from({ length: 48_000 * 40 }, (_, i) => {
    const at = i - 8 * 48_000;
    return 0.01 * hiss.normal() + (loud[at] ?? 0);
  });
  const { push } = openListener({ detector: pitched(), rate: 48_000 });
  const seconds = push(sound);
  const turns = seconds.flatMap(({ turn, at }) => (turn && turn !== "lasts" ? [turn, at] : []));
  assert.equal(turns.length, 4, turns.join(" "));
  const { alarm } = seconds.find(({ turn }) => turn === "ends")!;
  assert.ok(Math.abs(alarm!.from - 8) <= 1 && Math.abs(alarm!.to - 28) <= 2, JSON.stringify(alarm));
  assert.equal(alarm!.score, Math.max(...seconds.map(({ score }) => score)));
  assert.ok(Math.abs(logitOf(scoreOf(1.5)) - 1.5) < 1e-9);
  const deaf = openListener({ detector: pitched(), rate: 48_000, threshold: 99 });
  assert.ok(deaf.push(sound.subarray(48_000 * 8, 48_000 * 28)).every(({ isMotor }) => !isMotor));
});

test("HE5 the detector that comes with the program is read without a file, and hears nothing in silence", () => {
  const { name, networks, threshold } = detector();
  assert.ok(name.startsWith("motor-") && networks.length > 0 && Number.isFinite(threshold));
  const heard = openListener({ detector: detector() }).push(new Float32Array(20 * RATE));
  assert.ok(heard.length === 19 && heard.every(({ turn }) => turn === undefined));
});

test("HE14 what is no sound of a motor begins no alarm, and every score is a number", () => {
  const hiss = chanceFrom(9);
  const made = (of: (i: number) => number) =>
    Float32Array.from({ length: 30 * RATE }, (_, i) => of(i));
  const sounds: Readonly<Record<string, Float32Array>> = {
    silence: made(() => 0),
    "no numbers": made(() => NaN),
    "endless numbers": made((i) => (i % 2 === 0 ? Infinity : -Infinity)),
    "a constant": made(() => 0.5),
    "the last bit": made(() => Math.round(2 * hiss.next() - 1) / 32_768),
    hiss: made(() => 0.1 * hiss.normal()),
    "clipped noise": made(() => Math.max(-1, Math.min(1, 3 * hiss.normal()))),
    "a hum of 10 Hz": made(
      (i) => 0.3 * Math.sin((2 * Math.PI * 10 * i) / RATE) + 0.01 * hiss.normal(),
    ),
    wind: synthetic("wind", 30 * RATE, chanceFrom(1)),
    rain: synthetic("rain", 30 * RATE, chanceFrom(3)),
    insects: synthetic("insects", 30 * RATE, chanceFrom(4)),
  };
  for (const [name, samples] of Object.entries(sounds)) {
    const heard = openListener({ detector: detector() }).push(samples);
    assert.equal(heard.length, 29, name);
    for (const { score, level, turn, drawing } of heard) {
      assert.ok([score, level, ...drawing].every(Number.isFinite), name);
      assert.equal(turn, undefined, name);
    }
  }
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

test("HE8 a motor that runs all night sets a place's threshold above itself, though one alarm is borne", () => {
  const night = Array.from({ length: 3000 }, (_, i) => (i < 600 ? -3 : 2 + Math.sin(i)));
  assert.ok(thresholdFor(night, rule, 1) > 2);
  const once = Array.from({ length: 3000 }, (_, i) => (i > 600 && i < 620 ? 2 : -3));
  assert.ok(thresholdFor(once, rule, 1) < -2 && thresholdFor(once, rule) > 2);
  assert.ok(thresholdForAll([once, night], rule, 1) > 2);
});

test("HE13 figures are those of their definitions", () => {
  const of = (isMotor: boolean, ...logits: number[]) =>
    logits.map((one) => ({ isMotor, logit: one }));
  const { auc, taken } = rankedOf([...of(true, 5, 3, 1, 0.5), ...of(false, 4, 0.7, -1, -2, -3)]);
  assert.equal(auc, (5 + 4 + 4 + 3) / 20);
  assert.deepEqual(taken, of(false, 4, 0.7));
  const even = tone(1000, RATE, 2);
  const low = tone(20, RATE, 2).map((one) => 9 * one); // below what counts
  const both = event(lasting(even), lasting(low), 6);
  assert.equal(both.length, 20 * RATE);
  assert.ok(Math.abs(bandPower(even) / bandPower(even.map((one, i) => one + low[i]!)) - 1) < 0.02);
  const hiss = lasting(synthetic("rain", RATE, chanceFrom(1)));
  const motor = lasting(tone(500, RATE, 1));
  const mixed = event(motor, hiss, 6);
  const added = mixed.map((one, i) => one - hiss[i]!);
  assert.ok(Math.abs(10 * Math.log10(bandPower(added) / bandPower(hiss)) - 6) < 0.01);
  assert.ok(
    lasting(Float32Array.from({ length: 2 * RATE }, (_, i) => (i < RATE ? 1 : 0))).every(
      (one) => one === 1,
    ),
  );
  // Garwood's table: none in a time is at most 2.996, one at most 4.744, with 19 to 1.
  assert.ok(
    Math.abs(mostAnHour(0, 1) - 2.996) < 0.001 && Math.abs(mostAnHour(1, 2) - 2.372) < 0.001,
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

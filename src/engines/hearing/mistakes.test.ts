/** What was taken for a motor is told again. Rule HE15 of README.md. */
import assert from "node:assert/strict";
import test from "node:test";
import { featureReader, FEATURES } from "./features.ts";
import { lessonOf, type Examples } from "./lesson.ts";
import { mistakesOf, syntheticMinutes, withMistakes, type Windows } from "./mistakes.ts";
import { logit, trained, type Network } from "./network.ts";
import { chanceFrom } from "./random.ts";
import { synthetic } from "./synthetic.ts";
import { RATE, WINDOW } from "./windows.ts";

const SMALL = { hidden: [8], epochs: 10, rate: 0.01, decay: 0, batch: 32, dropout: 0 };

test("HE15 what synthetic minutes made a network take for a motor, it takes for one no more when it was told", () => {
  const chance = chanceFrom(3);
  const minutes = syntheticMinutes(3, chanceFrom(4));
  assert.deepEqual(syntheticMinutes(1, chanceFrom(4))[0], minutes[0], "the same from a seed");
  assert.equal(minutes[0]!.length, 117);
  // It learns low hums from hiss, and knows no insect and no aircraft.
  const hums = heard(synthetic("idling", 30 * RATE, chance));
  const hiss = heard(Float32Array.from({ length: 30 * RATE }, () => 0.1 * chance.normal()));
  const examples: Examples = {
    inputs: [...hums, ...hiss],
    isMotor: [...hums.map(() => true), ...hiss.map(() => false)],
    folds: [...hums, ...hiss].map(() => "1"),
    counts: [...hums, ...hiss].map(() => 1),
  };
  const learn = (mistakes: Windows): readonly Network[] => [
    trained(
      lessonOf(withMistakes(examples, mistakes), () => true),
      SMALL,
      chanceFrom(5),
    ),
  ];
  const before = learn([]);
  const mistakes = mistakesOf(before, minutes);
  assert.equal(mistakes.length, 60, "20 of each minute, for none is to be most of a lesson");
  const says = ([network]: readonly Network[], of: Windows) =>
    of.reduce((sum, window) => sum + logit(network!, window), 0) / of.length;
  const [usual, worst] = [says(before, minutes.flat()), says(before, mistakes)];
  assert.ok(worst > usual && worst > 0, `${worst} of those, ${usual} of all`);
  const after = learn(mistakes);
  assert.ok(says(after, mistakes) < 0, "none of it is a motor to it any more");
  assert.ok(says(after, hums) > 0, "and a motor is one still");
  assert.equal(withMistakes(examples, []).inputs.length, examples.inputs.length);
});

function heard(samples: Float32Array): Float32Array[] {
  const { features } = featureReader();
  const windows: Float32Array[] = [];
  for (let at = 0; at + WINDOW <= samples.length; at += WINDOW / 2)
    windows.push(features(samples, at).slice());
  assert.equal(windows[0]!.length, FEATURES);
  return windows;
}

import assert from "node:assert/strict";
import test from "node:test";
import { Worker } from "node:worker_threads";
import { troubleIn } from "../tools/check-expressions.ts";
import { expressionsIn, expressionsOf, sources } from "../tools/expressions.ts";
import type { Attack, Outcome } from "./expressions/attacker.ts";

const MOST = 25; // ms for 16,000 characters: the square of them takes longer on a quick machine, too (45), what is in proportion a tenth at most on a slow one
const SILENT = 20_000; // ms without a word of the thread: it hangs

const PLANTED = `
  a.replace(/[^\\S\\n]+$/gm, ""); /(a+)+$/.test(a); /\\[\\^([^\\]]+)\\]/g.exec(a); new RegExp("a?a*b").test(a);
  // bounded: at most 80 characters
  a.replace(/\\s+$/, ""); new RegExp(\`\${a}$\`);
  /\\s+/g; /^#{1,6} (.*)$/gm; new RegExp("^a+b"); /"(?:[^"\\\\]|\\\\.)*/;
`;

test("the parser sees expressions however they are made, and what bounds them", () => {
  const found = expressionsIn("planted.ts", PLANTED);
  assert.deepEqual(
    found.map(({ place, pattern, bounded }) => [place.split(":")[1], pattern, bounded]),
    [
      ["2", "[^\\S\\n]+$", undefined],
      ["2", "(a+)+$", undefined],
      ["2", "\\[\\^([^\\]]+)\\]", undefined],
      ["2", "a?a*b", undefined],
      ["4", "\\s+$", "at most 80 characters"],
      ["4", undefined, "at most 80 characters"],
      ["5", "\\s+", undefined],
      ["5", "^#{1,6} (.*)$", undefined],
      ["5", "^a+b", undefined],
      ["5", '"(?:[^"\\\\]|\\\\.)*', undefined],
    ],
  );
  assert.match(troubleIn(found[0]!) ?? "", /begins again/);
  assert.match(troubleIn(found[1]!) ?? "", /more than one way/);
  assert.match(troubleIn({ pattern: undefined, flags: "" }) ?? "", /put together/);
  assert.equal(troubleIn(found[6]!), undefined);
});

test("what takes more than time in proportion is found, and what does not is not", async () => {
  const found = expressionsIn("planted.ts", PLANTED).filter((one) => one.pattern !== undefined);
  const worst = (await attack(found as Attack["expressions"], 5000)).map(
    ({ worst: took = Infinity }) => took,
  );
  assert.deepEqual(
    worst.map((took) => took > MOST),
    [true, true, true, true, true, false, false, false, false],
    worst.join(", "),
  );
});

test("no expression of the sources takes more than time in proportion to the text that is against it", async () => {
  const all = expressionsOf(sources());
  const free = all.filter(({ pattern, bounded }) => pattern !== undefined && bounded === undefined);
  assert.ok(free.length > 400, `${free.length} expressions seen`);
  const each = [...new Map(free.map((one) => [`/${one.pattern}/${one.flags}`, one])).values()];
  const outcomes = await attack(each as Attack["expressions"]);
  const wrong = outcomes
    .filter(({ worst = Infinity }) => worst > MOST)
    .map(({ at, worst, text }) => {
      const { place, pattern, flags } = each[at]!;
      return `${place} /${pattern}/${flags} took ${worst ?? "for ever"} ms: ${text ?? ""}`;
    });
  assert.deepEqual(wrong, []);
  assert.equal(outcomes.length, each.length);
  const texts = outcomes.reduce((sum, outcome) => sum + (outcome.texts ?? 0), 0);
  assert.ok(texts > 10 * each.length, `${texts} texts tried`);
});

/** One outcome for each; without `worst` where the thread had to be ended. */
async function attack(expressions: Attack["expressions"], silent = SILENT): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let from = 0; from < expressions.length; from = outcomes.length)
    await run({ expressions, from }, outcomes, silent);
  return outcomes;
}

function run(workerData: Attack, outcomes: Outcome[], silent: number): Promise<void> {
  const worker = new Worker(new URL("./expressions/attacker.ts", import.meta.url), { workerData });
  return new Promise((done, failed) => {
    let at = workerData.from;
    const hangs = () => {
      outcomes.push({ at });
      void worker.terminate();
    };
    let silence = setTimeout(hangs, silent);
    worker.on("message", (outcome: Outcome) => {
      clearTimeout(silence);
      silence = setTimeout(hangs, silent);
      at = outcome.at;
      if (outcome.texts !== undefined) outcomes.push(outcome);
    });
    worker.on("error", failed);
    worker.on("exit", () => {
      clearTimeout(silence);
      done();
    });
  });
}

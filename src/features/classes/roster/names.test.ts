import assert from "node:assert/strict";
import test from "node:test";
import { faultsOf, MAX_LEARNERS, MAX_NAME, readNames } from "./names.ts";
import { newcomersIn } from "./enrolling.ts";
import { wordsIn } from "./words.ts";

const read = (text: string) => readNames(text).map(({ name }) => name);
const NAMES = ["Amina", "João Silva", "محمد", "李明"];

test("CL2 however a list is written, its names are the same", () => {
  for (const text of [
    NAMES.join("\n"),
    NAMES.join("\r\n"),
    `\n\n  ${NAMES.join("  \n\n\t ")}\n`,
    NAMES.map((name, i) => `${i + 1}. ${name}`).join("\n"),
    NAMES.map((name, i) => `${i + 1})${name}`).join("\n"),
    NAMES.map((name, i) => `${i + 1}  ${name}`).join("\n"),
    NAMES.map((name, i) => `${i + 1}\t${name}`).join("\n"),
    NAMES.map((name) => `"${name}"`).join("\n"),
    NAMES.map((name) => `– ${name}`).join("\n"),
    NAMES.map((name, i) => `${"١٢٣٤"[i]}. ${name}`).join("\n"),
    "1\tAmina\n2\tJoão\tSilva\n3\tمحمد\n4\t李明\n5\t\n6.",
  ])
    assert.deepEqual(read(text), NAMES, JSON.stringify(text));
  assert.deepEqual(read("3 Rosas\nAmina"), ["3 Rosas", "Amina"], "a number that is a name's own");
  assert.deepEqual(read("99"), ["99"]);
  assert.deepEqual(read(" \n\t\n"), []);
});

const faults = (text: string, here: readonly string[] = []) =>
  faultsOf(readNames(text), here).map(({ line, why, first }) => [line, why, first]);

test("CL3 a name that does not fit is told with its line", () => {
  assert.deepEqual(faults(NAMES.join("\n"), ["Amin"]), []);
  assert.deepEqual(faults("Amina\n\nBaraka\n amina"), [[4, "twice", 1]]);
  assert.deepEqual(faults("Amina\nAmi\u200bna"), [[2, "twice", 1]], "nobody sees what is between");
  assert.deepEqual(faults("Ａmina", ["AMINA"]), [[1, "here", undefined]]);
  assert.deepEqual(faults(`${"x".repeat(MAX_NAME)}\n${"y".repeat(MAX_NAME + 1)}`), [
    [2, "long", undefined],
  ]);
  assert.deepEqual(faults("\u202eanimA"), [[1, "turned", undefined]]);
  assert.deepEqual(faults("Amina\n\u202b\u202danimA"), [[2, "turned", undefined]]);
  assert.deepEqual(faults(`A${"\u0301".repeat(9)}mina`), [[1, "marks", undefined]]);
  assert.deepEqual(faults("Аmina"), [[1, "mixed", undefined]]);
});

const words = wordsIn("en");
const FORM = "f".repeat(22);
const came = (text: string, here: readonly string[] = []) => {
  const learners = here.map((name, i) => ({ id: String(i), name })) as never;
  return newcomersIn(text, { form: FORM, here: learners }, words);
};

test("CL3 what is told names the line and the way out, five lines at most", () => {
  const [twice] = [came("Amina\nBaraka\nAmina")];
  assert.match(
    "problem" in twice ? twice.problem : "",
    /^Line 3: \u2068Amina\u2069 is already on line 1\. Enter \u2068Amina \(2\)\u2069 for one of the two\.$/,
  );
  const many = came(Array.from({ length: 9 }, () => "Amina").join("\n"));
  assert.match("problem" in many ? many.problem : "", /Line 6:.*3 more lines need attention\.$/);
  const turned = came("\u202eanimA");
  assert.ok("problem" in turned && !turned.problem.includes("\u202e"), "the words are not turned");
});

test("CL2 a hundred people are a class, and of 3,000 rows the word comes at once", () => {
  const rows = (n: number) => Array.from({ length: n }, (_, i) => `Person ${i + 1}`).join("\n");
  const all = came(rows(MAX_LEARNERS));
  assert.equal("newcomers" in all && all.newcomers.length, MAX_LEARNERS);
  for (const [n, said] of [
    [MAX_LEARNERS + 1, "You entered 101 names"],
    [3000, "You entered 3,000 names"],
  ] as const) {
    const refused = came(rows(n));
    assert.ok("problem" in refused && refused.problem.startsWith(said), JSON.stringify(refused));
  }
  const full = came("Rosa\nSami", rows(99).split("\n"));
  assert.match("problem" in full ? full.problem : "", /room for 1 more person/);
});

test("CL3 a form that is sent twice adds nobody twice, also who was called otherwise meanwhile", () => {
  const first = came("Amina\nBaraka");
  assert.ok("newcomers" in first);
  const here = first.newcomers.map((one) => ({ ...one, name: `${one.name} B` })) as never;
  assert.deepEqual(newcomersIn("Amina\nBaraka", { form: FORM, here }, words), {
    newcomers: [],
    brought: 2,
  });
  const other = newcomersIn("Amina", { form: "g".repeat(22), here }, words);
  assert.ok("newcomers" in other && other.newcomers.length === 1);
});

/** How long texts of 100,000 characters take, the kindest and the worst: one line of JSON for each. */
import { partsOf } from "./address.ts";
import { skeleton } from "./look.ts";
import { tidy } from "./tidy.ts";
import { trouble } from "./trouble.ts";

const SIZE = 100_000; // characters
const ROUNDS = 9; // the median is told
const of = (piece: string) => piece.repeat(SIZE / piece.length);

const TEXTS: Readonly<Record<string, string>> = {
  "English words": of("Who mends the mast when it falls in winter? "),
  "Hindi words": of("गाँव में नेटवर्क कब आएगा? "),
  "one word": of("x"),
  "combining marks, sorted": of("\u0301"),
  "combining marks, unsorted": of("\u0301\u0316"),
  joiners: of("\u200d\u200c"),
  overrides: of("\u202e\u2067"),
  "isolates around letters": of("\u2067א\u2069"),
  "empty lines": of("\n"),
  "lines that end in blanks": of(" \n"),
  families: of("👨\u200d"),
  dots: of("a.a."),
  addresses: of("https://example.org/a?b=c "),
  "one address": `https://example.org/${of("a")}`,
  "names before hosts": of("https://a@b:c@d/"),
  brackets: of("a.org (https://b.org"),
};

for (const [name, text] of Object.entries(TEXTS)) {
  measure(`tidy: ${name}`, () => tidy(text).length);
  measure(`trouble: ${name}`, () => trouble(text).length);
  measure(`links: ${name}`, () => partsOf(text).length);
}
measure("skeleton: a name of 80 characters", () => skeleton("Еdіtоr of all ".repeat(6)).length);

function measure(name: string, work: () => number): void {
  let sink = work();
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    sink += work();
    return performance.now() - start;
  }).toSorted((a, b) => a - b);
  if (Number.isNaN(sink)) throw new Error(`Expected ${name} to do something, got nothing.`);
  const value = Number(times[ROUNDS >> 1]!.toFixed(2));
  console.log(JSON.stringify({ name: `plaintext: ${name}`, value, unit: "ms" }));
}

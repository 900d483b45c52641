/**
 * The clock of a program that a test starts, as the test sets it: loaded before the program, in each of its threads. Time
 * can pass (`pass`), or the machine's clock alone can jump (`jump`).
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

interface MovedClock {
  /** What the program is started with. */
  readonly env: Readonly<Record<string, string>>;
  /** ms that pass at once; timers still take their time. */
  pass(ms: number): void;
  jump(ms: number): void;
  /** UTC milliseconds, by the program's clock. */
  now(): number;
}

/** @param dir where what moves it is written */
export function movedClock(dir: string): MovedClock {
  const ahead = join(dir, "ahead.json");
  const shim = join(dir, "clock.mjs");
  let [wall, passed] = [0, 0];
  const write = () => writeFileSync(ahead, JSON.stringify({ wall, passed }));
  write();
  writeFileSync(shim, SHIM.replace("AHEAD", JSON.stringify(ahead)));
  return {
    env: { NODE_OPTIONS: `--import=${pathToFileURL(shim).href}` },
    pass(ms) {
      wall += ms;
      passed += ms;
      write();
    },
    jump(ms) {
      wall += ms;
      write();
    },
    now: () => Date.now() + wall,
  };
}

const SHIM = `
import { readFileSync } from "node:fs";
const RealDate = Date, real = Date.now, passed = performance.now.bind(performance);
let ahead = { wall: 0, passed: 0 }, looked = -Infinity;
const look = () => {
  if (passed() - looked > 50) {
    looked = passed();
    try { ahead = JSON.parse(readFileSync(AHEAD, "utf8")); } catch {}
  }
  return ahead;
};
globalThis.Date = class Date extends RealDate {
  constructor(...given) { given.length === 0 ? super(real() + look().wall) : super(...given); }
  static now() { return real() + look().wall; }
};
performance.now = () => passed() + look().passed;
const ticks = process.hrtime.bigint;
process.hrtime.bigint = () => ticks() + BigInt(look().passed) * 1000000n;
`;

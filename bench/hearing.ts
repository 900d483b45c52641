/**
 * What listening takes: our transform beside fft.js, powers of real samples, interleaved; and `cnd listen judge` over an hour of
 * WAV of 8 and of 48 kHz, in processor time of one core, as a day would take, with the most memory that the process had.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import FFT from "fft.js";
import { transformOf } from "../src/engines/hearing/fft.ts";
import { chanceFrom } from "../src/engines/hearing/random.ts";
import { wav } from "../tests/recordings.ts";
import { program, temporary } from "../tools/program.ts";
import { median, report } from "./report.ts";

const ROUNDS = 9;
const SIZES = [256, 2048] as const; // those that the features take
const HOURS = 1;
const HERTZ = 100; // ticks a second of the kernel’s clock for processes, on every Linux of today

for (const size of SIZES) transforms(size);
using folder = temporary();
for (const rate of [8000, 48_000]) await day(rate);

/** As many of one size as take some hundredths of a second, one way after the other. */
function transforms(size: number): void {
  const chance = chanceFrom(size);
  const input = Float32Array.from({ length: size }, () => chance.normal());
  const own = transformOf(size);
  const powers = new Float32Array(size / 2 + 1);
  const peer = new FFT(size);
  const bins = peer.createComplexArray();
  const ways = {
    own: () => own.powers(input, 0, powers),
    peer: () => {
      peer.realTransform(bins, input);
      for (let k = 0; k <= size / 2; k++) powers[k] = bins[2 * k]! ** 2 + bins[2 * k + 1]! ** 2;
    },
  };
  const times = Math.round(20_000_000 / size / Math.log2(size));
  const speeds: Record<keyof typeof ways, number[]> = { own: [], peer: [] };
  for (let round = -2; round < ROUNDS; round++)
    for (const [name, way] of Object.entries(ways) as [keyof typeof ways, () => void][]) {
      const began = process.cpuUsage();
      for (let n = 0; n < times; n++) way();
      const { user, system } = process.cpuUsage(began);
      if (round >= 0) speeds[name].push((times * 1e6) / (user + system));
    }
  const [value, beside] = [median(speeds.own), median(speeds.peer)];
  report({
    name: `hearing: powers of ${size} samples`,
    value,
    unit: "a second of one core",
    peer: { "fft.js 4.0.4": beside },
    ratio: value / beside,
  });
}

async function day(rate: number): Promise<void> {
  const file = join(folder.dir, `${rate}.wav`);
  written(file, rate);
  const child = spawn(process.execPath, [program(), "listen", "judge", file], { stdio: "ignore" });
  const ended = once(child, "exit");
  let [seconds, memory] = [0, 0];
  while (child.exitCode === null) {
    const now = taken(child.pid!);
    if (now) ({ seconds, memory } = now);
    await sleep(20);
  }
  await ended;
  rmSync(file);
  if (child.exitCode !== 0) throw new Error(`cnd listen judge ended with ${child.exitCode}`);
  const name = `hearing: 24 hours of WAV of ${rate / 1000} kHz`;
  report({ name, value: (seconds * 24) / HOURS / 60, unit: "minutes of one core" });
  report({ name: `${name}, memory`, value: memory, unit: "MB" });
}

/** A minute of noise, again and again: 16 bits, one channel. */
function written(file: string, rate: number): void {
  const bytes = 2 * rate * 3600 * HOURS;
  const head = wav(new Float32Array(0), { rate, size: bytes });
  const chance = chanceFrom(rate);
  const minute = Int16Array.from({ length: 60 * rate }, () => 3000 * chance.normal());
  const out = openSync(file, "w");
  writeSync(out, head);
  for (let n = 0; n < 60 * HOURS; n++) writeSync(out, new Uint8Array(minute.buffer));
  closeSync(out);
}

/** What a process took up to now, as Linux says; nothing once it is gone. */
function taken(pid: number): { readonly seconds: number; readonly memory: number } | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ");
    const most = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
    if (!most) return undefined;
    return {
      seconds: (Number(fields[11]) + Number(fields[12])) / HERTZ,
      memory: Number(most[1]) / 1000,
    };
  } catch {
    return undefined;
  }
}

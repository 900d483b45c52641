/**
 * `npm run test:long`: what takes too long for every day. First tests/long, then the whole suite on other days, in other
 * zones and with other fonts. `npm run test:long -- NAME` runs one of them, `npm run test:long -- NAME FILE…` those files in
 * it; a moment, such as 2026-12-31T23:59:30Z, is a name too.
 *
 * The clock is libfaketime's, for everything that a run starts: PostgreSQL, browsers, other programs. It is ahead by a
 * whole number of seconds, the same for all processes, so that none disagrees with another; the monotonic clock is left alone,
 * because timers and Java hang without it. Not reached are the times of files, which are the real ones (Node asks the
 * kernel by `statx`), and Go programs, which ask no library.
 */
import { spawnSync } from "node:child_process";
import { globSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fail, LONG_NEEDS, provide } from "./needs.ts";

const A_DAY = 86_400_000; // ms
const now = new Date();
const [year, month] = [now.getUTCFullYear(), now.getUTCMonth()];
const dir = mkdtempSync(join(tmpdir(), "cnd-long-"));

type Env = Readonly<Record<string, string>>;
const RUNS: Readonly<Record<string, () => Env>> = {
  long: () => ({
    CND_TEST_AT_MOST: String(3 * 3_600_000), // ms, of one file
    CND_LETTERS: "300",
    CND_KILLS: "50",
    CND_ORDERS: "12",
    CND_SEEDS: "60",
  }),
  tomorrow: () => at(Date.now() + A_DAY),
  later: () => at(Date.now() + 40 * A_DAY),
  leap: () => at(Date.UTC(2028, 1, 29, 12)),
  "new-year": () => at(Date.UTC(year, 11, 31, 23, 50)),
  first: () => at(Date.UTC(year, month + 1, 1, 0, 5)),
  kiritimati: () => ({ TZ: "Pacific/Kiritimati" }), // 14 hours ahead of UTC
  "st-johns": () => ({ TZ: "America/St_Johns" }), // behind it, and by half an hour
  dejavu: () => written(["dejavu"]), // what a machine has on which nobody installed fonts
  noto: () => written(["dejavu", "noto"]),
  liberation: () => written(["dejavu", "liberation"]),
};

const [name, ...files] = process.argv.slice(2);
const moment = Date.parse(name ?? "");
if (name !== undefined && !(name in RUNS) && Number.isNaN(moment))
  fail(
    `Expected one of ${Object.keys(RUNS).join(", ")}, or a moment, got ${JSON.stringify(name)}.`,
  );
provide(Object.values(LONG_NEEDS));

// Those beside the folder have a short form for every day.
const LONG = globSync([
  "tests/long/*.test.ts",
  "tests/{kill,convergence,letters-sent}.test.ts",
  "src/features/plans/planning/{branching,prove}.test.ts",
]);
const passed = new Map<string, boolean>();
for (const one of name === undefined ? Object.keys(RUNS) : [name]) {
  const env = RUNS[one]?.() ?? at(moment);
  const some = one === "long" && files.length === 0 ? LONG : files;
  if (one === "long" && some.length === 0) continue;
  console.log(`\n${one}: ${Object.entries(env).join(" ").replaceAll(",", "=")}`);
  const run = spawnSync(process.execPath, ["tools/test.ts", ...some], {
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  passed.set(one, run.status === 0);
}
rmSync(dir, { recursive: true });
for (const [one, is] of passed) console.log(`${is ? "passed" : "FAILED"}: ${one}`);
process.exit([...passed.values()].every(Boolean) ? 0 : 1);

/** @param ms when the run begins, UTC */
function at(ms: number): Env {
  const ahead = Math.round((ms - Date.now()) / 1000);
  return {
    LD_PRELOAD: LONG_NEEDS.faketime.found()!,
    FAKETIME: `${ahead < 0 ? "" : "+"}${ahead}s`,
    FAKETIME_DONT_FAKE_MONOTONIC: "1",
    FAKETIME_FORCE_MONOTONIC_FIX: "0", // else Chromium waits for ever
  };
}

/** Only these of the system's fonts, with the system's own rules which of them stands for what. */
function written(families: readonly string[]): Env {
  const file = join(dir, `${families.join("-")}.conf`);
  const from = families.map((family) => `<dir>/usr/share/fonts/truetype/${family}</dir>`);
  const rules = `<include ignore_missing="yes">/etc/fonts/conf.d</include>`;
  const cache = `<cachedir>${join(dir, "fonts")}</cachedir>`;
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${from.join("")}${rules}${cache}</fontconfig>\n`,
  );
  return { FONTCONFIG_FILE: file };
}

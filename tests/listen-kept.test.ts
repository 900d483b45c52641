/** What `cnd listen PATH…` keeps of recordings (src/engines/hearing/README.md): numbers, with which it goes on; nothing of the sound is written. */
import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { around, cnd, program } from "../tools/program.ts";
import { quiet, speech, wav } from "./recordings.ts";
import { soundIn, writtenIn } from "./sound-search.ts";
import { calm, loud, said, listen, sticks, type Heard } from "./sticks.ts";

const { dir, folder } = sticks();

test("LF3 what was judged is not listened to again, until the recording, the detector or the threshold is another", () => {
  const state = join(dir, "judged.jsonl");
  const stick = folder({ "20260601_030000.WAV": wav(calm), "20260601_040000.WAV": wav(loud) });
  const twice = [listen(stick, "--state", state), listen(stick, "--state", state)];
  assert.deepEqual(twice[1]!.heard, twice[0]!.heard);
  assert.doesNotMatch(twice[0]!.err, /judged before/);
  assert.match(twice[1]!.err, /2 were judged before/);
  assert.match(twice[1]!.err, /kept in .*judged\.jsonl, numbers alone.* Delete it when you like/);
  assert.doesNotMatch(listen(stick, "--state", state, "--threshold", "0.99").err, /judged before/);
  writeFileSync(join(stick, "20260601_030000.WAV"), wav(loud));
  const third = listen(stick, "--state", state);
  assert.match(third.err, /1 were judged before/);
  assert.equal(third.heard.alarms, 2);
  // Another stick has files of the same names, sizes and times.
  const other = folder({ "20260601_040000.WAV": wav(quiet(24, 77)) });
  const { mtime } = statSync(join(stick, "20260601_040000.WAV"));
  utimesSync(join(other, "20260601_040000.WAV"), mtime, mtime);
  const fourth = listen(other, "--state", state);
  assert.deepEqual([fourth.heard.alarms, /judged before/.test(fourth.err)], [0, false]);
  // A crash cut the last line off.
  truncateSync(state, statSync(state).size - 20);
  assert.equal(listen(other, "--state", state).heard.alarms, 0);
  assert.match(listen(other, "--state", state).err, /1 were judged before/);
});

test("LF3 stopped in the middle it says so, and the same command goes on from there; two at once on one file lose nothing", async () => {
  const files = Object.fromEntries(
    Array.from({ length: 14 }, (_, n) => [
      `20260601_${String(n).padStart(2, "0")}0000.WAV`,
      wav(quiet(30, n)),
    ]),
  );
  const stick = folder(files);
  const state = join(dir, "stopped.jsonl");
  const lines = () => (existsSync(state) ? readFileSync(state, "utf8").split("\n").length - 2 : 0);
  const begin = () =>
    spawn(process.execPath, [program(), "listen", stick, "--state", state, "--json"], {
      stdio: ["ignore", "pipe", "pipe"],
      env: around(),
    });
  const first = begin();
  let err = "";
  first.stderr.on("data", (bytes) => (err += String(bytes)));
  first.stdout.resume();
  while (lines() < 3) await sleep(5);
  first.kill("SIGINT");
  const [code] = (await once(first, "close")) as [number | null];
  const so = lines();
  assert.ok(code === 1 && so >= 3 && so < 14, `${code}, ${so} of 14`);
  assert.match(err, /Stopped\. Run the same command again to continue\./);
  const two = [begin(), begin()];
  const outs = await Promise.all(
    two.map(async (one) => {
      let out = "";
      one.stderr.resume();
      one.stdout.on("data", (bytes) => (out += String(bytes)));
      await once(one, "close");
      return JSON.parse(out) as Heard;
    }),
  );
  assert.deepEqual(outs[0], outs[1]);
  assert.equal(outs[0]!.recorders[0]!["files"], 14);
  const { err: last } = listen(stick, "--state", state);
  assert.match(last, /14 were judged before/);
});

test("LF4 what is kept holds neither sound nor names; a file of somebody else is not written to", () => {
  const state = join(dir, "numbers.jsonl");
  const stick = folder({
    "secret-place/20260601_040000.WAV": wav(loud, { comment: said("2026-06-01T04:00:00") }),
  });
  listen(stick, "--state", state);
  const kept = readFileSync(state, "utf8");
  assert.match(kept, /"seconds":24/);
  assert.doesNotMatch(kept, /secret-place|20260601|stick/);
  assert.equal(soundIn(Buffer.from(kept), loud), 0);
  assert.equal(statSync(state).mode & 0o777, 0o600);
  const mine = join(stick, "secret-place/20260601_040000.WAV");
  const before = readFileSync(mine);
  const { code, err } = cnd(["listen", stick, "--state", mine]);
  assert.equal(code, 1);
  assert.match(err, /expected what cnd listen has judged, found something else/);
  assert.ok(readFileSync(mine).equals(before));
  assert.match(
    cnd(["listen", stick, "--state", join(dir, "none/there")]).err,
    /Name another file with --state/,
  );
  const here = readdirSync(".").length;
  listen(stick);
  assert.equal(readdirSync(".").length, here, "--no-state keeps nothing");
});

test("LF10 no sound is written anywhere, not for a second: every file that is written is known, and none holds a sample", () => {
  const words = speech(40, 3);
  const stick = folder({ "20260601_040000.WAV": wav(words) });
  execFileSync("ffmpeg", [
    "-v",
    "error",
    "-i",
    join(stick, "20260601_040000.WAV"),
    join(stick, "20260601_050000.flac"),
  ]);
  const house = join(dir, "house");
  for (const name of ["tmp", "here", "home"]) mkdirSync(join(house, name), { recursive: true });
  const traced = join(dir, "traced");
  const calls = "openat,open,creat,memfd_create,truncate,rename,renameat,renameat2,mknod,mknodat";
  const ran = spawnSync(
    "strace",
    [
      "-f",
      "-s",
      "4096",
      "-o",
      traced,
      "-e",
      `trace=${calls}`,
      process.execPath,
      program(),
      "listen",
      stick,
      "--json",
      "--picture",
      "hours.svg",
    ],
    {
      encoding: "utf8",
      cwd: join(house, "here"),
      env: {
        ...around(),
        TMPDIR: join(house, "tmp"),
        HOME: join(house, "home"),
        NODE_COMPILE_CACHE: join(house, "tmp/compiled"),
      },
    },
  );
  assert.equal(ran.status, 0, ran.stderr);
  assert.equal((JSON.parse(ran.stdout) as Heard).hoursListened, 0.022);
  const written = writtenIn(readFileSync(traced, "utf8"));
  assert.ok(written.length > 0, "what is written is seen");
  for (const line of written) assert.match(line, /"(?:listen-judged\.jsonl|hours\.svg)"/);
  assert.equal(soundIn(wav(words), words) > 0, true, "a sample would be found");
  for (const file of readdirSync(house, { recursive: true, withFileTypes: true }))
    if (file.isFile())
      assert.equal(soundIn(readFileSync(join(file.parentPath, file.name)), words), 0, file.name);
  appendFileSync(join(house, "here/hours.svg"), wav(words).subarray(1001, 9001));
  assert.ok(
    soundIn(readFileSync(join(house, "here/hours.svg")), words) > 0,
    "and is found wherever it lies",
  );
});

/** `cnd listen PATH…` (src/engines/hearing/README.md): recordings of a stick, whatever lies on it, become a table; nothing of the sound is written. */
import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { isBelieved, recorderOf } from "../src/commands/listen/recorder.ts";
import { picture } from "../src/commands/listen/picture.ts";
import { toldAsCsv, toldAsText } from "../src/commands/listen/said.ts";
import { between, tableOf, type Listened } from "../src/commands/listen/table.ts";
import { shownName } from "../src/commands/listen/walk.ts";
import { around, cnd, program } from "../tools/program.ts";
import { comment, quiet, speech, wav, withMotor } from "./recordings.ts";
import { soundIn } from "./sound-search.ts";

const dir = mkdtempSync(join(tmpdir(), "cnd-listen-files-"));
after(() => rmSync(dir, { recursive: true }));
let made = 0;
/** A folder of its own, with these files in it. */
function folder(files: Readonly<Record<string, Uint8Array>>): string {
  const path = join(dir, `stick-${++made}`);
  mkdirSync(path);
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(join(path, name, ".."), { recursive: true });
    writeFileSync(join(path, name), bytes);
  }
  return path;
}
const A = "24F3190361DA9F2C";
const B = "249BC30461CBB1E2";
const calm = quiet(12, 1);
const loud = withMotor(quiet(24, 2), 4, 14);
const said = (at: string, device = A, more = {}) => comment({ at, device, ...more });

interface Heard {
  readonly hoursListened: number;
  readonly alarms: number;
  readonly note: string;
  readonly recorders: readonly Record<string, unknown>[];
  readonly byHour: readonly Record<string, unknown>[];
  readonly heard: readonly Record<string, unknown>[];
  readonly unread: readonly { readonly path: string; readonly why: string }[];
}
/** What is heard, with `--json`; where nothing else is said, nothing is kept. */
function listen(...args: string[]): {
  readonly code: number | null;
  readonly err: string;
  readonly heard: Heard;
} {
  const kept = args.includes("--state") ? [] : ["--no-state"];
  const { code, out, err } = cnd(["listen", ...args, "--json", ...kept]);
  assert.notEqual(out, "", err);
  return { code, err, heard: JSON.parse(out) as Heard };
}

test("LF1 recordings of a stick become a table by hour and day, with what each recorder said of itself; alarms of a motor alone", () => {
  const stick = folder({
    "20260601_030000.WAV": wav(calm, { comment: said("2026-06-01T03:00:00") }),
    "20260601_235950.WAV": wav(loud, {
      comment: said("2026-06-01T23:59:50", A, { battery: "3.9" }),
    }),
    "B/20260602_120000.WAV": wav(loud, { comment: said("2026-06-02T12:00:00", B) }),
    "notes.txt": Buffer.from("no sound"),
    ".hidden.wav": Buffer.from("no sound"),
  });
  const { code, heard, err } = listen(stick);
  assert.equal(code, 0, err);
  assert.equal(heard.hoursListened, Math.round((1000 * (12 + 24 + 24)) / 3600) / 1000);
  assert.deepEqual(
    heard.recorders.map(({ recorder, files, alarms, battery, temperature, gain, last }) => [
      recorder,
      files,
      alarms,
      battery,
      temperature,
      gain,
      last,
    ]),
    [
      [B, 1, 1, 4.2, 22.3, "medium", "2026-06-02T12:00:00.000Z"],
      [A, 2, 1, 3.9, 22.3, "medium", "2026-06-01T23:59:50.000Z"],
    ],
  );
  assert.deepEqual(
    heard.byHour.map(({ day, hour, recorder, seconds, alarms }) => [
      day,
      hour,
      recorder,
      seconds,
      alarms,
    ]),
    [
      ["2026-06-01", 3, A, 12, 0],
      ["2026-06-01", 23, A, 10, 1],
      ["2026-06-02", 0, A, 14, 0],
      ["2026-06-02", 12, B, 24, 1],
    ],
  );
  assert.match(heard.note, /Not tried in a forest/);
  const kampala = listen(stick, "--zone", "Africa/Kampala").heard.byHour.map(
    ({ day, hour }) => `${String(day)} ${String(hour)}`,
  );
  assert.deepEqual(kampala, ["2026-06-01 6", "2026-06-02 2", "2026-06-02 3", "2026-06-02 15"]);
  assert.equal(listen(stick, "--from", "2026-06-02").heard.hoursListened, 0.007);
  const svg = join(dir, "hours.svg");
  const text = cnd(["listen", stick, "--no-state", "--picture", svg]);
  assert.match(text.out, /2 alarms; that is .* in 24 hours, with 95 % confidence between/);
  assert.match(text.out, /Not tried in a forest/);
  assert.match(text.out, /^2026-06-01 {15}\. {79}1$/m);
  const drawn = readFileSync(svg, "utf8");
  assert.match(drawn, /^<svg [^]*2026-06-01[^]*Not tried in a forest[^]*<\/svg>\n$/);
  const rows = cnd(["listen", stick, "--no-state", "--csv"]).out.trim().split("\r\n");
  assert.equal(rows[0], "day,hour,zone,recorder,seconds_listened,alarms,motor_seconds");
  assert.match(rows[2]!, /^2026-06-01,23,UTC,24F3190361DA9F2C,10,1,/);
});

test("LF2 a name says when a recording began, in UTC; its comment says it better, of whatever zone", () => {
  assert.deepEqual(recorderOf("20260601_143000.WAV"), { start: Date.UTC(2026, 5, 1, 14, 30) });
  assert.deepEqual(recorderOf("SITE3_20260601_143000T.wav"), {
    start: Date.UTC(2026, 5, 1, 14, 30),
  });
  for (const name of [
    "20260231_143000.WAV",
    "20260601_243000.WAV",
    "dawn.wav",
    "2026.wav",
    "x".repeat(9999),
  ])
    assert.deepEqual(recorderOf(name), {}, name);
  const old =
    "Recorded at 19:17:30 12/12/2018 (UTC) by AudioMoth 24F3190361DA9F2C at low-medium gain setting while battery state was less than 2.5V and temperature was -2.0C.";
  assert.deepEqual(recorderOf("a.wav", old), {
    start: Date.UTC(2018, 11, 12, 19, 17, 30),
    device: A,
    gain: "low-medium",
    battery: 2.5,
    temperature: -2,
  });
  const local = (zone: string) =>
    recorderOf("20260601_143000.WAV", said("2026-06-01T14:30:00", A, { zone })).start;
  assert.equal(local("+3"), Date.UTC(2026, 5, 1, 11, 30));
  assert.equal(local("-5:30"), Date.UTC(2026, 5, 1, 20, 0));
  for (const odd of [
    "",
    "Recorded at",
    "Recorded at 99:99:99 99/99/9999 (UTC) by AudioMoth",
    "\u202e".repeat(2000),
  ])
    assert.deepEqual(recorderOf("a.wav", odd), {}, odd);
  assert.deepEqual(
    [Date.UTC(1970, 0, 1, 5), Date.UTC(2026, 5), Date.UTC(2031, 0)].map((at) =>
      isBelieved(at, Date.UTC(2026, 6)),
    ),
    [false, true, false],
  );
});

test("LF2 what has no time, or one that cannot be, is listened to and stands in no hour", () => {
  const stick = folder({
    "dawn.wav": wav(loud),
    "19700101_000012.WAV": wav(calm, { comment: said("1970-01-01T00:00:12") }),
  });
  const { code, heard, err } = listen(stick);
  assert.equal(code, 0);
  assert.deepEqual([heard.byHour, heard.alarms, heard.hoursListened], [[], 1, 0.01]);
  assert.match(err, /1 say a time that cannot be: set the clock/);
  assert.match(
    cnd(["listen", stick, "--no-state"]).out,
    /0\.01 hours have no time that can be believed/,
  );
});

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
  assert.match(err, /Stopped\. The same command again goes on from here\./);
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

test("LF5 an alarm that lasts from one recording into the next is one; the same recording twice is counted once", () => {
  const one = withMotor(quiet(20, 5), 8, 12);
  const next = withMotor(quiet(20, 6), 0, 10);
  const stick = folder({
    "20260601_040000.WAV": wav(one, { comment: said("2026-06-01T04:00:00") }),
    "20260601_040020.WAV": wav(next, { comment: said("2026-06-01T04:00:20") }),
  });
  mkdirSync(join(stick, "copy"));
  copyFileSync(join(stick, "20260601_040000.WAV"), join(stick, "copy/20260601_040000.WAV"));
  const { heard, err } = listen(stick);
  assert.match(err, /1 were copies of others, and counted once/);
  assert.deepEqual([heard.alarms, heard.byHour[0]!["seconds"]], [1, 40]);
  assert.ok((heard.heard[0]!["lastedSeconds"] as number) >= 18, JSON.stringify(heard.heard));
});

test("LF6 what cannot be read is named in words and the exit code says so; all else is judged", () => {
  const whole = wav(loud);
  const stick = folder({
    "20260601_040000.WAV": whole,
    "bits-float.wav": wav(loud, { isFloat: true }),
    "channels-8.wav": wav(loud, { channels: 8 }),
    "cut.wav": whole.subarray(0, whole.length / 2),
    "four-gigabytes.wav": wav(loud, { size: 0xf0_00_00_00 }),
    "empty.wav": new Uint8Array(0),
    "head.wav": whole.subarray(0, 44),
    "half-a-head.wav": whole.subarray(0, 30),
    "rate-0.wav": wav(calm, { rate: 0 }),
    "rate-1.wav": wav(calm, { rate: 1 }),
    "rate-4-billion.wav": wav(calm, { rate: 4_000_000_000 }),
    "channels-none.wav": wav(calm.subarray(0, 10), { channels: 0 }),
    "text.wav": Buffer.from("This is no sound at all."),
    "text.ogg": Buffer.from("OggS this is no sound at all."),
  });
  execFileSync("mkfifo", [join(stick, "pipe.wav")]);
  symlinkSync("/etc/passwd", join(stick, "link.wav"));
  symlinkSync(stick, join(stick, "round"));
  const { code, err, heard } = listen(stick, join(stick, "nowhere.wav"), join(stick, "pipe.wav"));
  assert.equal(code, 1);
  assert.equal(heard.alarms, 5, JSON.stringify(heard.heard));
  const why = Object.fromEntries(
    heard.unread.map(({ path, why: words }) => [path.slice(stick.length + 1), words]),
  );
  const expected: Readonly<Record<string, RegExp>> = {
    "empty.wav": /found an empty file/,
    "head.wav": /expected samples, found a head alone/,
    "half-a-head.wav": /found none/,
    "rate-0.wav": /samples a second, found 0/,
    "rate-1.wav": /samples a second, found 1/,
    "rate-4-billion.wav": /samples a second, found 4000000000/,
    "channels-none.wav": /channels, found 0/,
    "text.wav": /expected WAV, Ogg, FLAC, MP3 or M4A, found other bytes/,
    "text.ogg": /expected a sound\. ffmpeg says/,
    "pipe.wav": /found a pipe or a device/,
    "nowhere.wav": /is not there/,
  };
  assert.deepEqual(Object.keys(why).toSorted(), Object.keys(expected).toSorted());
  for (const [name, words] of Object.entries(expected)) {
    assert.match(why[name]!, words, name);
    assert.ok(err.includes(name), name);
  }
  assert.match(err, /11 could not be read/);
  assert.match(err, /2 ended before their heads said: judged as far as they went/);
  assert.match(err, /1 are links, which are not followed: .*link\.wav/);
  assert.doesNotMatch(err, /root:/);
  const none = cnd(["listen", folder({ "notes.txt": new Uint8Array(1) })]);
  assert.deepEqual([none.code, none.out], [1, ""]);
  assert.match(none.err, /Expected sounds .* found none/);
  for (const [args, words] of [
    [["--zone", "Mars/Olympus"], /--zone: expected a zone/],
    [["--from", "2026-02-30"], /--from: expected a day/],
    [["--threshold", "2"], /--threshold: expected a score between 0 and 1/],
    [["--csv", "--json"], /found both/],
    [["--detector", join(stick, "cut.wav")], /expected a detector/],
  ] as const)
    assert.match(cnd(["listen", stick, ...args]).err, words);
});

test("LF7 Ogg, FLAC, MP3 and M4A come through ffmpeg, with their comment; where it is missing, WAV is judged all the same", () => {
  const path = folder({ "20260601_040000.WAV": wav(loud) });
  const told = folder({ "a.wav": wav(loud, { comment: said("2026-06-01T04:30:00") }) });
  const coded = [
    "20260601_050000.flac",
    "20260601_060000.ogg",
    "20260601_070000.mp3",
    "20260601_080000.m4a",
  ];
  const make = (from: string, to: string) =>
    execFileSync("ffmpeg", ["-v", "error", "-i", from, to]);
  for (const name of coded) make(join(path, "20260601_040000.WAV"), join(path, name));
  make(join(told, "a.wav"), join(told, "a.flac"));
  const { code, err, heard } = listen(path);
  assert.deepEqual([code, heard.alarms], [0, 5], `${err} ${JSON.stringify(heard)}`);
  const [one] = listen(join(told, "a.flac")).heard.recorders;
  assert.deepEqual([one!["recorder"], one!["last"]], [A, "2026-06-01T04:30:00.000Z"]);
  const without = spawnSync(process.execPath, [program(), "listen", path, "--json", "--no-state"], {
    encoding: "utf8",
    env: { PATH: dir },
  });
  assert.equal(without.status, 1);
  const left = JSON.parse(without.stdout) as Heard;
  assert.deepEqual([left.alarms, left.unread.length], [1, 4]);
  assert.match(without.stderr, /need ffmpeg on this machine, and it is not installed/);
});

test("LF8 a name is one line that nobody can turn around, in text, CSV and picture", () => {
  const trick = "evil\n\u202egnp.wav\u0007\u2028=cmd()<b>";
  const at = (recorder: string): Listened => ({
    path: trick,
    recorder,
    start: Date.UTC(2026, 5, 1),
    judged: { seconds: 60, alarms: [{ from: 1, to: 20, score: 0.9 }] },
  });
  const table = tableOf([at(trick), at("=1+1")], "UTC");
  const told = { table, zone: "UTC", detector: "x\u202e", score: 0.5 };
  const text = toldAsText(told);
  for (const sign of "\u202e\u2028\u0007") assert.ok(!text.includes(sign));
  assert.ok(text.includes(String.raw`evil\u{a}\u{202e}gnp.wav\u{7}\u{2028}=cmd()<b>`));
  assert.ok(toldAsCsv(told).includes(",'=1+1,"));
  const drawn = picture({ ...told, detector: "<script>\0" });
  assert.ok(!drawn.includes("<script") && !drawn.includes("\0"));
  assert.equal(shownName("a".repeat(1000)).length, 301);
  const stick = folder({ "new\nline.wav": Buffer.from("no"), "20260601_040000.WAV": wav(calm) });
  const { err, heard } = listen(stick);
  assert.match(err, /new\\u\{a\}line\.wav: expected WAV/);
  assert.equal(heard.unread.length, 1);
});

test("LF9 so many alarms in so few hours allow no more than they do: of none, up to 3.7 in as long again", () => {
  const near = (a: readonly [number, number], b: readonly [number, number]) =>
    assert.ok(
      Math.abs(a[0] - b[0]) < 0.01 && Math.abs(a[1] - b[1]) < 0.01,
      `${a.join()} ${b.join()}`,
    );
  near(between(0), [0, 3.689]); // Garwood's table
  near(between(1), [0.025, 5.572]);
  near(between(10), [4.795, 18.39]);
  const [least, most] = between(1000);
  assert.ok(Math.abs(least - 938.97) < 0.5 && Math.abs(most - 1063.96) < 0.5, `${least} ${most}`);
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
  const written = readFileSync(traced, "utf8")
    .split("\n")
    .filter(
      (line) =>
        /O_WRONLY|O_RDWR|O_CREAT|creat\(|memfd_create|rename|mknod/.test(line) &&
        !line.includes("= -1"),
    )
    .filter((line) => !/"\/dev\/(?:null|tty)"|\/tmp\/compiled/.test(line));
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

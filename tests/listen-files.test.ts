/** `cnd listen PATH…` (src/engines/hearing/README.md): recordings of a stick become a table. */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { isBelieved, recorderOf } from "../src/commands/listen/recorder.ts";
import { between } from "../src/commands/listen/table.ts";
import { cnd, program } from "../tools/program.ts";
import { quiet, wav, withMotor } from "./recordings.ts";
import { A, B, calm, loud, said, listen, sticks, type Heard } from "./sticks.ts";

const { dir, folder } = sticks();

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

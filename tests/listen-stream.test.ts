/** `cnd listen --sensor NAME … -` (src/engines/hearing/README.md): sound as it comes becomes messages, and nothing else of it is left. */
import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import test, { after } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { drawings } from "../src/commands/listen/drawing.ts";
import { aliveBody, heardBody, interval, redated } from "../src/commands/listen/messages.ts";
import { OLDEST, openQueue } from "../src/commands/listen/queue.ts";
import { speaking } from "../src/commands/listen/speaking.ts";
import type { Second } from "../src/engines/hearing/listener.ts";
import { isRefusal, readMessage } from "../src/features/listening/sensors/message.ts";
import { around, cnd, program, serve, temporary } from "../tools/program.ts";
import { newCampaign } from "./campaigns.ts";
import { atListening, madeSensor } from "./listening-house.ts";
import { quiet, speech, wav, withMotor } from "./recordings.ts";
import { soundIn, writtenIn } from "./sound-search.ts";

const folder = temporary();
after(() => folder[Symbol.dispose]());
const key = join(folder.dir, "key");
writeFileSync(key, "7m2k-9xq4-7m2k-9xq4-7m2k-9xq4-7m2k\n");
const children: ChildProcess[] = [];
after(() => children.forEach((child) => child.kill("SIGKILL"))); // those of a test that failed would wait for sound for ever
let made = 0;
const queueFile = () => join(folder.dir, `queue-${++made}`);
const raw = (samples: Float32Array) => wav(samples).subarray(44);
const loud = withMotor(quiet(50, 3), 5, 30);

interface Listening {
  readonly child: ChildProcess;
  readonly err: () => string;
  readonly ended: Promise<number | null>;
}
function listens(to: string, queue: string, ...more: string[]): Listening {
  const args = [
    "listen",
    "--sensor",
    "S07",
    "--key-file",
    key,
    "--to",
    to,
    "--queue",
    queue,
    ...more,
    "-",
  ];
  const child = spawn(process.execPath, [program(), ...args], {
    stdio: ["pipe", "ignore", "pipe"],
    cwd: folder.dir,
    env: around(),
  });
  children.push(child);
  let err = "";
  child.stderr.on("data", (bytes) => (err += String(bytes)));
  child.stdin.on("error", () => undefined); // it may end before all of it is heard
  return {
    child,
    err: () => err,
    ended: once(child, "exit").then(([code]) => code as number | null),
  };
}

interface Heard {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly bytes: Buffer;
}
/** An instance that answers as it is told, and keeps what it hears. */
async function instance(
  answer: (heard: Heard) => readonly [status: number, json: object],
  port = 0,
) {
  const heard: Heard[] = [];
  const server: Server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on("data", (piece: Buffer) => pieces.push(piece));
    request.on("end", () => {
      const one = {
        path: request.url!,
        authorization: request.headers.authorization,
        bytes: Buffer.concat(pieces),
      };
      heard.push(one);
      const [status, json] = answer(one);
      response.writeHead(status).end(JSON.stringify(json));
    });
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const at = (server.address() as AddressInfo).port;
  const said = () =>
    heard
      .filter(({ path }) => path === "/listening/heard")
      .map(({ bytes }) => JSON.parse(String(bytes)) as Record<string, unknown>);
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { heard, said, base: `http://127.0.0.1:${at}`, port: at, [Symbol.dispose]: close };
}
const KEPT = [200, { kept: true }] as const;
const until = async (is: () => boolean, what: string) => {
  for (let i = 0; !is(); i++) {
    if (i > 4000) throw new Error(`Expected ${what}.`);
    await sleep(5);
  }
};

test("LF11 a stream of raw sound says that it is alive and opens one alarm at the desk, with its drawing; WAV the same", async () => {
  const data = join(folder.dir, "data");
  await newCampaign(data);
  await using server = await serve({ CND_DATA: data });
  const s07 = madeSensor("S07");
  await atListening(data, async (ask) => assert.ok(await ask.addSensor(s07.sensor)));
  const own = join(folder.dir, "own-key");
  writeFileSync(own, s07.key);
  for (const [bytes, more] of [
    [raw(loud), ["--rate", "8000"]],
    [wav(loud, { size: 0xff_ff_ff_ff }), []],
  ] as const) {
    const one = listens(server.base, queueFile(), "--key-file", own, ...more);
    one.child.stdin!.end(bytes);
    assert.equal(await one.ended, 0, one.err());
    assert.match(one.err(), /The sound has ended, after 50 seconds/);
    assert.match(one.err(), /Not tried in a forest/);
    assert.doesNotMatch(one.err(), /answers|wait/);
  }
  await atListening(data, async (ask) => {
    const alarms = await ask.alarms({});
    assert.deepEqual(
      alarms.map(({ sensor, kind, detector }) => [sensor, kind, detector]),
      [[s07.sensor.id, "motor", "motor-1"]],
    );
    const drawing = await ask.drawing(alarms[0]!.id);
    assert.ok(
      drawing && Buffer.from(drawing.bands, "base64").length % 96 === 0,
      "its drawing is there",
    );
    const { level, battery } = (await ask.sensor(s07.sensor.id))!;
    assert.ok(level !== null && level > -600 && level < -200, String(level));
    assert.equal(battery, null);
  });
});

test("LF12 what cannot be sent waits in a small file through kill -9, is sent once the link is back, and is told in words", async () => {
  const gone = await instance(() => KEPT);
  const { port, base } = gone;
  gone[Symbol.dispose]();
  const queue = queueFile();
  const one = listens(base, queue, "--rate", "8000");
  one.child.stdin!.write(raw(loud));
  await until(
    () => existsSync(queue) && readFileSync(queue, "utf8").includes("heard"),
    "what was heard in the file",
  );
  await until(() => one.err().includes("cannot be reached"), "words");
  one.child.kill("SIGKILL");
  await one.ended;
  const waits = readFileSync(queue, "utf8");
  assert.ok(waits.length < 2000, waits);
  using back = await instance(() => KEPT, port);
  const next = listens(base, queue, "--rate", "8000");
  await until(() => back.said().length > 0, "what waited");
  const twin = listens(base, queue, "--rate", "8000");
  assert.equal(await twin.ended, 1);
  assert.match(twin.err(), /another process listens as S07 with it/);
  next.child.stdin!.end(raw(quiet(3, 1)));
  assert.equal(await next.ended, 0, next.err());
  assert.match(next.err(), /messages wait from before/);
  const said = back.said().filter(({ say }) => say === "heard");
  assert.equal(new Set(said.map(({ id }) => id)).size, said.length);
  for (const { id } of said)
    assert.ok(waits.includes(String(id)) && !readFileSync(queue, "utf8").includes(String(id)));
  assert.equal(back.heard[0]!.authorization, "Bearer 7m2k-9xq4-7m2k-9xq4-7m2k-9xq4-7m2k");
});

test("LF12 what waits is bounded by number and age, and a line that a crash cut off is left out", () => {
  const path = queueFile();
  const told: string[] = [];
  const most = 20;
  let now = 1_000_000_000_000;
  const open = () =>
    openQueue(
      path,
      () => now,
      (words) => told.push(words),
      most,
    );
  let queue = open();
  for (let n = 0; n < most + 3; n++) queue.add({ id: `m${n}`, at: now, body: "{}" });
  assert.equal(queue.length(), most);
  assert.equal(queue.first()?.id, "m3");
  assert.match(told.join("\n"), /given up: more than 20 wait/);
  queue.remove("m3");
  writeFileSync(path, '{"id":"cut","at":1', { flag: "a" });
  queue = open();
  assert.deepEqual([queue.length(), queue.first()?.id], [most - 1, "m4"]);
  now += OLDEST + 1;
  assert.equal(queue.first(), undefined);
  assert.match(told.join("\n"), /older than seven days/);
  queue = open();
  queue.add({ id: "last", at: now, body: "{}" });
  queue.remove("last");
  assert.ok(readFileSync(path, "utf8").length < 200);
  writeFileSync(path, "somebody's letter");
  assert.throws(open, /expected what cnd listen could not send yet, found something else/);
});

test("LF13 an alarm is said when it begins, when it has lasted, again while it lasts and when it ends; without sound nobody says that it is alive", () => {
  const sent: Record<string, unknown>[] = [];
  const alive: string[] = [];
  const now = Date.UTC(2026, 5, 1, 4);
  let at = 0;
  const clock = () => now + 1000 * at;
  const mouth = speaking(
    { sensor: "S07", detector: { name: "motor/ö <1>" } },
    {
      queue: { add: ({ body }) => void sent.push(JSON.parse(body) as Record<string, unknown>) },
      link: { send: () => undefined, alive: (bodyAt) => void alive.push(bodyAt(clock())) },
      drawings: drawings(),
      now: clock,
    },
  );
  assert.equal(mouth.alive(), false);
  const second = (of: Partial<Second>): void => {
    at++;
    mouth.hear({
      at,
      score: 0.1,
      logit: -2,
      isMotor: false,
      level: -40,
      clipped: 0,
      drawing: new Float32Array(96),
      ...of,
    });
  };
  for (let n = 0; n < 5; n++) second({});
  for (let n = 0; n < 250; n++)
    second({
      turn: n === 0 ? "begins" : "lasts",
      score: 0.9,
      alarm: { from: 2, to: at + 1, score: 0.9 },
    });
  second({ turn: "ends", alarm: { from: 2, to: 255, score: 0.9 } });
  const moment = (seconds: number) => new Date(now + 1000 * seconds).toISOString();
  assert.deepEqual(
    sent.map(({ from, to }) => [from, to]),
    [
      [2, 6],
      [2, 12],
      [12, 72],
      [72, 132],
      [132, 192],
      [192, 252],
      [252, 255],
    ].map((times) => times.map(moment)),
  );
  assert.deepEqual([mouth.alive(), mouth.alive()], [true, false]);
  for (const body of [...alive, ...sent.map((one) => JSON.stringify(one))]) {
    assert.ok(Buffer.byteLength(body) <= 300, body);
    const read = readMessage(Buffer.from(body));
    assert.ok(!isRefusal(read), JSON.stringify(read));
  }
  assert.deepEqual(JSON.parse(alive[1]!), {
    ...JSON.parse(alive[1]!),
    say: "alive",
    level: -40,
    peak: 0.9,
  });
  const long = {
    id: "a".repeat(40),
    sensor: "ABCDEFGH",
    from: 0,
    to: 9e7,
    score: 0.123456,
    detector: "d".repeat(90),
  };
  assert.ok(
    Buffer.byteLength(heardBody(long)) <= 300 &&
      !isRefusal(readMessage(Buffer.from(heardBody(long)))),
  );
  assert.ok(!isRefusal(readMessage(Buffer.from(redated(heardBody(long), 1234)))));
  const silence = interval();
  silence.hear({ level: -Infinity, score: 0 });
  assert.ok(
    !isRefusal(readMessage(Buffer.from(aliveBody({ ...long, ...silence.take()!, at: 0 })))),
  );
});

test("LF11 told to, it goes by the threshold that the desk says", async () => {
  using there = await instance(() => [200, { kept: true, threshold: 0.999 }]);
  const one = listens(there.base, queueFile(), "--rate", "8000", "--threshold", "desk");
  one.child.stdin!.write(raw(quiet(3, 1)));
  await until(() => there.heard.length > 0, "that it lives");
  await sleep(100);
  one.child.stdin!.end(raw(quiet(3, 1)));
  assert.equal(await one.ended, 0, one.err());
  assert.match(one.err(), /The desk says another threshold: a score of 1\.00/);
});

test("LF14 a key that is not known is told in words and what is heard waits; a wrong clock is set right for what was heard; what is refused is given up", async () => {
  const right = Date.now() + 3 * 3_600_000;
  let [times, keys] = [0, 0];
  using there = await instance(({ path, bytes }) => {
    if (path !== "/listening/heard") return [404, { code: "alarm", why: "none" }];
    const { to } = JSON.parse(String(bytes)) as { to?: string };
    if (to === undefined)
      return ++keys === 1 ? [401, { code: "key", why: "Expected the key of a sensor." }] : KEPT;
    if (++times === 1) return [422, { code: "form", why: "score: expected \u202eless" }];
    return Date.parse(to) < right - 60_000
      ? [422, { code: "clock", why: "the clock is wrong", now: new Date(right).toISOString() }]
      : KEPT;
  });
  const queue = queueFile();
  const one = listens(there.base, queue, "--rate", "8000");
  one.child.stdin!.write(raw(quiet(3, 1)));
  await until(() => keys > 1, "that it tries again");
  one.child.stdin!.end(raw(loud));
  assert.equal(await one.ended, 0, one.err());
  assert.match(one.err(), /answers 401: Expected the key of a sensor\. What is heard waits\./);
  assert.match(one.err(), /The link is there again/);
  assert.match(
    one.err(),
    /answers 422: score: expected \\u\{202e\}less\. That message is given up\./,
  );
  assert.match(one.err(), /Set the clock of this machine/);
  const taken = there
    .said()
    .filter(({ to }) => typeof to === "string" && Date.parse(to) >= right - 60_000);
  assert.ok(taken.length >= 1);
  assert.ok(readFileSync(queue, "utf8").length < 200);
});

test("LF15 what is no sound, no key, no address or no name is refused in words before anything is sent", () => {
  const to = "http://127.0.0.1:9";
  const base = [
    "listen",
    "--sensor",
    "S07",
    "--key-file",
    key,
    "--to",
    to,
    "--queue",
    queueFile(),
    "-",
  ];
  const refused = (args: readonly string[], input: string, words: RegExp) => {
    const { code, err } = cnd(args, {}, input);
    assert.equal(code, 1, args.join(" "));
    assert.match(err, words);
    assert.doesNotMatch(err, /9xq4/);
  };
  refused(base, "This is no sound at all.", /expected WAV, or --rate with raw samples of 16 bits/);
  refused(base, "", /expected sound, and none came/);
  refused(base, String(wav(new Float32Array(10), { rate: 1 })), /samples a second, found 1/);
  const other = (name: string, value: string) => [...base.slice(0, -1), name, value, "-"];
  refused(other("--rate", "0"), "", /--rate: expected a number from 4000/);
  refused(other("--rate", "10000000000"), "", /--rate: expected a number/);
  refused(other("--every", "none"), "", /--every: expected a number/);
  refused(other("--sensor", "s 7"), "", /--sensor: expected what the sensor is called/);
  refused(other("--to", "ftp://example.org"), "", /--to: expected the address/);
  refused(other("--to", "https://me:secret@example.org"), "", /--to: expected the address/);
  refused(other("--key-file", join(folder.dir, "none")), "", /--key-file .*: is not there/);
  const odd = join(folder.dir, "odd-key");
  writeFileSync(odd, "no key\n");
  refused(other("--key-file", odd), "", /expected the key of a sensor on the first line/);
  refused(other("--queue", join(folder.dir, "none/queue")), "", /Name another one with --queue/);
});

test("LF16 of speech that runs through it no sample is on the disk, sent or said; SIGTERM ends it and leaves what waits", async () => {
  const words = speech(40, 5);
  const house = join(folder.dir, "house");
  for (const name of ["tmp", "home"]) mkdirSync(join(house, name), { recursive: true });
  using there = await instance(() => KEPT);
  const queue = join(house, "queue");
  const child = spawn(
    "strace",
    [
      "-f",
      "-s",
      "4096",
      "-o",
      join(folder.dir, "traced"),
      "-e",
      "trace=openat,open,creat,memfd_create,rename,mknod,mknodat",
      process.execPath,
      program(),
      "listen",
      "--sensor",
      "S07",
      "--key-file",
      key,
      "--to",
      there.base,
      "--queue",
      queue,
      "--threshold",
      "0.01",
      "--rate",
      "8000",
      "-",
    ],
    {
      stdio: ["pipe", "ignore", "pipe"],
      cwd: house,
      env: {
        ...around(),
        TMPDIR: join(house, "tmp"),
        HOME: join(house, "home"),
        NODE_COMPILE_CACHE: join(house, "tmp/compiled"),
      },
    },
  );
  let err = "";
  child.stderr.on("data", (bytes) => (err += String(bytes)));
  child.stdin.write(raw(words));
  await until(
    () => there.said().some(({ say }) => say === "heard"),
    `an alarm, at so low a threshold: ${err}`,
  );
  await sleep(50);
  const pid = Number(readFileSync(join(folder.dir, "traced"), "utf8").split(" ")[0]);
  process.kill(pid, "SIGTERM");
  await once(child, "exit");
  assert.match(err, /Stopped\./);
  const written = writtenIn(readFileSync(join(folder.dir, "traced"), "utf8"));
  assert.ok(written.length > 0, "what is written is seen");
  for (const line of written)
    assert.ok(/\/house\/queue(?:\.new|\.lock(?:-journal)?)?"/.test(line), line);
  for (const file of readdirSync(house, { recursive: true, withFileTypes: true }))
    if (file.isFile())
      assert.equal(soundIn(readFileSync(join(file.parentPath, file.name)), words), 0, file.name);
  for (const { bytes } of there.heard) assert.equal(soundIn(bytes, words), 0);
  assert.ok(there.heard.some(({ path }) => path.startsWith("/listening/drawing?sensor=S07&id=")));
  assert.equal(soundIn(Buffer.from(err), words), 0);
  assert.ok(soundIn(raw(words), words) > 0, "it would be found");
});

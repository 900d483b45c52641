/** What sensors say, as it comes over the line (features/listening/README.md). */
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import test, { after, before } from "node:test";
import { serve, temporary, type Served } from "../tools/program.ts";
import { newCampaign } from "./campaigns.ts";
import { pasteLines } from "../src/features/listening/sensors/paste.ts";
import { openControl } from "../src/platform/process/control.ts";
import { dataPaths } from "../src/platform/process/data-folder.ts";
import { newKey } from "../src/features/listening/sensors/key.ts";
import { alive, atListening, heard, madeSensor, say } from "./listening-house.ts";

const folder = temporary();
const data = join(folder.dir, "data");
let server: Served;
const [s07, s08] = [madeSensor("S07"), madeSensor("S08", { at: Date.now() - 730 * 86_400_000 })];

before(async () => {
  await newCampaign(data);
  server = await serve({ CND_DATA: data });
  await atListening(data, async (ask) => {
    for (const { sensor } of [s07, s08]) assert.ok(await ask.addSensor(sensor));
  });
});
after(async () => {
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

test("LE2 what a sensor says is kept once, however often it comes, and an event of a motor opens one alarm", async () => {
  const said = alive("S07");
  for (const _ of [1, 2]) {
    const { status, json } = await say(server.base, s07.key, said);
    assert.deepEqual([status, json["kept"], json["threshold"]], [200, true, 0.5]);
    assert.ok(Math.abs(Date.parse(String(json["now"])) - Date.now()) < 60_000);
  }
  const event = heard("S07");
  for (const _ of [1, 2]) assert.equal((await say(server.base, s07.key, event)).status, 200);
  assert.equal((await say(server.base, s07.key, heard("S07"))).status, 200);
  await atListening(data, async (ask) => {
    const kept = await ask.saidBy({ sensor: s07.sensor.id, since: 0 });
    assert.equal(kept.length, 3);
    const alarms = await ask.alarms({});
    assert.deepEqual(
      alarms.map(({ sensor, kind, score }) => [sensor, kind, score]),
      [[s07.sensor.id, "motor", 900]],
    );
    const now = await ask.sensor(s07.sensor.id);
    assert.deepEqual([now?.battery, now?.level, now?.detector], [3900, -425, "d-1"]);
  });
});

test("LE2 an id that was that of another message is refused by name, and what it says is heard all the same, once", async () => {
  const anew = madeSensor("ANEW");
  await atListening(data, (ask) => ask.addSensor(anew.sensor));
  const tell = async (body: object) => {
    const { status, json } = await say(server.base, anew.key, body);
    return `${status} ${String(json["code"] ?? json["kept"])}`;
  };
  const first = alive("ANEW", { id: "1", level: -40 });
  assert.equal(await tell(first), "200 true");
  const motor = heard("ANEW", { id: "1" });
  const { status, json } = await say(server.base, anew.key, motor);
  assert.deepEqual([status, json["code"]], [409, "id"]);
  assert.match(String(json["why"]), /kept.*never used/s);
  assert.equal(await tell(motor), "200 true", "the same once more is the same");
  assert.equal(await tell(first), "200 true", "so is the one before");
  const other = heard("ANEW", { id: "1", score: 0.95 });
  assert.equal(await tell(other), "409 id");
  const drawing = await say(
    server.base,
    anew.key,
    new Uint8Array(96).fill(7),
    "/listening/drawing?sensor=ANEW&id=1",
  );
  assert.equal(drawing.status, 200, "a drawing is of the latest");
  await atListening(data, async (ask) => {
    const kept = await ask.saidBy({ sensor: anew.sensor.id, since: 0 });
    assert.deepEqual(
      new Set(kept.map(({ sort, score }) => `${sort} ${score}`)),
      new Set(["alive null", "heard 900", "heard 950"]),
    );
    assert.equal(kept.length, 3);
    const mine = (await ask.alarms({})).filter(({ sensor }) => sensor === anew.sensor.id);
    assert.deepEqual(
      mine.map(({ kind, score }) => [kind, score]),
      [["motor", 950]],
      "no motor is lost",
    );
    assert.ok((await ask.sensor(anew.sensor.id))!.seen! > Date.now() - 60_000);
  });
});

test("LE1 only a key opens: none, a wrong one, one of another sensor and one that was taken down are refused", async () => {
  const said = alive("S07");
  const refusal = async (key: string, body: unknown = said) => {
    const { status, json } = await say(server.base, key, body);
    assert.equal(typeof json["why"], "string");
    return `${status} ${String(json["code"])}`;
  };
  assert.equal(await refusal("0000-1111-2222-3333-4444-5555-6666"), "401 key");
  assert.equal(await refusal("x"), "401 key");
  assert.equal(await refusal(s07.sensor.key_hash), "401 key");
  assert.equal(await refusal(`${s07.key}0`), "401 key");
  assert.equal(await refusal(s08.key), "403 sensor");
  const bare = await fetch(`${server.base}/listening/heard`, { method: "POST", body: "{}" });
  assert.equal(bare.status, 401);
  assert.equal(
    (await say(server.base, s07.key.toUpperCase().replaceAll("-", ""), said)).status,
    200,
  );
  await atListening(data, async (ask) => {
    assert.deepEqual(await ask.saidBy({ sensor: s08.sensor.id, since: 0 }), []);
    const gone = madeSensor("S09");
    await ask.addSensor(gone.sensor);
    await ask.changeSensor({ id: gone.sensor.id, closed: Date.now() });
    assert.equal(await refusal(gone.key, alive("S09")), "401 key");
    // Its name may be given to another one, whose key is another.
    const next = madeSensor("S09");
    assert.equal(await ask.addSensor(next.sensor), true);
    assert.equal(await ask.addSensor(madeSensor("S09").sensor), false);
    assert.equal((await say(server.base, next.key, alive("S09"))).status, 200);
    assert.equal(await refusal(gone.key, alive("S09")), "401 key");
  });
  for (const file of ["log.sqlite", "log.sqlite-wal"]) {
    const bytes = readFileSync(join(data, file));
    for (const form of [s07.key, s07.key.replaceAll("-", "")]) assert.ok(!bytes.includes(form));
  }
});

test("LE3 every bad message of the protocol is refused over the line with its code, and nothing of it is kept", async () => {
  const stood = await atListening(data, (ask) => ask.sensor(s08.sensor.id));
  const files = globSync("docs/protocol/listening/invalid/*/*.json").toSorted();
  assert.ok(files.length > 25);
  for (const file of files) {
    const { status, json } = await say(server.base, s08.key, readFileSync(file));
    const code = basename(dirname(file));
    assert.deepEqual([status, json["code"]], [code === "bytes" ? 413 : 422, code], file);
  }
  for (const [code, said] of [
    ["clock", heard("S08", {}, -86_400_000)],
    ["old", heard("S08", {}, 365 * 86_400_000)],
    ["clock", alive("S08", { clock: "1970-01-01T00:00:10Z" })],
  ] as const) {
    const { status, json } = await say(server.base, s08.key, said);
    assert.deepEqual([status, json["code"]], [422, code]);
  }
  const stands = await atListening(data, (ask) => ask.sensor(s08.sensor.id));
  assert.deepEqual({ ...stands, seen: null, clock: null }, { ...stood });
  await atListening(data, async (ask) => {
    assert.deepEqual(await ask.saidBy({ sensor: s08.sensor.id, since: 0 }), []);
    const mine = (await ask.alarms({})).filter(({ sensor }) => sensor === s08.sensor.id);
    assert.deepEqual(
      mine.map(({ kind }) => kind),
      ["clock"],
    );
  });
});

test("LE4 a key that floods, and one that guesses, are told to come again, and hold no other back", async () => {
  const flood = madeSensor("FLOOD");
  await atListening(data, (ask) => ask.addSensor(flood.sensor));
  const tellOf = async (key: string, n: number) => {
    const statuses: number[] = [];
    for (let i = 0; i < n; i += 10)
      statuses.push(
        ...(await Promise.all(
          Array.from(
            { length: 10 },
            async () => (await say(server.base, key, alive("FLOOD"))).status,
          ),
        )),
      );
    return Map.groupBy(statuses, (status) => status);
  };
  const told = await tellOf(flood.key, 140); // two minutes may take a part of it each
  assert.deepEqual(
    [...told.keys()].toSorted((a, b) => a - b),
    [200, 429],
  );
  const kept = await atListening(data, (ask) => ask.saidBy({ sensor: flood.sensor.id, since: 0 }));
  assert.equal(kept.length, told.get(200)!.length);
  const guessed = await tellOf(newKey(), 80);
  assert.deepEqual(
    [...guessed.keys()].toSorted((a, b) => a - b),
    [401, 429],
  );
  assert.equal((await say(server.base, s07.key, alive("S07"))).status, 200);
});

test("LE14 a drawing comes after its alarm began; what is none, is too long or is of no alarm is refused", async () => {
  const one = madeSensor("DRAWS");
  await atListening(data, (ask) => ask.addSensor(one.sensor));
  const event = heard("DRAWS");
  const draw = async (bytes: number, query = `sensor=DRAWS&id=${event.id}`, key = one.key) => {
    const path = `/listening/drawing?${query}`;
    const { status, json } = await say(server.base, key, new Uint8Array(bytes).fill(7), path);
    return `${status} ${String(json["code"] ?? json["kept"])}`;
  };
  assert.equal(await draw(96), "404 alarm");
  assert.equal((await say(server.base, one.key, event)).status, 200);
  assert.equal(await draw(96 * 20), "200 true");
  assert.equal(await draw(96), "200 true"); // once more, and the first one stands
  assert.equal(await draw(0), "422 form");
  assert.equal(await draw(95), "422 form");
  assert.equal(await draw(2881), "413 bytes");
  assert.equal(await draw(96, `sensor=S07&id=${event.id}`), "403 sensor");
  assert.equal(await draw(96, `sensor=S07&id=${event.id}`, s07.key), "404 alarm");
  assert.equal(await draw(96, "sensor=DRAWS&id=%00"), "404 alarm");
  await atListening(data, async (ask) => {
    const alarm = (await ask.alarms({})).find(({ sensor }) => sensor === one.sensor.id)!;
    const bands = (await ask.drawing(alarm.id))!.bands;
    assert.deepEqual(Buffer.from(bands, "base64"), Buffer.alloc(96 * 20, 7));
  });
});

test("LE9 lines that were pasted are taken one by one, once; one that is none is told why in words", async () => {
  const phone = madeSensor("SMS1", { at: Date.now() - 30 * 86_400_000 });
  await atListening(data, (ask) => ask.addSensor(phone.sensor));
  const running = await openControl(dataPaths(data).socket);
  const now = Date.now();
  const serving = {
    instance: { log: { private: running.private } },
    clock: { now: () => now, aged: () => now, isSettled: () => true },
  } as never;
  const time = new Date(now - 3_600_000).toISOString().slice(11, 16);
  const text = `SMS1 MOTOR 0.93 ${time} B3.9\nSMS1 ALIVE ${time} B3.8 L-42\nNOBODY ALIVE ${time} B3.8 L-42\nSMS1 MOTOR 0.9`;
  const pasted = async () => (await pasteLines(serving, text, "en")).map(({ words }) => words);
  const bad = [
    "There is no sensor called NOBODY.",
    "The end of this line was cut off. Ask for the line again.",
  ];
  assert.deepEqual(await pasted(), ["Kept.", "Kept.", ...bad]);
  assert.deepEqual(await pasted(), [
    "We already have this line.",
    "We already have this line.",
    ...bad,
  ]);
  running[Symbol.dispose]();
  await atListening(data, async (ask) => {
    const stands = (await ask.sensor(phone.sensor.id))!;
    assert.deepEqual([stands.battery, stands.level], [3800, -420]);
    assert.ok(
      stands.seen! < now - 3_500_000,
      "it lived when the line was sent, not when it was pasted",
    );
    const mine = (await ask.alarms({})).filter(({ sensor }) => sensor === phone.sensor.id);
    assert.deepEqual(
      mine.map(({ kind, score }) => [kind, score]),
      [["motor", 930]],
    );
  });
});

/** The watch by keys alone, without a script, over a line of 32 kbit/s (features/listening/README.md, LW1). */
import assert from "node:assert/strict";
import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { deskHouse } from "./desk-house.ts";
import { KeyHands } from "./hands.ts";
import { alarmRow, alarmsIn, atListening, guard, putAlarms, sensorRow } from "./watch-house.ts";

const SLOW = 4000; // bytes a second: 32 kbit/s, each way and for all connections together
const house = deskHouse({ isNew: true });
const ASHA = { name: "Asha", pin: "48213377" };

before(async () => {
  const data = house.env["CND_DATA"]!;
  await guard(data, ASHA);
  await atListening(data, (ask) => ask.addSensor(sensorRow("s01")));
  putAlarms(data, [alarmRow("one", "s01")]);
});

/** Hands on what comes, each piece once the line is free for it. */
async function slowly(from: Socket, to: Socket, line: { free: number; bytes: number }) {
  for await (const piece of from as AsyncIterable<Buffer>) {
    line.bytes += piece.length;
    line.free = Math.max(line.free, performance.now()) + (piece.length / SLOW) * 1000;
    await sleep(line.free - performance.now());
    if (!to.destroyed) to.write(piece);
  }
  to.end();
}

test("LW1 LW4 by keys alone, without a script and over 32 kbit/s somebody comes in, goes and says what was there", async () => {
  const [up, down] = [
    { free: 0, bytes: 0 },
    { free: 0, bytes: 0 },
  ];
  const ends: Socket[] = [];
  const relay = createServer((near) => {
    const far = connect(Number(new URL(house.server.base).port), "127.0.0.1");
    ends.push(near, far);
    for (const one of [near, far]) one.on("error", () => undefined);
    void slowly(near, far, up).catch(() => undefined);
    void slowly(far, near, down).catch(() => undefined);
  }).listen(0, "127.0.0.1");
  await once(relay, "listening");
  const base = `http://127.0.0.1:${(relay.address() as AddressInfo).port}`;
  // A page without a script tells a driver nothing of the focus: keys are pressed where scripts may run, and the page has none.
  const page = await house.person({ script: true });
  const hands = new KeyHands(page);
  await page.goto(`${base}/watch`);
  assert.equal(await page.locator("script").count(), 0);
  await hands.fill("Name", ASHA.name);
  await hands.fill("PIN", ASHA.pin);
  await hands.press("Sign in");
  await hands.press("I’m going");
  await hands.press("Nothing found");
  assert.match(await page.innerText("main"), /You said: Nothing found/);
  const [alarm] = await alarmsIn(house.env["CND_DATA"]!);
  assert.equal(alarm!.outcome, "nothing");
  assert.ok(down.bytes < 16_000, `${down.bytes} bytes came, with all their heads`);
  for (const one of ends) one.destroy();
  relay.close();
});

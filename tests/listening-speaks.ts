/** Sensors that speak to a server which is killed, everything twice and again and again until it is taken; and what has to be there afterwards. */
import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { alive, atListening, heard, madeSensor, say, type MadeSensor } from "./listening-house.ts";

export interface Work {
  readonly base: string;
  /** ms from one message of a sensor to its next, and how many each says. */
  readonly every: number;
  readonly messages: number;
}
export interface Told {
  readonly ids: Set<string>;
  /** ms until each was taken. */
  readonly took: number[];
  posts: number;
}

const HOUR = 3_600_000;
const AGAIN = 500; // ms until the next try
const PATIENCE = 120_000; // ms of one message
/** In which of its messages each sensor hears a motor: one that it tells of an hour late, and one that runs now. */
const LATE = [2, 3, 4];
const NOW = [6, 7, 8, 9];

export function sensorsNamed(count: number): readonly MadeSensor[] {
  return Array.from({ length: count }, (_, i) => madeSensor(`S${i}`, { place: `place-${i}` }));
}

export async function speaking(work: Work, made: readonly MadeSensor[]): Promise<Told> {
  const told: Told = { ids: new Set(), took: [], posts: 0 };
  await Promise.all(made.map((one) => speaks(work, one, told)));
  return told;
}

async function speaks({ base, every, messages }: Work, one: MadeSensor, told: Told) {
  const { sensor, key } = one;
  await sleep(Math.random() * every);
  for (let n = 0; n < messages; n++) {
    const next = sleep(every);
    const body = messageOf(sensor.name, n);
    told.ids.add(`${sensor.id} ${body.id}`);
    await Promise.all([1, 2].map(() => untilTaken(base, key, body, told)));
    await next;
  }
}

async function untilTaken(base: string, key: string, body: object, told: Told): Promise<void> {
  const began = performance.now();
  for (;;) {
    told.posts++;
    const answer = await say(base, key, body).catch(() => undefined);
    if (answer?.status === 200) break;
    if (answer && ![429, 503].includes(answer.status)) assert.fail(JSON.stringify(answer));
    assert.ok(performance.now() - began < PATIENCE, "a message is taken in the end");
    await sleep(AGAIN);
  }
  told.took.push(performance.now() - began);
}

function messageOf(name: string, n: number): { readonly id: string } {
  const isLate = LATE.includes(n);
  if (!isLate && !NOW.includes(n)) return alive(name, { level: -40 - (n % 5) });
  const at = Date.now() - (isLate ? HOUR : 0);
  const moment = (ms: number) => new Date(at + ms).toISOString();
  return heard(name, { from: moment(-12_000), to: moment(0) });
}

/** Each message is here once, and of each sensor two alarms, each from the first of its messages to the last. */
export async function assertHeard(
  data: string,
  made: readonly MadeSensor[],
  { ids }: Pick<Told, "ids">,
): Promise<number> {
  return atListening(data, async (ask) => {
    const said = await Promise.all(
      made.map(({ sensor }) => ask.saidBy({ sensor: sensor.id, since: 0 })),
    );
    const kept = said.flat().map(({ sensor, id }) => `${sensor} ${id}`);
    assert.deepEqual(kept.toSorted(), [...ids].toSorted());
    const alarms = await ask.alarms({ since: 0 });
    assert.deepEqual(new Set(alarms.map(({ kind }) => kind)), new Set(["motor"]));
    for (const [i, { sensor }] of made.entries()) {
      const mine = alarms
        .filter((one) => one.sensor === sensor.id)
        .toSorted((a, b) => a.starts - b.starts);
      assert.equal(mine.length, 2, sensor.name);
      for (const [which, of] of [LATE, NOW].entries()) {
        const { starts, ends } = mine[which]!;
        const own = said[i]!.filter(
          ({ sort, at }) => sort === "heard" && at >= starts && at <= ends,
        );
        assert.equal(own.length, of.length);
        assert.equal(starts, Math.min(...own.map(({ at }) => at)));
        assert.equal(ends, Math.max(...own.map(({ until }) => until!)));
      }
    }
    return alarms.length;
  });
}

/**
 * Devices of learners as plain HTTP clients that behave as the page does: an answer is in the device's store before it is sent,
 * and leaves it when its id came back as kept; a device that is loaded again reads its store and goes on. Run by itself, at the
 * far end of a link, it takes what to do from its argument and says in JSON what it did.
 */
import { randomBytes, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

export interface Devices {
  readonly base: string;
  readonly learners: readonly { readonly id: string; readonly send: string }[];
  readonly lesson: string;
  /** What may be answered, right and wrong. */
  readonly exercises: readonly { readonly id: string; readonly answers: readonly unknown[] }[];
  /** ms between two answers of one learner, and how many of them. */
  readonly every: number;
  readonly answers: number;
  /** Of a hundred answers, after how many the device is loaded anew. */
  readonly reloads: number;
  /** ms until the next try after one that failed, doubled with each and 60 times as long at most: the page begins with 1,000. */
  readonly wait: number;
  /** ms in which one sending has to come back, and within which all of it has to be kept. */
  readonly patience: number;
  readonly most: number;
}
export interface Given {
  readonly id: string;
  readonly learner: string;
  readonly exercise: string;
  readonly answer: unknown;
}
export interface Done {
  readonly given: readonly Given[];
  readonly sendings: number;
  readonly failed: number;
  readonly reloaded: number;
  readonly refused: number;
  /** Left in the stores when the time was over. */
  readonly left: number;
}

const AT_ONCE = 50;

export async function runDevices(asked: Devices): Promise<Done> {
  const all = await Promise.all(asked.learners.map((one) => runDevice(asked, one)));
  const sum = (of: (one: Done) => number) => all.reduce((n, one) => n + of(one), 0);
  return {
    given: all.flatMap(({ given }) => given),
    sendings: sum((one) => one.sendings),
    failed: sum((one) => one.failed),
    reloaded: sum((one) => one.reloaded),
    refused: sum((one) => one.refused),
    left: sum((one) => one.left),
  };
}

async function runDevice(
  asked: Devices,
  { id: learner, send }: Devices["learners"][number],
): Promise<Done> {
  const device = randomBytes(16).toString("base64url");
  const given: Given[] = [];
  let store = "[]"; // what localStorage is: text, and nothing else outlives a reload
  const held = () => JSON.parse(store) as { id: string }[];
  let [sendings, failed, reloaded, refused] = [0, 0, 0, 0];
  const day = { isOver: false };
  let loaded = new AbortController();
  const end = performance.now() + asked.most;
  let wait = asked.wait;
  const answering = (async () => {
    await sleep(Math.random() * asked.every);
    for (let i = 0; i < asked.answers; i++) {
      const of = asked.exercises[(i * 7 + given.length) % asked.exercises.length]!;
      const answer = of.answers[Math.floor(Math.random() * of.answers.length)];
      const one = {
        id: randomUUID(),
        lesson: asked.lesson,
        exercise: of.id,
        answer,
        at: Date.now(),
      };
      store = JSON.stringify([...held(), one]);
      given.push({ id: one.id, learner, exercise: of.id, answer });
      if (Math.random() * 100 < asked.reloads) {
        reloaded++;
        loaded.abort(); // whatever was on its way, nobody hears what became of it
        loaded = new AbortController();
        wait = asked.wait;
      }
      await sleep(asked.every);
    }
    day.isOver = true;
  })();
  while (!(day.isOver && held().length === 0) && performance.now() < end) {
    const answers = held().slice(0, AT_ONCE);
    if (answers.length === 0) {
      await sleep(20);
      continue;
    }
    const body = JSON.stringify({ learner, send, device, holds: held().length, answers });
    try {
      sendings++;
      const signal = AbortSignal.any([loaded.signal, AbortSignal.timeout(asked.patience)]);
      const headers = { "content-type": "application/json" };
      const reply = await fetch(`${asked.base}/class/answers`, {
        method: "POST",
        headers,
        body,
        signal,
      });
      if (!reply.ok) throw new Error(String(reply.status));
      const said = (await reply.json()) as { kept: string[]; refused: { id: string }[] };
      refused += said.refused.length;
      const gone = new Set([...said.kept, ...said.refused.map((one) => one.id)]);
      store = JSON.stringify(held().filter((one) => !gone.has(one.id)));
      wait = asked.wait;
    } catch {
      failed++;
      await sleep(wait * (0.75 + Math.random() / 2));
      wait = Math.min(60 * asked.wait, 2 * wait);
    }
  }
  await answering;
  return { given, sendings, failed, reloaded, refused, left: held().length };
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  console.log(JSON.stringify(await runDevices(JSON.parse(process.argv[2]!) as Devices)));

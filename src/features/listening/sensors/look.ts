/** What is looked at each minute: who is silent, and which motor rests. Rules LE6 and LE7. */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Serving } from "../../../platform/feature.ts";
import { GAP } from "../private/hear.ts";
import { askListening } from "../private/listening.ts";
import { silent } from "./silence.ts";

const MINUTE = 60_000; // ms
/** Whoever did not look for longer than this was down, or asleep; for as long nobody could be heard. */
const A_GAP = 3 * MINUTE;

type Looks = Pick<Serving, "instance" | "clock">;

/** Looks each minute until the signal stops it; what fails is looked at again a minute later. */
export async function lookEachMinute(serving: Looks, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await look(serving).catch((error: unknown) => console.error((error as Error).message));
    await sleep(MINUTE, undefined, { signal, ref: false }).catch(() => undefined);
  }
}

export async function look({ instance, clock }: Looks): Promise<void> {
  const ask = askListening(instance.log.private);
  const all = await ask.sensors();
  if (all.length === 0) return;
  const at = clock.aged();
  const listens = await listening(ask, at);
  const lasting = await ask.lasting();
  for (const { id, seen } of silent(all, { listens, at }))
    if (!lasting.some(({ sensor, kind }) => sensor === id && kind === "silent"))
      await ask.lack({
        id: randomUUID(),
        sensor: id,
        kind: "silent",
        starts: seen ?? at,
        at,
        seen,
      });
  const closed = new Set(all.flatMap((one) => (one.closed === null ? [] : [one.id])));
  for (const { id, kind, sensor, ends, at: opened } of lasting) {
    const rests = kind === "motor" && at - Math.max(ends, opened) > GAP;
    if (rests || closed.has(sensor)) await ask.over({ id, at: rests ? ends : at });
  }
}

/** Since when it listens without a gap, and that it looked now; both outlive the process. */
async function listening(ask: ReturnType<typeof askListening>, at: number): Promise<number> {
  const kept = new Map((await ask.settings()).map(({ name, value }) => [name, value * MINUTE]));
  const looked = kept.get("looked");
  const isGap = looked === undefined || Math.abs(at - looked) > A_GAP + MINUTE;
  const listens = isGap ? at : Math.min(kept.get("listens") ?? at, at);
  if (isGap) await ask.choose({ name: "listens", value: Math.ceil(at / MINUTE) });
  await ask.choose({ name: "looked", value: Math.floor(at / MINUTE) });
  return listens;
}

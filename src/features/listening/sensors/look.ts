/** What is looked at each minute: who is silent, and which motor rests. Rules LE6 and LE7. */
import { randomUUID } from "node:crypto";
import type { Serving } from "../../../platform/feature.ts";
import { looking } from "../../../platform/process/resting.ts";
import { GAP } from "../private/hear.ts";
import { askListening } from "../private/listening.ts";
import { silencesAt, silent } from "./silence.ts";

const MINUTE = 60_000; // ms
/** Whoever did not look for longer than this was down, or asleep; for as long nobody could be heard. */
const A_GAP = 3 * MINUTE;

type Looks = Pick<Serving, "instance" | "clock">;

/**
 * Each minute, until the signal stops it, that it listens is kept; it looks where something was written, or is due. What fails
 * is looked at again a minute later.
 */
export async function lookEachMinute(serving: Looks, signal: AbortSignal): Promise<void> {
  const { instance, clock } = serving;
  const { writes } = instance.log;
  const failed = ({ message }: Error) => console.error(message);
  const now = () => clock.aged();
  let looked: number | undefined; // where there is anything to listen to
  const stirs = async () => {
    if (looked === undefined) return false;
    if (Math.abs(now() - looked) > A_GAP) return true; // it did not listen meanwhile
    looked = now();
    await askListening(instance.log.private).looked(minuteOf(looked));
    return false;
  };
  await looking({ writes, now, every: () => MINUTE, failed, stirs }, signal, async () => {
    const due = await look(serving);
    looked = due === undefined ? undefined : now();
    return due ?? Infinity;
  });
}
/** Whole minutes: what is kept is smaller, and a minute is all that counts. */
const minuteOf = (at: number): number => Math.floor(at / MINUTE);

/** @returns when it has to look again though nothing came, UTC ms; undefined where there are no sensors */
export async function look({ instance, clock }: Looks): Promise<number | undefined> {
  const ask = askListening(instance.log.private);
  const all = await ask.sensors();
  if (all.length === 0) return undefined;
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
  const motors = lasting.flatMap(({ kind, ends, at: opened }) =>
    kind === "motor" ? Math.max(ends, opened) + GAP : [],
  );
  const due = [...motors, ...silencesAt(all, { listens, at })];
  return Math.min(Infinity, ...due.filter((one) => one >= at)) + 1;
}

/** Since when it listens without a gap, and that it looked now; both outlive the process. */
async function listening(ask: ReturnType<typeof askListening>, at: number): Promise<number> {
  const kept = new Map((await ask.settings()).map(({ name, value }) => [name, value * MINUTE]));
  const looked = kept.get("looked");
  const isGap = looked === undefined || Math.abs(at - looked) > A_GAP + MINUTE;
  const listens = isGap ? at : Math.min(kept.get("listens") ?? at, at);
  if (isGap) await ask.choose({ name: "listens", value: Math.ceil(at / MINUTE) });
  await ask.looked(minuteOf(at));
  return listens;
}

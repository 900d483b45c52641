/** Sensors of listening as tests make them, and what they say. */
import { randomUUID } from "node:crypto";
import { askListening } from "../src/features/listening/private/listening.ts";
import type { Sensor } from "../src/features/listening/private/forms.ts";
import { keyHash, newKey } from "../src/features/listening/sensors/key.ts";
import { openControl } from "../src/platform/process/control.ts";
import { dataPaths } from "../src/platform/process/data-folder.ts";

export interface MadeSensor {
  readonly sensor: Sensor;
  readonly key: string;
}

/** What is asked of listening while the instance serves. */
export type Listening = ReturnType<typeof askListening>;

/** @param data the folder of an instance that serves */
export async function atListening<T>(
  data: string,
  work: (ask: Listening) => Promise<T>,
): Promise<T> {
  using running = await openControl(dataPaths(data).socket);
  return await work(askListening(running.private));
}

/** One that has learnt its background. @param more in place of what stands here */
export function madeSensor(name: string, more: Partial<Sensor> = {}): MadeSensor {
  const key = newKey();
  const at = more.at ?? Date.now();
  const sensor: Sensor = {
    id: randomUUID(),
    name,
    place: "",
    spot: "On a tree",
    lat: null,
    lon: null,
    key_hash: keyHash(key)!,
    every: 10,
    at,
    closed: null,
    threshold: 500,
    learns: at,
    learned: at,
    seen: null,
    clock: null,
    battery: null,
    empty: null,
    level: null,
    flat: null,
    detector: "",
    ...more,
  };
  return { sensor, key };
}

/** As a sensor speaks. */
export async function say(
  base: string,
  key: string,
  body: unknown,
  path = "/listening/heard",
): Promise<{ readonly status: number; readonly json: Record<string, unknown> }> {
  const answer = await fetch(base + path, {
    method: "POST",
    headers: { Authorization: `Bearer ${key}` },
    body:
      typeof body === "string" || body instanceof Uint8Array
        ? (body as string)
        : JSON.stringify(body),
  });
  return { status: answer.status, json: (await answer.json()) as Record<string, unknown> };
}

/** Without the parts of a second. */
export const iso = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;

let said = 0;
/** @param ago ms before now at which it ended */
export const heard = (sensor: string, more: object = {}, ago = 0) => {
  const to = Date.now() - ago;
  const from = iso(to - 20_000);
  const id = `h${said++}`;
  return {
    sensor,
    id,
    say: "heard",
    kind: "motor",
    from,
    to: iso(to),
    score: 0.9,
    detector: "d-1",
    ...more,
  };
};
export const alive = (sensor: string, more: object = {}) => ({
  sensor,
  id: `a${said++}`,
  say: "alive",
  clock: iso(Date.now()),
  battery: 3.9,
  level: -42.5,
  ...more,
});

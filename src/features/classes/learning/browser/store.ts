/** What a device holds of answers that no server has acknowledged: of everybody who sat at it, each with the key that sends theirs. */
import { openDevice } from "../../../../platform/web/device/browser/device.ts";

export interface Held {
  /** A UUID made here. */
  readonly id: string;
  readonly learner: string;
  readonly room: string;
  readonly send: string;
  readonly lang: string;
  readonly lesson: string;
  readonly exercise: string;
  readonly answer: unknown;
  readonly at: number;
}

const within = openDevice("cnd-class");

export const hold = (one: Held): Promise<unknown> =>
  within("readwrite", (store) => store.put(one, one.id));
export const letGo = (id: string): Promise<unknown> =>
  within("readwrite", (store) => store.delete(id));
export const allHeld = (): Promise<Held[]> =>
  within("readonly", (store) => store.getAll() as IDBRequest<Held[]>);

/** RFC 9562, version 4; `crypto.randomUUID` is missing where a page came over plain http. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

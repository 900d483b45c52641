/** Records said to a served campaign through its door, signed as a program of its owner would sign them. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Clock } from "../src/platform/records/clock.ts";
import type { JsonObject } from "../src/platform/records/jcs.ts";
import { keyFromPem, type Key } from "../src/platform/records/keys.ts";
import { signRecord, type Draft, type SignedRecord } from "../src/platform/records/record.ts";

export interface Answer {
  readonly error?: string;
  readonly size?: number;
  readonly results: readonly { readonly id: string; readonly is: string }[];
}
/** A record; a record's two texts, perhaps altered; or anything else that somebody may post. */
type Sent = SignedRecord | { readonly entry: string; readonly document: string } | string;

const clock = new Clock(Date.now);

export const ownerOf = (data: string): Key =>
  keyFromPem(readFileSync(join(data, "keys/owner.pem"), "utf8"));

export const sign = (key: Key, draft: Omit<Draft, "at">, at = clock.tick()): SignedRecord =>
  signRecord({ ...draft, at }, key);

export const asText = ({ entry, document }: SignedRecord) => ({
  entry: Buffer.from(entry).toString(),
  document: Buffer.from(document).toString(),
});

export function post(base: string, ...sent: readonly Sent[]): Promise<Response> {
  const records = sent.map((one) => (typeof one === "object" && "id" in one ? asText(one) : one));
  const body = typeof records[0] === "string" ? records[0] : JSON.stringify({ records });
  return fetch(`${base}/log/records`, { method: "POST", body });
}

/** Post records that must all be accepted; the log's size afterwards. */
export async function say(base: string, ...records: readonly SignedRecord[]): Promise<number> {
  const answer = (await (await post(base, ...records)).json()) as Answer;
  const are = new Set(answer.results?.map((result) => result.is));
  assert.deepEqual([...are], ["accepted"], JSON.stringify(answer));
  return answer.size!;
}

export const placeBody = (name: string): JsonObject => ({
  type: "Feature",
  geometry: { type: "Point", coordinates: [1, 2] },
  properties: { name, country: "ZA" },
});

/** Records that are signed one after the other, and appended at once. */
import type { Clock } from "./clock.ts";
import type { JsonObject } from "./jcs.ts";
import type { Key } from "./keys.ts";
import { signRecord, type Draft, type SignedRecord } from "./record.ts";

/** What is to be said, before it has its time and its signature. */
export interface Unsigned extends Omit<Draft, "at" | "body"> {
  readonly body: object;
}

export interface Batch {
  readonly records: readonly SignedRecord[];
  /** Sign it, later than all before it and than the time `after`. */
  add(unsigned: Unsigned, after?: string): SignedRecord;
}

export function openBatch({ key, clock }: { readonly key: Key; readonly clock: Clock }): Batch {
  const records: SignedRecord[] = [];
  return {
    records,
    add({ body, ...rest }, after) {
      const draft = { ...rest, at: clock.tick(after), body: body as JsonObject };
      const record = signRecord(draft, key);
      records.push(record);
      return record;
    },
  };
}

/** What a signature's records say of it. Rules OL1 and OL2 of README.md. */
import * as v from "valibot";
import type { LogRecord } from "../../platform/records/record.ts";
import { LETTER_NAMED, LETTER_SIGNED, LETTER_WITHDRAWN, NamedBody, SignedBody } from "./records.ts";

export type Signed = Readonly<v.InferOutput<typeof SignedBody>> &
  Partial<Readonly<v.InferOutput<typeof NamedBody>>>;

/** Fold one signature's records, in reading order; `undefined` when taken back, erased or never said. */
export function foldSignature(records: readonly LogRecord[]): Signed | undefined {
  let signed: Signed | undefined;
  let named: v.InferOutput<typeof NamedBody> | undefined;
  for (const { kind, body } of records) {
    if (kind === LETTER_WITHDRAWN) return undefined;
    if (kind === LETTER_SIGNED) {
      const read = v.safeParse(SignedBody, body);
      if (read.success) signed = read.output;
    }
    if (kind === LETTER_NAMED) {
      const read = v.safeParse(NamedBody, body);
      if (read.success) named = read.output;
    }
  }
  return signed && { ...signed, ...named };
}

/** What a programme's records say of it. Rules G1 and G2 of README.md. */
import * as v from "valibot";
import type { LogRecord } from "../../platform/records/record.ts";
import { PROGRAMME_WITHDRAWN, ProgrammeBody } from "./records.ts";

export type Programme = Readonly<v.InferOutput<typeof ProgrammeBody>>;
export type ProgrammeFigure = Readonly<NonNullable<Programme["figures"]>[number]>;

/** Fold one programme's records, in reading order; `undefined` when withdrawn or never opened. */
export function foldProgramme(records: readonly LogRecord[]): Programme | undefined {
  let programme: Programme | undefined;
  for (const { kind, body } of records) {
    if (kind === PROGRAMME_WITHDRAWN) {
      programme = undefined;
      continue;
    }
    const said = v.safeParse(ProgrammeBody, body);
    if (said.success) programme = said.output; // otherwise a newer instance's record
  }
  return programme;
}

/** What a programme's records say of it. Rules PG1, PG2 and PG8 of README.md. */
import type * as v from "valibot";
import { foldLongTexts, lastSaid, type LongTexts } from "../../platform/records/last-said.ts";
import type { LogRecord } from "../../platform/records/record.ts";
import { PROGRAMME_TRANSLATED, PROGRAMME_WITHDRAWN, ProgrammeBody } from "./records.ts";

export type Programme = Readonly<v.InferOutput<typeof ProgrammeBody>>;
export type ProgrammeFigure = Readonly<NonNullable<Programme["figures"]>[number]>;

/** Fold one programme's records, in reading order; `undefined` when withdrawn or never opened. */
export const foldProgramme = (records: readonly LogRecord[]): Programme | undefined =>
  lastSaid(records, ProgrammeBody, PROGRAMME_WITHDRAWN);

/** PG8: the last translation of its text into each language. */
export const foldProgrammeTexts = (records: readonly LogRecord[]): LongTexts =>
  foldLongTexts(records, { translated: PROGRAMME_TRANSLATED, body: ProgrammeBody });

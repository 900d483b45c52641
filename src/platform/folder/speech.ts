/** Saying things for an import: one record for what is new or different, none for what is said already. */
import { randomBytes } from "node:crypto";
import { SLUG_BOUND } from "../addresses/addresses.ts";
import { IMPORT_CLOSED } from "../log/kinds.ts";
import type { Batch } from "../records/batch.ts";
import { canonical, type Json, type JsonObject } from "../records/jcs.ts";
import type { SignedRecord } from "../records/record.ts";
import type { Known } from "./folder-log.ts";
import type { FolderPart } from "./part.ts";
import type { Thing } from "./thing.ts";

// Records; more may be appended in pieces, so they carry an import's id and show nothing before its last record.
const AT_ONCE = 500;

/** @param atMost how many records may come, where they may be appended in pieces: it is closed then */
export function openSpeech(batch: Batch, atMost = 0) {
  const importId = atMost > AT_ONCE ? randomBytes(32).toString("hex") : undefined;
  const say = (kind: string, body: JsonObject, subject?: string, after?: string) =>
    batch.add({ kind, body, subject, import: importId }, after);

  return {
    thing({ part, slug }: Thing, body: JsonObject, before: Known | undefined) {
      if (!before) {
        const { id } = say(part.opening, body);
        say(SLUG_BOUND, { space: part.space, slug }, id);
        return { subject: id, change: "added" as const };
      }
      const isGone = before.isWithdrawn || !before.body;
      const isSame = before.body !== undefined && comparable(before.body) === comparable(body);
      const { subject } = before;
      if (isSame && !isGone) return { subject, change: "unchanged" as const };
      say(part.edit, body, subject, before.at);
      return { subject, change: isGone ? ("restored" as const) : ("edited" as const) };
    },

    /** Was there anything to say? */
    translation(
      { part }: Thing,
      subject: string,
      { lang, text, before }: { lang: string; text: JsonObject; before: Known | undefined },
    ): boolean {
      const last = before?.translations.get(lang);
      if (last && comparable(last) === comparable(text)) return false;
      say(part.translation!.kind, { ...text, lang }, subject, before?.at);
      return true;
    },

    withdraw(part: FolderPart, { subject, at }: Known): void {
      say(part.withdrawal, {}, subject, at);
    },

    close(): readonly SignedRecord[] {
      const { records } = batch;
      const [first] = records;
      if (!first || importId === undefined) return records;
      const subject = first.envelope.subject ?? first.id;
      const body = { import: importId, records: records.length };
      batch.add({ kind: IMPORT_CLOSED, subject, body });
      return records;
    },
  };
}

/** A body as text to compare: a file is what it holds and how it is called; its size in pixels follows from that. */
export function comparable(body: JsonObject): string {
  const essence = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(essence);
    if (typeof value !== "object" || value === null) return value;
    const { media, name, ...rest } = value as JsonObject;
    if (typeof media === "string" && typeof name === "string") return { media, name };
    const whole = Object.entries({ media, name, ...rest } as Record<string, Json | undefined>);
    return Object.fromEntries(
      whole.filter(([, v]) => v !== undefined).map(([k, v]) => [k, essence(v!)]),
    );
  };
  return canonical(essence(body));
}

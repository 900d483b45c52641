/** What is kept of how the conversation is held. */
import type { Db } from "../../../platform/db/store.ts";

/** Everything is first read by a person; only what people that we do not know say is; nothing more is taken. */
export const SECTION_RULES = ["first", "trusted", "closed"] as const;
export type SectionRule = (typeof SECTION_RULES)[number];
/** What a line of a list does: a person looks at it, two people do, it is refused at once. */
export const LIST_ACTS = ["hold", "second", "refuse"] as const;
type ListAct = (typeof LIST_ACTS)[number];

/** A word, or the host of links, that asks for a closer look. */
export interface ListLine {
  readonly id: string;
  readonly sort: "word" | "link";
  /** Of words; empty for every language. */
  readonly lang: string;
  readonly text: string;
  readonly does: ListAct;
}
export const STANDINGS = ["trusted", "muted", "blocked"] as const;
type Standing = (typeof STANDINGS)[number];
/** Somebody who can be known again: by an address elsewhere, or because they said so themselves. */
export interface Talker {
  readonly who: string;
  /** What the desk decided; null while only what they said counts. */
  readonly standing: Standing | null;
  /** Since the last refusal. */
  readonly accepted: number;
  readonly refused: number;
  readonly by: string | null;
  readonly day: string | null;
}
export interface Report {
  readonly n: number;
  /** Of a comment by its id, else of a story or a pledge by its subject. */
  readonly about: string;
  readonly reason: string;
  readonly text: string;
  readonly received: string;
  /** From elsewhere: the server alone. */
  readonly host: string | null;
  readonly settled: string | null;
}
export interface Note {
  readonly n: number;
  readonly remark: string;
  readonly by: string;
  readonly day: string;
  readonly text: string;
}
/** A thread that takes less for a while, in UTC milliseconds. */
export interface Brake {
  readonly about: string;
  readonly since: number;
  readonly until: number;
}
export const TALLIED = [
  "came",
  "shown",
  "refused",
  "taken",
  "appealed",
  "upheld",
  "overturned",
] as const;
export interface TallyLine {
  /** `2026-11` */
  readonly month: string;
  readonly came: string;
  readonly what: (typeof TALLIED)[number];
  /** A ready-made one, or `own`; empty where none is given. */
  readonly reason: string;
  readonly count: number;
}
export type Setting = { name: string; value: string };
type Tables = {
  talk_setting: Setting;
  talk_list: ListLine;
  talker: Talker;
  talk_report: Report;
  talk_note: Note;
  talk_brake: Brake;
  talk_tally: TallyLine;
};

export const mine = (db: Db) => db.withTables<Tables>();

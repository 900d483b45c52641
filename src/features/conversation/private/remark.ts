/** Words that were said, from a form of ours, from the fediverse, from a link: what is kept of them, and what comes and is decided. */
import type { Db } from "../../../platform/db/store.ts";
import { hashOf } from "../../../platform/private/submissions.ts";

type RemarkState = "waiting" | "second" | "accepted" | "refused" | "withdrawn";
export type Came = "web" | "voice" | "hub" | "fediverse" | "link";

/** Words that were said, as they came. */
export interface Remark {
  /** 32 hex digits: of the secret's hash, or of the hash of the address it has elsewhere. In public too. */
  readonly id: string;
  /** The SHA-256 of its author's secret; absent where it came from elsewhere. */
  readonly secret_hash: string | null;
  readonly came: Came;
  /** What it is about: a subject, `topic:privacy`, or `room`. */
  readonly about: string;
  /** The id of what it answers. */
  readonly answers: string | null;
  /** Its address elsewhere, and its author's: both `https:`. */
  readonly uri: string | null;
  readonly author: string | null;
  readonly name: string | null;
  readonly lang: string | null;
  readonly text: string;
  /** JSON: what else a sort of it needs, such as its file or the page that a card shows. */
  readonly more: string;
  readonly contact: string | null;
  /** The UTC day on which it came. */
  readonly received: string;
  /** In the order of arrival. */
  readonly n: number;
  readonly state: RemarkState;
  /** Raised with every change: of two people who decide, the second is told. */
  readonly version: number;
  /** JSON: what spoke for a closer look, as words of ours. */
  readonly signals: string;
  /** Words that its author put in their place after they were accepted, and that nobody has read yet. */
  readonly edit: string | null;
  /** The record that it became. */
  readonly subject: string | null;
  readonly reason: string | null;
  /** The account that decided last, and on which UTC day. */
  readonly decided_by: string | null;
  readonly decided: string | null;
  /** What its author answers to a refusal. */
  readonly appeal: string | null;
  /** Who asked another person to look, or refused what is appealed; and on which UTC day. */
  readonly asked_by: string | null;
  readonly asked: string | null;
  /** What its words come down to, so that the same ones are known again; absent for a few words. */
  readonly alike: string | null;
}
export type RemarkTables = { remark: Remark };

/** What comes in. */
export interface NewRemark extends Pick<Remark, "id" | "came" | "about" | "text" | "received"> {
  readonly secret?: string;
  readonly answers?: string | undefined;
  readonly uri?: string;
  readonly author?: string;
  readonly name?: string | undefined;
  readonly lang?: string | undefined;
  readonly more?: object;
  readonly contact?: string | undefined;
  readonly signals?: readonly string[];
  /** Where a rule has decided already: the rest of it waits for a person. */
  readonly state?: RemarkState;
  readonly reason?: string;
}

export interface Decision {
  readonly id: string;
  /** The version that was looked at. */
  readonly version: number;
  readonly state: "second" | "accepted" | "refused";
  readonly reason?: string | undefined;
  readonly by: string;
  readonly day: string;
  readonly subject?: string;
  /** That nobody else can decide: whoever asked for another look may answer it themselves from the next day on. */
  readonly alone?: boolean;
}

/** By its secret's hash, or by the id of what was said elsewhere. */
export type RemarkEdit = ({ readonly hash: string } | { readonly id: string }) & {
  readonly text: string;
  readonly signals?: readonly string[];
};

export interface TakeDown extends Pick<Decision, "id" | "by" | "day"> {
  readonly reason: string;
}

/** In these somebody of the desk has yet to read it. */
export const OPEN = ["waiting", "second"] as const;
export const isOpen = (state: RemarkState): boolean => (OPEN as readonly string[]).includes(state);

/** Of what else is kept with it all but its file, which is gone. */
export function withoutRecording(more: string): string {
  const { recording: _, ...rest } = JSON.parse(more) as { readonly recording?: unknown };
  return JSON.stringify(rest);
}

const FEW = 24; // letters: "thank you" comes often and says nothing

/** Its letters and digits alone, so that blanks, dots and capitals make no other text of it. */
export function likeness(text: string): string | null {
  const bare = text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
  return bare.length < FEW ? null : hashOf(bare).slice(0, 32);
}

export const mine = (db: Db) => db.withTables<RemarkTables>();

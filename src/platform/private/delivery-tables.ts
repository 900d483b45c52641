/** The tables of what is sent to the fediverse; `federation.ts` makes them. */

/** A post of ours as it was last said. */
export interface SaidPost {
  readonly post: string;
  readonly actor: string;
  /** Identifiers of the actors that passed it on, with a space between. */
  readonly also: string;
  /** Of what it said: the same is not said again. */
  readonly hash: string;
  readonly state: "said" | "deleted";
  /** Raised each time that it is said. */
  readonly version: number;
  /** UTC milliseconds. */
  readonly at: number;
}
/** One message that waits for one inbox. What is under way waits still, until it is settled: a kill loses nothing. */
export interface WaitingMessage {
  readonly id: string;
  readonly activity: string;
  readonly inbox: string;
  readonly host: string;
  /** 1: the inbox of a whole server. */
  readonly shared: number;
  /** UTC milliseconds. */
  readonly due: number;
  /** Of two with one order key the smaller goes first. */
  readonly n: number;
  readonly tries: number;
  readonly made: number;
  readonly ord: string | null;
  /** The activity's text lies in `fed_document` once for all inboxes. */
  readonly document: string | null;
  /** What the library wants back with it, JSON. */
  readonly more: string | null;
  readonly problem: string | null;
}
/** What is said, once for all inboxes. */
export interface MessageDocument {
  /** The activity's. */
  readonly id: string;
  readonly json: string;
  /** The id of the key that signs the requests; empty for what is not sent. */
  readonly signer: string;
}
export interface HostRow {
  readonly host: string;
  readonly state: "open" | "resting" | "dead";
  /** In a row. */
  readonly failures: number;
  /** The first of them, UTC milliseconds. */
  readonly since: number | null;
  /** When it is tried again. */
  readonly next: number | null;
  readonly problem: string | null;
  /** The signatures it takes: `rfc9421`, or the older `draft-cavage-http-signatures-12`. */
  readonly speaks: string | null;
}
export type DeliveryTables = {
  fed_said: SaidPost;
  fed_had: { post: string; inbox: string; host: string; shared: number };
  fed_mark: { record: string; at: number };
  fed_host: HostRow;
  fed_document: MessageDocument;
  fed_message: WaitingMessage;
};

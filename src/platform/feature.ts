/** The shape of a feature's doors. `app.ts` mounts features, `models.ts` their models; nothing else of a feature is public. */
import type { Account, Accounts } from "./accounts/account.ts";
import type { DeskDoor } from "./accounts/door.ts";
import type { DeskEntry } from "./accounts/menu.tsx";
import type { Budgets } from "./budget/budget.ts";
import type { Db } from "./db/store.ts";
import type { Hears } from "./federation/speaking.ts";
import type { Federation } from "./federation/door.ts";
import type { Follower } from "./followers/followers.ts";
import type { Projection } from "./log/projection.ts";
import type { Jobs, Work } from "./jobs/jobs.ts";
import type { Mail } from "./mail/mail.ts";
import type { Naming } from "./media/showing.ts";
import type { PrivatePart } from "./private/part.ts";
import type { House } from "./process/house.ts";
import type { Instance } from "./process/instance.ts";
import type { SteadyClock } from "./process/steady-clock.ts";
import type { Kinds } from "./records/kind.ts";
import type { SentSort } from "./sent/sort.ts";
import type { Speaker } from "./sent/speaker.ts";
import type { Extra } from "./web/extra.ts";
import type { Frame } from "./web/frame.ts";
import type { RelatedHook } from "./web/asking.ts";
import type { Tally } from "./web/tally.ts";
import type { PageRequest, Related, Route } from "./web/route.ts";

/** What a feature brings into the log; `models.ts` gathers it, and the log's thread loads nothing else of a feature. */
export interface Model {
  /** The kinds of record this feature owns. */
  readonly kinds: Kinds;
  readonly projections: readonly Projection[];
  /** Its private tables; the log's thread writes them. */
  readonly private?: readonly PrivatePart[];
}

export interface Feature {
  readonly name: string;
  /** Absent where it owns no records and no tables. */
  readonly model?: Model;
  readonly routes: readonly Route[];
  /** Its addresses that are no pages and read no page's cache: what is posted, what is measured. */
  machine?(serving: Serving): Readonly<Record<string, Extra>>;
  /** Its long work, by the kind of job. */
  works?(serving: Serving): Readonly<Record<string, Work>>;
  /** Its kinds of record of whose films it makes lighter ones itself. */
  readonly laddersOf?: readonly string[];
  /** Its work of seconds, by the kind of job: a mail. Long work does not hold it back. */
  quick?(serving: Serving): Readonly<Record<string, Work>>;
  /** What it does after records were said, apart from the request that said them. */
  follows?(serving: Serving): readonly Follower[];
  /** Its entries in the menu of the desk, each with its group, for whom it is, and the short help of its pages. */
  readonly desk?: readonly DeskEntry[];
  /** What waits for this person in its part of the desk: the first page of the desk counts it. */
  waits?(serving: Serving, account: Account, lang: string): Promise<readonly Waiting[]>;
  /** What a new campaign has yet to do in its part, for whoever may do it: the first page of the desk says it. */
  steps?(serving: Serving, account: Account, lang: string): Promise<readonly Step[]>;
  /** Numbers of its part for `/metrics`, by their whole name, such as `cnd_jobs_failed`; each is a gauge. */
  gauges?(serving: Serving): Promise<Readonly<Record<string, number>>>;
  /** Where this person works in its part, whether anything waits there or not: the first page of the desk leads there. */
  leads?(serving: Serving, account: Account, lang: string): Promise<readonly Lead[]>;
  /** What people send it without an account. */
  readonly sent?: readonly SentSort[];
  /** What it does beside the serving of pages until the signal stops it. */
  beside?(serving: Serving, signal: AbortSignal): Promise<void>;
  /** After somebody took back what they had sent: deletes what lies outside of the database. */
  takenBack?(serving: Serving): Promise<void>;
  /** What it has to do when the instance starts and every hour after. */
  hourly?(serving: Serving): Promise<void>;
  /** Where one of these addresses of an earlier site leads now, the first that is known: a path of this site. */
  former?(db: Db, addresses: readonly string[], today: string): Promise<string | undefined>;
  /** The subjects that the log names and of which nobody may read anything on this day yet. */
  heldBack?(db: Db, today: string): Promise<readonly string[]>;
  /** Names that stand nowhere for now, in whatever others say either. */
  heldNames?(db: Db): Promise<readonly string[]>;
  /** Of the files that its kinds name as `agreed`, those that may be seen or heard on this day. */
  agreedFiles?(db: Db, today: string, named: readonly Naming[]): Promise<readonly Naming[]>;
  /** Whether one of these files may not be seen on this day, whatever shows it. */
  hidesFiles?(db: Db, today: string, media: readonly string[]): Promise<boolean>;
  /** Told what is said there, and what is done there with what was said here. */
  hears?(serving: Serving): Hears;
  /** What this feature has to show on another feature's page about `subject`; features meet here without importing in a circle. */
  related?(request: PageRequest, subject: string): Promise<Related | undefined>;
}

/** Work that somebody at the desk can take up. */
export interface Waiting {
  /** What it is, for that many: "things to read". */
  readonly words: string;
  readonly count: number;
  readonly path: string;
  /** Ids by which each of them is told once for itself; without them what is told is that there are more. */
  readonly each?: readonly string[];
}

/** Something that a new campaign has yet to do. */
export interface Step {
  readonly words: string;
  readonly path: string;
  /** A button that does it at once: its words, and where it is posted to. */
  readonly button?: { readonly words: string; readonly path: string };
  /** A campaign may do without it: it is shown beside the others alone. */
  readonly isOptional?: boolean;
}

/** Where somebody works. */
export interface Lead {
  /** What it is called: a class by its name, a page by what is done there. */
  readonly words: string;
  /** What there is to know of it beside its name. */
  readonly more?: string;
  readonly path: string;
}

/** What a feature is given when the instance serves. */
export interface Serving {
  readonly instance: Instance;
  /** The public base address without a trailing slash. */
  readonly base: string;
  /** Other devices reach the port; else this machine alone, which a proxy may stand on. */
  readonly isShared: boolean;
  /** What strangers' requests may take. */
  readonly budgets: Budgets;
  /** @param lang in which its words are, where the campaign has them in it; its own without it */
  readonly frame: (db: Db, lang?: string) => Promise<Frame>;
  /** Says records with the instance's own key. */
  readonly speaker: Speaker;
  readonly accounts: Accounts;
  /** Of the desk, of every feature. */
  readonly menu: readonly DeskEntry[];
  /** Addresses below /desk are made with it. */
  readonly door: DeskDoor;
  readonly jobs: Jobs;
  /** What the process does and says of itself, for who runs it. */
  readonly house: House;
  /** What people send without an account, of every feature. */
  readonly sorts: readonly SentSort[];
  /** What waits for this person, of every feature. */
  readonly waits: (account: Account, lang: string) => Promise<readonly Waiting[]>;
  /** What a new campaign has yet to do, of every feature. */
  readonly steps: (account: Account, lang: string) => Promise<readonly Step[]>;
  /** Where this person works, of every feature. */
  readonly leads: (account: Account, lang: string) => Promise<readonly Lead[]>;
  /** Absent where other servers could not reach this one: its public address is not https. */
  readonly federation?: Federation;
  /** Absent where the operator named no mail server. */
  readonly mail?: Mail;
  /** What every feature has to show on another's page, in the features' order. */
  readonly related: readonly RelatedHook[];
  /** Counts pages, without their readers. */
  readonly tally: Tally;
  readonly now: () => number;
  /** By which what is kept for a time grows old. */
  readonly clock: Omit<SteadyClock, "ranLast" | "isOver">;
  /** For how many days a row of the trail is kept. */
  readonly trailDays: number;
}

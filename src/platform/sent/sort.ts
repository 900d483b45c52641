/** One sort of what people send without an account: its form, how its sender and the desk see it, how it is taken back. */
import type { Db } from "../db/store.ts";
import type { Privately } from "../private/part.ts";
import type { Submission } from "../private/submissions.ts";
import type { Html, Page } from "../web/route.ts";
import type { ToPassOn } from "../web/thanks.tsx";
import type { Desk } from "./desk.ts";
import type { Refusal } from "./refusal.ts";

export type Typed = Readonly<Record<string, string>>;
/** One line for each field that does not fit. */
export type Problems = Readonly<Partial<Record<string, string>>>;

/** The form again, as it was typed. */
export interface Again {
  readonly typed: Typed;
  readonly problems?: Problems;
  /** Why nothing was kept, where it is no field's fault. */
  readonly trouble?: string;
}

/** A form as it stands at one address on one day. */
interface OpenForm {
  /** @returns what is kept, the contact apart, or what does not fit */
  read(
    typed: Typed,
  ): { readonly about: object; readonly contact?: string } | { readonly problems: Problems };
  page(again: Again): Page;
}

/** What a sender can send later, from the secret address, about what was accepted: a form there, and another submission. */
export interface LaterForm extends Pick<OpenForm, "read"> {
  /** Its heading, and the fields between it and the button. */
  readonly title: string;
  fields(again: Again): Html;
  readonly send: string;
}

interface SortName {
  /** In the address of the filter. */
  readonly id: string;
  one(lang: string): string;
  many(lang: string): string;
}

/** How a sort's form at the desk stands: where it is posted, and what came back. */
export interface AcceptForm {
  readonly action: string;
  /** The address of the same form for another way of accepting, which comes as `typed.as`. */
  readonly to: (as: string) => string;
  readonly lang: string;
  readonly typed: Typed;
  readonly problems: Problems;
}

/** The language of a page, and the path of another page in it. */
export interface InLanguage {
  readonly lang: string;
  readonly to: (path: string) => string;
}

export interface Spoken extends InLanguage {
  /** The campaign's own language. */
  readonly own: string;
}

/** What a feature tells of a submission of its own. */
export interface SentSort {
  /** Where its form is posted: a pattern of an `Extra`, such as `POST /take-part/opportunity`; absent where it has a door of its own. */
  readonly at?: string;
  readonly fields: readonly string[];
  /**
   * Its form carries a fresh secret in the field `id`, so that pressed twice it is one; it is shown where it is posted, and
   * no copy of it is kept. The very same in another form is not kept again.
   */
  readonly once?: {
    /** What whoever sends the very same once more reads. */
    twice(same: Submission, lang: string): string;
  };
  /** @returns undefined where no form stands at this path */
  open(db: Db, path: string, today: string, page: Spoken): Promise<OpenForm | undefined>;
  /** Whether this submission is one of this sort; a withdrawn one is of none. */
  owns(about: object): boolean;
  /** In one line, for the desk's list. */
  line(about: object): string;
  /** All of it, for the desk: names and values; what is undefined or empty is left out. */
  fieldsOf(
    about: object,
    lang?: string,
  ): Readonly<Record<string, string | number | boolean | undefined>>;
  /** What was sent, as its sender reads it, at the secret address. */
  What(submission: Submission, address: string, page: Spoken): Html;
  /** What withdrawing does, as the end of "Withdraw it: …". */
  withdrawing(submission: Submission, lang: string): string;
  /** The path of its empty form. */
  again(about: object): string;
  /** Where on the page that it became it stands: `#id`, or nothing. */
  anchor(submission: Submission): string;
  /** What the desk's queue calls this sort; one without a name stands among the others. */
  readonly called?: SortName;
  /** The thing itself in a few words, for the queue; `line` where there are none. */
  title?(about: object, lang: string): string;
  /** The fields that its form at the desk has. */
  readonly acceptFields?: readonly string[];
  /** Its own form or forms at the desk, posted to `action`. Without it the desk can link what stands here already. */
  acceptForm?(submission: Submission, form: AcceptForm): Html;
  /**
   * Say it in public and settle it. @param lang of the desk @param own the campaign's, in which records speak
   * @returns its path, what does not fit, or why it was not done, in words for the desk
   */
  accept?(
    desk: Desk,
    submission: Submission,
    typed: Typed,
    lang: string,
    own: string,
  ): Promise<string | Problems | Refusal>;
  /** The one thing that its sender can pass on; the front page, where there is nothing nearer. */
  passOn?(
    db: Db,
    submission: Submission,
    page: { readonly lang: string; readonly own: string; readonly today: string },
  ): ToPassOn | undefined | Promise<ToPassOn | undefined>;
  /** The path of what it became, where that is not an address of its subject; undefined where it does not stand yet. */
  became?(db: Db, submission: Submission): Promise<string | undefined>;
  /** The path at the desk where one that was accepted is worked on. */
  atDesk?(submission: Submission, ask: Privately): string | undefined | Promise<string | undefined>;
  /** What its sender reads of one that was accepted and does not stand yet. */
  preparing?(lang: string): string;
  /** What its sender can send later, once it was accepted. */
  readonly later?: {
    readonly fields: readonly string[];
    /** @param base the address of this site @returns undefined where what it became stands no more */
    open(
      db: Db,
      submission: Submission,
      today: string,
      page: Spoken & { readonly base: string },
    ): Promise<LaterForm | undefined>;
  };
  /** Take back in public what it became; nothing where it became nothing of its own. */
  takeBack(desk: Desk, submission: Submission): Promise<void>;
}

/** The sort of a submission. @throws Error when a newer program took it */
export function sortOf(sorts: readonly SentSort[], { about }: Pick<Submission, "about">): SentSort {
  const said = JSON.parse(about) as object;
  const sort = sorts.find((one) => one.owns(said));
  if (sort) return sort;
  throw new Error("A newer program took this submission. Update the program.");
}

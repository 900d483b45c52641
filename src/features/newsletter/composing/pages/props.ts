/** What the page of a newsletter at the desk is made of. */
import type { DraftRow } from "../../private/drafts.ts";
import type { Draft } from "../draft.ts";
import type { Found } from "../finding.ts";
import type { TypedForm } from "../form.ts";
import type { NewsletterWords } from "../words.ts";

export const DONE = ["saved", "stopped", "scheduled", "going", "tested", "withdrawn"] as const;
export type DoneWord = (typeof DONE)[number];

export interface ComposeProps {
  readonly words: NewsletterWords;
  /** Of the desk. */
  readonly lang: string;
  readonly row: DraftRow;
  readonly draft: Draft;
  /** The language that is written now. */
  readonly writing: string;
  readonly languages: readonly string[];
  /** Of what stands in it, by sort and what names it. */
  readonly titles: ReadonlyMap<string, string>;
  /** Of the campaign’s clocks, by which it is sent: `Europe/Berlin`. */
  readonly zone: string;
  /** How many subscribers there are. */
  readonly whom: number;
  readonly mails: boolean;
  /** Of its page, where it stands. */
  readonly slug: string | undefined;
  readonly problems: Readonly<Record<string, string>>;
  readonly trouble?: string;
  /** What is looked for, where the form came back. */
  readonly typed?: TypedForm;
  readonly found?: readonly Found[];
  readonly done: DoneWord | undefined;
}

export const addressOf = ({ row }: ComposeProps): string => `/desk/newsletters/${row.id}`;

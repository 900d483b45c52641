/** What the fields of a form are filled with, and what they offer. */
import type { Choice } from "../../../platform/addresses/choices.ts";
import type { Typed } from "../form/typed.ts";
import type { Labels } from "../labels.ts";
import type { ContentWords } from "../words.ts";

export interface Unsure {
  readonly space: string;
  readonly name: string;
  readonly choices: readonly Choice[];
  /** Whether somebody can make it here. */
  readonly isMade: boolean;
}

export interface Filling {
  readonly space: string;
  readonly typed: Typed;
  readonly problems: Readonly<Record<string, string>>;
  readonly words: ContentWords;
  readonly labels: Labels;
  /** Where a name was typed that nothing or several have, by the field's name. */
  readonly unsure: ReadonlyMap<string, Unsure>;
  /** What the campaign lists, by list: an id and its words. */
  readonly listed: ReadonlyMap<string, readonly (readonly [string, string])[]>;
  readonly countries: readonly (readonly [string, string])[];
  readonly languages: readonly (readonly [string, string])[];
  readonly currencies: readonly (readonly [string, string])[];
  /** Of the table that is chosen. */
  readonly columns: readonly string[];
  /** Files that were added here, by their name in `media/`, with the stored file. */
  readonly files: ReadonlyMap<string, string>;
  /** What photos show, by the same name. */
  readonly shows: ReadonlyMap<string, string>;
}

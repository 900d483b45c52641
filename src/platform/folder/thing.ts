/** The things that a campaign folder holds, as its files say them: slugs are slugs, media are paths. */
import { fieldName, type FolderProblem } from "./problem.ts";
import type { Path } from "./form.ts";
import type { FolderPart } from "./part.ts";

export type Fields = Readonly<Record<string, unknown>>;

/** Fields, the Markdown below them, and where in which file they stand. */
export interface Passage {
  readonly file: string;
  /** Where in the file's own structure the fields are: `[3]` of a list, `features[3]`. */
  readonly base: Path;
  readonly fields: Fields;
  readonly markdown?: string;
  /** The line of a field by its path in the file; of the Markdown by `["markdown"]`. */
  readonly lineOf: (path: Path) => number;
  /** Where a field does not stand in `file`. */
  readonly fileOf?: (path: Path) => string;
}

export interface Translation extends Passage {
  readonly lang: string;
}

export interface Thing extends Passage {
  readonly part: FolderPart;
  readonly slug: string;
  /** Sorted by language. */
  readonly translations: readonly Translation[];
}

/** A thing of which the fields do not have their form: only its media can be looked at. */
export interface Unfit extends Passage {
  readonly part: FolderPart;
}

export function problemIn(passage: Passage, path: Path, message: string): FolderProblem {
  const full = [...passage.base, ...path];
  const file = passage.fileOf?.(full) ?? passage.file;
  return { file, line: passage.lineOf(full), field: fieldName(full), message };
}

/** The fields with the Markdown among them, as records and checks have it. */
export const withMarkdown = ({ fields, markdown }: Pick<Passage, "fields" | "markdown">): Fields =>
  markdown === undefined ? fields : { ...fields, markdown };

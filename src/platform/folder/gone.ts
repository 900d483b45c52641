/** Why a thing is left out of an export where it names something that is in no folder any more, in words for who keeps the campaign. */
import { timeDay } from "../records/clock.ts";
import type { JsonObject } from "../records/jcs.ts";
import type { Path } from "./form.ts";
import type { Known } from "./folder-log.ts";
import type { FolderPart } from "./part.ts";
import { valuesAt } from "./places.ts";

/** By space and subject, what became of each thing that is in no folder: `stories/two-hills was withdrawn on 2026-12-01`. */
export class Gone {
  readonly #became = new Map<string, string>();

  /** What was withdrawn, or erased. */
  add({ space }: FolderPart, slug: string, { subject, body, isWithdrawn, at }: Known): void {
    const what = body === undefined ? "erased" : isWithdrawn ? "withdrawn" : undefined;
    if (what === undefined) return;
    const day = isWithdrawn && at !== undefined ? ` on ${timeDay(at)}` : ""; // an erasure alone leaves none
    this.#became.set(`${space}/${subject}`, `${space}/${slug}, which was ${what}${day}`);
  }

  /** What is left out itself. */
  leftOut({ space }: FolderPart, slug: string, { subject }: Known): void {
    this.#became.set(`${space}/${subject}`, `${space}/${slug}, which is left out itself`);
  }

  /**
   * What of it names something that is gone, and what to do.
   * @param at what does not fit; where nothing that is gone was there, all of the thing is looked at for such names
   * @returns undefined where all that it names is here
   */
  why(part: FolderPart, body: JsonObject, at: Path = []): string | undefined {
    const names = Object.entries(part.refs).flatMap(([pattern, space]) =>
      valuesAt(body, pattern).flatMap(({ value, path }) => {
        const became = this.#became.get(`${space}/${String(value)}`);
        const isThere =
          at.every((key, i) => path[i] === key) || path.every((key, i) => at[i] === key);
        return became !== undefined && isThere ? [{ place: placeIn(path), became }] : [];
      }),
    );
    const [first] = names;
    if (!first) return undefined;
    const more = names.length > 1 ? ` (and ${names.length - 1} more)` : "";
    return `${first.place} names ${first.became}${more}; without it no import would take the file. It still stands in the log and in every backup. To have it in the folder, take that out of it at the desk, where it can be edited, and export again`;
  }
}

/** `parts[1].story` as people count: "story of number 2 of parts". */
const placeIn = (path: Path): string =>
  `its ${path
    .map((key) => (typeof key === "number" ? `number ${key + 1}` : key))
    .toReversed()
    .join(" of ")}`;

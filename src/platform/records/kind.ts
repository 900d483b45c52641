/** What a feature says of each kind of record it owns. A kind carries its version: `story.told/1`. */
import type { GenericSchema } from "valibot";

interface Kind {
  /** An opening record begins a subject and has none; every other names the subject it is about. */
  readonly opens: boolean;
  /** The form of the body; a record that does not fit is refused. */
  readonly body: GenericSchema;
  /** The path of the page on which it is read, where its subject has no page of its own. */
  readonly page?: string;
  /**
   * About somebody's own life: shown on its own page for as long as the person agrees, and nowhere else. The log's
   * pages show no text of a subject that has such a record.
   */
  readonly personal?: true;
  /**
   * What the files that its body names can show. They are served while this is the last that was said of its subject, and
   * nobody withdrew it; a file that no kind with this field names is served to nobody but the desk.
   */
  readonly files?: Files;
}
/**
 * `things`: maps and tables, on which nobody can be seen, so that readers may keep them for a year. `people`: whatever else;
 * readers ask again after a day. `agreed`: people, of whom the feature says itself who may be seen or heard today
 * (`agreedFiles` of `Feature`).
 */
export type Files = "things" | "people" | "agreed";
export type Kinds = Readonly<Record<string, Kind>>;

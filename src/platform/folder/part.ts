/**
 * What a feature says about its files in the campaign folder (docs/protocol/campaign-folder.md).
 *
 * A file becomes one record body: references by slug become subject ids, media paths become stored files,
 * and Markdown becomes the field `markdown`. Writing the folder is the same mapping backwards, so a feature
 * declares it once.
 */
import type { GenericSchema } from "valibot";
import type { JsonObject } from "../records/jcs.ts";
import type { LogRecord } from "../records/record.ts";
import type { Wording } from "../texts/wording.ts";
import type { Path } from "./form.ts";

export interface FieldProblem {
  readonly at: string;
  /** "expected …, found …" */
  readonly message: string;
}

export interface FolderPart {
  /** The space of addresses, which is also what other files refer to: `stories`. */
  readonly space: string;
  readonly form:
    | "yaml" // one thing, one file at `path`; its slug is the file's `id` field, which the record keeps
    | "yaml-list" // many things in one file at `path`, each with its slug in `id`
    | "geojson" // many Features in one FeatureCollection at `path`; the thing is the Feature, its slug the `id`
    | "yaml-files" // one file each: `<path>/<slug>.yaml`, or `<path>/<slug>.<language>.yaml` of a translation
    | "markdown-files" // one file each: `<path>/<slug>.md`, front matter and Markdown
    | "po-files"; // one file a language: `<path>/<language>.po`, as gettext's tools write it
  readonly path: string;
  /**
   * Of Markdown files: each has a folder of its own name beside it, and what lies there are chapters, `<path>/<slug>/<nn>-<id>.md`
   * and `….<language>.md`. They stand in this field in the order of their numbers, each with its `id` and its `markdown`.
   */
  readonly chapters?: { readonly field: string; readonly schema: GenericSchema };
  /** Of YAML files: the two fields after which each is called, `<book>.<language>.yaml`; its slug has `--` in place of the dot. */
  readonly pair?: readonly [string, string];
  /** The form of one thing in the file, a strict object whose keys stand in canonical order; without `markdown`. */
  readonly schema: GenericSchema;
  readonly opening: string;
  readonly edit: string;
  readonly withdrawal: string;
  /**
   * Fields that refer to other things: dotted path to space; `[]` walks a list. `{ "people[]": "people" }`. A part
   * refers to its own space in one field at most, which is no list; a circle of such references is refused.
   */
  readonly refs: Readonly<Record<string, string>>;
  /**
   * What other records say about the thing and its file says in lists of its own: figures said later among the claims.
   * `entries` gives by list what `said` adds to the body; what the body has already is not among it.
   */
  readonly beside?: {
    readonly kinds: readonly string[];
    entries(
      body: JsonObject,
      said: readonly LogRecord[],
    ): Readonly<Record<string, readonly JsonObject[]>>;
    /** What of the `whole` file may not come into the thing's own body: it is others' to take back. Where, and why not. */
    notOwn?(of: {
      readonly whole: JsonObject;
      /** Without what stands beside it. */
      readonly body: JsonObject;
      /** The thing's own body until now. */
      readonly before: JsonObject;
      readonly said: readonly LogRecord[];
      /** The kinds of which something was erased. */
      readonly erased: ReadonlySet<string>;
    }): readonly { readonly path: Path; readonly message: string }[];
  };
  /** Fields that hold a path of `media/`; the record's body holds `{ media, name, bytes, … }` in their place. */
  readonly media: readonly string[];
  /**
   * Fields that hold an id which another file lists, and which the record keeps as it is:
   * `{ "topics[]": "campaign topics[].id" }`, that is, the space and the path in it.
   */
  readonly names?: Readonly<Record<string, string>>;
  /**
   * The day in UTC, or the moment (ISO 8601 in UTC, with milliseconds), before which nobody may read a thing; what has one
   * waits until then, and no record says it before.
   */
  readonly dayOf?: (fields: Readonly<Record<string, unknown>>) => string | undefined;
  /** Which of its fields are short texts that `translations/<language>.po` says in other languages. */
  readonly wording?: Wording;
  /** `<slug>.<language>.md` or `.yaml` beside the file; the record's body is its fields with `lang`, and `markdown` where there is some. */
  readonly translation?: { readonly kind: string; readonly schema: GenericSchema };
  /**
   * Rules that no schema can say; `thing` has its `markdown`. Calls `problem` with the dotted field and a
   * sentence "expected …, found …". A translation is checked too, as its story with another `markdown`.
   */
  check?(
    thing: Readonly<Record<string, unknown>>,
    problem: (field: string, message: string) => void,
  ): void;
  /** The same of what is translated, beside its original. */
  checkTranslation?(
    thing: Readonly<Record<string, unknown>>,
    text: Readonly<Record<string, unknown>>,
    problem: (field: string, message: string) => void,
  ): void;
  /** What was erased of it comes back by no import, but by one that names it: V86. By the field, what else such a thing is known by. */
  readonly staysErased?: { readonly sort: string; readonly field?: string };
  /** Whose things its files are held against, in an export too: they may have been said anew since. */
  readonly restsOn?: string;
  /**
   * Rules about what the files hold that the thing names; asked once all of them are there and of their kind.
   * `pathOf` says where a path of `media/` lies, `other` what the file of another thing says, or that of its
   * translation into a language.
   */
  checkFiles?(
    thing: Readonly<Record<string, unknown>>,
    pathOf: (file: string) => string,
    problem: (field: string, message: string) => void,
    other: (
      space: string,
      slug: string,
      lang?: string,
    ) => Readonly<Record<string, unknown>> | undefined,
  ): Promise<void>;
}

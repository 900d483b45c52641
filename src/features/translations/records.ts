/** What can be said of a language: the campaign's short texts in it, each beside the text that it is a translation of. */
import * as v from "valibot";
import { language, line, paragraph, withdrawal } from "../../platform/folder/fields.ts";
import type { Kinds } from "../../platform/records/kind.ts";

export const TRANSLATIONS_MADE = "translations.made/1";
export const TRANSLATIONS_EDITED = "translations.edited/1";
export const TRANSLATIONS_WITHDRAWN = "translations.withdrawn/1";

const only = v.optional(v.literal(true, "true"));
const message = v.strictObject({
  /** `places.nangi.name` */
  key: line,
  text: paragraph,
  /** Empty where nobody has said it yet. */
  said: v.union([v.literal(""), paragraph], "a text without blanks at either end"),
  machine: only,
  fuzzy: only,
  previous: v.optional(v.string("a text")),
});

export const TranslationsBody = v.strictObject({
  language,
  /** Whoever signs for it, by a name of their choice. */
  translator: v.optional(line),
  messages: v.pipe(
    v.array(message, "a list of messages"),
    v.maxLength(20_000, "at most 20,000 messages"), // a record ends far before that
  ),
});
export type Said = Readonly<v.InferOutput<typeof TranslationsBody>>;

export const translationKinds: Kinds = {
  [TRANSLATIONS_MADE]: { opens: true, body: TranslationsBody },
  [TRANSLATIONS_EDITED]: { opens: false, body: TranslationsBody },
  [TRANSLATIONS_WITHDRAWN]: { opens: false, body: withdrawal },
};

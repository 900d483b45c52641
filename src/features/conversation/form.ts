/** The form of a comment: what was typed, and what is kept of it. */
import { tidy } from "../../engines/plaintext/tidy.ts";
import { isSecret } from "../../platform/private/submissions.ts";
import { languageTyped } from "../../platform/web/languages.ts";
import { MAX_NAME, MAX_WORDS, RAW } from "./bounds.ts";
import type { RecordingKind } from "./recordings.ts";
import type { ConversationWords } from "./words.ts";

/** `id` is the secret by which its author comes back; it is made with the form, so that what is sent twice is one. */
export const FIELDS = ["id", "to", "text", "name", "language", "contact", "vouched"] as const;
type Field = (typeof FIELDS)[number];
export type Typed = Readonly<Partial<Record<Field, string>>>;
export type Problems = Readonly<Partial<Record<Field | RecordingKind, string>>>;

export interface Written {
  readonly secret: string;
  readonly answers?: string;
  readonly text: string;
  readonly name?: string;
  readonly language?: string;
  readonly contact?: string;
}

/** @param recording that came with it: then words are welcome, and a line of ours stands for them @returns what is kept, or one line for each field that does not fit */
export function readComment(
  typed: Typed,
  words: ConversationWords,
  recording?: RecordingKind,
): { readonly written: Written } | { readonly problems: Problems } {
  const { id = "", to = "", name = "", language: called = "", contact = "" } = typed;
  const lang = called === "" ? "" : languageTyped(called, words.lang);
  const text = typed.text || (recording ? words.recordings[recording].line : "");
  const problems: Partial<Record<Field, string>> = {};
  if (!isSecret(id)) problems.id = words.form.stale;
  if (to !== "" && !/^[0-9a-f]{32}$/.test(to)) problems.to = words.form.stale;
  const problem = textProblem(text, words);
  if (problem !== undefined) problems.text = problem;
  if (name.length > RAW * MAX_NAME || tidy(name).length > MAX_NAME)
    problems.name = words.form.nameExpected;
  if (lang === undefined) problems.language = words.form.languageExpected;
  if (contact.length > 200) problems.contact = words.form.contactExpected;
  if (Object.keys(problems).length > 0) return { problems };
  return {
    written: {
      secret: id,
      text,
      ...(to !== "" && { answers: to }),
      ...(name !== "" && { name }),
      ...(lang !== undefined && lang !== "" && { language: lang }),
      ...(contact !== "" && { contact }),
    },
  };
}

/** Why a text is no comment; undefined where it is one. What nobody sees counts as nothing. */
export function textProblem(text: string, words: ConversationWords): string | undefined {
  const { length } = text.length > RAW * MAX_WORDS ? text : tidy(text);
  if (length > MAX_WORDS) return words.form.tooLong(length, MAX_WORDS);
  return length === 0 ? words.form.textExpected : undefined;
}

/**
 * A gettext file of the campaign's own short texts, `translations/<language>.po`: its messages with their lines, and its
 * canonical form. The interface's own files are read by platform/words, one message after the other; here one that is wrong
 * is a problem of the folder.
 */
import type { GetTextTranslation } from "gettext-parser";
import { gettext, isFuzzy, isMachine, MACHINE } from "../words/translations.ts";
import type { Path } from "./form.ts";
import { found } from "./problem.ts";
import { TreeError } from "./tree.ts";

/** As a record holds it, so that an export writes the very same file. */
interface PoMessage {
  /** Its context: `places.nangi.name`. */
  readonly key: string;
  /** The text that it is a translation of. */
  readonly text: string;
  /** Empty where there is none yet. */
  readonly said: string;
  /** Made by a machine, and reviewed by nobody. */
  readonly machine?: true | undefined;
  /** Its text was worded anew; `previous` is how it stood, as gettext's tools keep it. */
  readonly fuzzy?: true | undefined;
  readonly previous?: string | undefined;
}

export interface PoFields {
  readonly language: string;
  readonly translator?: string | undefined;
  readonly messages: readonly PoMessage[];
}

const NOBODY = "nobody yet";

/** @throws TreeError "expected …, found …" with the line */
export function parsePo(text: string): {
  readonly fields: PoFields;
  readonly lineOf: (path: Path) => number;
} {
  const lines = linesOf(text);
  const { headers, translations } = parsed(text);
  const { Language: language, "Last-Translator": translator = NOBODY } = headers;
  if (language === undefined)
    throw new TreeError(1, "expected Language: in the file's header, found none");
  const messages = Object.values(translations)
    .flatMap((all) => Object.values(all))
    .filter(({ msgid }) => msgid !== "")
    .map((one) => messageOf(one, lines));
  return {
    // The parser puts each text together letter by letter, which holds ten times its size: written and read, it is whole.
    fields: JSON.parse(
      JSON.stringify({ language, ...(translator !== NOBODY && { translator }), messages }),
    ) as PoFields,
    lineOf: ([first, i]) =>
      (first === "messages" && typeof i === "number" && lines.get(messages[i]?.key ?? "")) || 1,
  };
}

function parsed(text: string) {
  try {
    return gettext().po.parse(text, { validation: true });
  } catch (error) {
    const { lineNumber = 1, message } = error as Error & { readonly lineNumber?: number };
    throw new TreeError(lineNumber, `expected a gettext file, found: ${message}`);
  }
}

function messageOf(
  { msgctxt: key = "", msgid: text, msgid_plural: several, msgstr, comments }: GetTextTranslation,
  lines: ReadonlyMap<string, number>,
): PoMessage {
  const line = lines.get(key) ?? 1;
  if (key === "")
    throw new TreeError(
      1,
      `expected msgctxt with a key before each msgid, found none before ${found(text)}`,
    );
  if (several !== undefined)
    throw new TreeError(line, `expected one text, found msgid_plural ${found(several)}`);
  return {
    key,
    text,
    said: msgstr[0] ?? "",
    ...(isMachine(comments) && { machine: true as const }),
    ...(isFuzzy(comments) && { fuzzy: true as const }),
    ...(isFuzzy(comments) && comments?.previous && { previous: comments.previous }),
  };
}

const CONTEXT = /^msgctxt (".*"(?:\n".*")*)$/gm; // bounded: each line of a file of at most 2 MB is looked at once

/** @throws TreeError where a key stands twice */
function linesOf(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  let [line, from] = [1, 0];
  for (const match of text.matchAll(CONTEXT)) {
    line += text.slice(from, match.index).split("\n").length - 1;
    from = match.index;
    const key = unquoted(match[1]!);
    const first = lines.get(key);
    if (first !== undefined)
      throw new TreeError(
        line,
        `expected each key once, found ${found(key)} again, which line ${first} has already`,
      );
    lines.set(key, line);
  }
  return lines;
}

function unquoted(quoted: string): string {
  try {
    return quoted
      .split("\n")
      .map((part) => JSON.parse(part) as string)
      .join("");
  } catch {
    return quoted;
  }
}

/** The canonical text of such a file. */
export function writePo({ language, translator = NOBODY, messages }: PoFields): string {
  const headers = {
    Language: language,
    "Last-Translator": translator,
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Transfer-Encoding": "8bit",
  };
  const entries = messages.map(({ key, text, said, machine, fuzzy, previous }) => {
    const comments = {
      ...(machine && { translator: MACHINE }),
      ...(fuzzy && { flag: "fuzzy" }),
      ...(previous !== undefined && { previous }),
    };
    return [key, { [text]: { msgctxt: key, msgid: text, msgstr: [said], comments } }] as const;
  });
  const translations = {
    "": { "": { msgid: "", msgstr: [""] } },
    ...Object.fromEntries(entries),
  };
  return `${gettext().po.compile({ charset: "utf-8", headers, translations }).toString("utf8").trimEnd()}\n`;
}

/**
 * The third side of an import. A file that says something else than the log was changed itself, or is as it was while
 * something was changed here, at the desk or by a command. What it said when it was imported last tells which.
 */
import type { JsonObject } from "../records/jcs.ts";
import { sha256 } from "../records/record.ts";
import type { ImportMemory, Known, Remembered } from "./folder-log.ts";
import { comparable } from "./speech.ts";

/** Stands for a file that was not there, and whose thing was withdrawn for it. */
const NO_FILE = "";

type Since =
  /** The log says the same, or knows nothing of it. */
  | "alike"
  /** The file says what it said; what was changed here counts. */
  | "here"
  /** The file was changed; what it says counts. */
  | "file"
  /** Both were changed; what the file says counts. */
  | "both";

export function openSince(memory: Awaited<ReturnType<ImportMemory["read"]>>) {
  const next: Remembered[] = [];
  const remember = (subject: string, lang: string, said: string) => {
    if (memory.get(`${subject} ${lang}`) !== said) next.push({ subject, lang, said });
  };

  return {
    /** @param lang of a translation; empty for the thing itself */
    ask(subject: string, lang: string, body: JsonObject, known: Known | undefined): Since {
      const own = hash(body);
      const last = memory.get(`${subject} ${lang}`);
      remember(subject, lang, own);
      if (!known) return "alike";
      const said = (known.said.get(lang) ?? []).map(hash);
      const isGone = lang === "" && (known.isWithdrawn || !known.body);
      if (!isGone && said.at(-1) === own) return "alike";
      // An export writes what was said here since; a file that still says that was not changed either.
      const since = said.slice(last === undefined ? 0 : said.lastIndexOf(last) + 1);
      if (last === own || (last !== NO_FILE && since.includes(own))) return "here";
      const isOther = last !== undefined && last !== NO_FILE && (isGone || said.at(-1) !== last);
      return isOther ? "both" : "file";
    },
    /** The thing is withdrawn because it has no file: a file that is there again counts as changed. */
    withdrawn: (subject: string) => remember(subject, "", NO_FILE),
    /** What to remember, for those that say something else than before. */
    next: next as readonly Remembered[],
  };
}

const hash = (body: JsonObject): string => sha256(comparable(body));

/** A language's file after the English changed. */
import { po, type GetTextTranslation } from "gettext-parser";
import { faultOf } from "./faults.ts";
import { formsOf } from "./sentence.ts";
import { isFuzzy, isMachine } from "./translations.ts";

export interface English {
  /** `stories.gap.title`: the context of its translations. */
  readonly context: string;
  readonly text: string;
  readonly several?: string | undefined;
  readonly comment?: string | undefined;
}

interface Updated {
  readonly text: string;
  readonly translated: number;
  /** Of messages whose English changed since, or that somebody is not sure of. */
  readonly stale: number;
  /** Made by a machine, and reviewed by nobody. */
  readonly unreviewed: number;
}

/**
 * New English comes in without a translation; what was worded anew is marked `fuzzy`, with the English it is a
 * translation of; a message that only has another key keeps its translation; what is gone is dropped.
 * @param text of the file; empty for a language to begin with
 * @param pluralForms the header of a new file
 * @param same keys whose English was only reworded: their translations stay as they are, and stay stale if they already
 * were. Call `notTheSame` first.
 */
export function updated(
  text: string,
  lang: string,
  english: readonly English[],
  pluralForms = "",
  same: ReadonlySet<string> = new Set(),
): Updated {
  const file = po.parse(text);
  const before = entriesOf(file);
  const texts = new Map(english.map((one) => [one.context, one.text] as const));
  const moved = Map.groupBy(
    [...before.values()].filter(
      ({ msgctxt = "", msgid }) => msgctxt !== "" && texts.get(msgctxt) !== msgid,
    ),
    ({ msgid }) => msgid,
  );
  const now = english.map((one) => {
    const own = before.get(one.context);
    if (own && same.has(one.context)) return entryOf(one, reworded(own, one), lang);
    const from = own?.msgid === one.text ? own : (moved.get(one.text)?.shift() ?? own);
    return entryOf(one, from, lang);
  });
  const translations = Object.fromEntries(now.map((one) => [one.msgctxt!, { [one.msgid]: one }]));
  const headers = {
    "Project-Id-Version": "connect-not-divide",
    "PO-Revision-Date": "2026-11-28 00:00+0000",
    "Last-Translator": "nobody yet",
    "Language-Team": "none yet",
    Language: lang,
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": pluralForms,
    ...file.headers,
  };
  const head = { msgid: "", msgstr: [""], ...file.translations[""]?.[""] };
  const all = { charset: "utf-8", headers, translations: { "": { "": head }, ...translations } };
  const done = now.filter(({ msgstr, comments }) => msgstr.every(Boolean) && !isFuzzy(comments));
  return {
    text: po.compile(all).toString("utf8"),
    translated: done.length,
    stale: now.filter(({ comments }) => isFuzzy(comments)).length,
    unreviewed: done.filter(({ comments }) => isMachine(comments)).length,
  };
}

/**
 * Why a language's translations of these keys cannot be kept, one line for each that cannot.
 * @param text of the language's file, as it was before the English changed
 */
export function notTheSame(
  keys: Iterable<string>,
  text: string,
  lang: string,
  english: readonly English[],
): string[] {
  const before = entriesOf(po.parse(text));
  const messages = new Map(english.map((one) => [one.context, one] as const));
  return [...keys].flatMap((key) => {
    const [was, now] = [before.get(key), messages.get(key)];
    const why = !now
      ? "no message has this key"
      : !was
        ? "this message is new, so there is no translation to keep"
        : was.msgid === now.text && was.msgid_plural === now.several
          ? "its English has not changed since the last npm run words"
          : misfit(was, now, lang);
    return why === undefined ? [] : [`${key}: ${why}`];
  });
}

/** Why a translation is unfit for the new English: a different placeholder, another link, or a plural on one side only. */
function misfit({ msgstr, ...was }: GetTextTranslation, now: English, lang: string) {
  if (!msgstr.some(Boolean)) return undefined;
  if ((was.msgid_plural === undefined) !== (now.several === undefined))
    return "only one of the two has a plural, so it needs a new translation";
  const fault = faultOf({ ...now, texts: msgstr }, lang);
  return fault && `the translation into ${lang} no longer fits: ${fault}`;
}

type File = ReturnType<typeof po.parse>;

const entriesOf = ({ translations }: File): ReadonlyMap<string, GetTextTranslation> =>
  new Map(
    Object.values(translations).flatMap((all) =>
      Object.values(all).map((one) => [one.msgctxt ?? "", one] as const),
    ),
  );

function reworded(before: GetTextTranslation, { text, several }: English): GetTextTranslation {
  const { msgid_plural: _, ...own } = before;
  return { ...own, msgid: text, ...(several !== undefined && { msgid_plural: several }) };
}

function entryOf(
  { context, text, several, comment }: English,
  before: GetTextTranslation | undefined,
  lang: string,
): GetTextTranslation {
  const forms = several === undefined ? 1 : formsOf(lang).length;
  const fits =
    before !== undefined && (before.msgid_plural !== undefined) === (several !== undefined);
  const msgstr =
    fits && before.msgstr.length === forms
      ? before.msgstr
      : Array.from({ length: forms }, () => "");
  const changed =
    msgstr.some(Boolean) && (before!.msgid !== text || before!.msgid_plural !== several);
  const { extracted: _, ...kept } = before?.comments ?? {};
  const flags =
    changed && !isFuzzy(kept) ? [kept.flag, "fuzzy"].filter(Boolean).join(", ") : kept.flag;
  const previous = changed && kept.previous === undefined ? previously(before!) : kept.previous;
  return {
    msgctxt: context,
    msgid: text,
    ...(several !== undefined && { msgid_plural: several }),
    msgstr,
    comments: {
      ...(msgstr.some(Boolean) ? kept : {}),
      ...(comment !== undefined && { extracted: comment }),
      ...(msgstr.some(Boolean) && flags && { flag: flags }),
      ...(msgstr.some(Boolean) && previous && { previous }),
    },
  };
}

/** The English that a translation is of, as gettext's tools keep it for translators. */
const previously = ({ msgid, msgid_plural: several }: GetTextTranslation): string =>
  [
    `msgid ${JSON.stringify(msgid)}`,
    ...(several === undefined ? [] : [`msgid_plural ${JSON.stringify(several)}`]),
  ].join("\n");

/** The one yes of somebody who tells a story alone: the sentence, and each thing that it covers. Rule T31. */
import type { Typed } from "../../platform/sent/sort.ts";
import { formatDay } from "../../platform/web/words.ts";
import { listedWords } from "../../platform/words/inline.tsx";
import type { What } from "./bounds.ts";
import { CHANNELS, PURPOSES } from "./form.ts";
import { bookIn, isHelpedBy } from "./read-form.ts";
import { untilIn } from "./until.ts";
import type { TellWords } from "./words.ts";

type Texts = Readonly<Partial<Typed>>;
type Came = readonly { readonly what: string }[];

/** Whether nothing was said yet that one sentence does not cover: a helper, a child, somebody else, a choice one by one. */
export const offersYes = (typed: Texts, files: Came): boolean =>
  bookIn(typed).book === undefined &&
  !isHelpedBy((name) => typed[name] ?? "") &&
  !files.some(({ what }) => what.endsWith("proof")) &&
  !Object.entries(typed).some(
    ([name, value]) => /^p\d-/.test(name) && !name.endsWith("-until") && value !== "",
  );

/** What it covers, of what was sent. */
const coveredOf = (files: Came): (typeof PURPOSES)[number][] =>
  PURPOSES.filter(
    (one) =>
      one === "story" ||
      files.some(({ what }) => what === one || (what === "sign" && one === "film")),
  );

/** @param until the last UTC day */
export const yesSentence = (
  { yes, yesFor, lang }: TellWords,
  files: Came,
  until: string,
): string => {
  const what = listedWords(
    coveredOf(files).map((one) => yesFor[one]),
    lang,
  );
  return yes(what, formatDay(until, lang));
};

/**
 * What was typed with all that the yes covers, as if each had been ticked by itself; the sentence stands as the person's own words.
 * @returns undefined where no yes was said, or it is not one sentence's to say
 */
export function withYes(
  typed: Typed,
  files: readonly { readonly what: What }[],
  { today, words }: { readonly today: string; readonly words: TellWords },
): Typed | undefined {
  const all = withoutYes(typed);
  const [last, shown = ""] = [untilIn(today)["p0-until"]!, typed["until"]];
  if (typed["yes"] !== "yes" || !offersYes(all, files)) return undefined;
  if (shown < today || shown > last) return undefined; // not the day of a page of ours
  const ticks = [
    ...coveredOf(files),
    ...CHANNELS,
    ...["photos", "voice", "film", "sign"]
      .filter((one) => files.some(({ what }) => (one === "photos" ? "photo" : one) === what))
      .map((one) => `in-${one}`),
  ];
  return {
    ...all,
    ...Object.fromEntries(ticks.map((one) => [`p0-${one}`, "yes"])),
    ...(all["naming"] === "none" && { "p0-name": all["name"] || words.accept.unnamed }),
    "p0-until": shown,
    "p0-words": yesSentence(words, files, shown),
  };
}

/** A yes is to what was shown with it: it is not kept for later. */
export const withoutYes = (typed: Typed): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([name]) => name !== "yes" && name !== "until"));

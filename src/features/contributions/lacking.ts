/** What a story that was sent still needs, by what is asked before it is published. Rule T33. */
import { isProof } from "./bounds.ts";
import type { Contribution } from "./form.ts";
import { nameOf } from "./pages/files.tsx";
import { listedWords } from "../../platform/words/inline.tsx";
import type { TellWords } from "./words.ts";

export type Told = Pick<Contribution, "lang" | "place" | "shows" | "people" | "files">;

/** @returns one line for each, what keeps it from being published first; empty where nothing is missing */
export function lackingIn(told: Told, words: TellWords): readonly string[] {
  const { people, files, lang, place, shows } = told;
  const { lacking } = words;
  const listed = (all: readonly string[]) => listedWords(all, words.lang);
  const unheard = people.filter(({ n }) => n > 0).map(({ name }) => name); // rule T23
  const unsaid = files.flatMap(({ id, what }, i) =>
    isProof(what) || people.some((one) => one.files.includes(id)) ? [] : [nameOf(words, files, i)],
  );
  return [
    people.length === 0 && lacking.consent,
    unheard.length > 0 && lacking.own(listed(unheard)),
    unsaid.length > 0 && lacking.seen(listed(unsaid)),
    lang === undefined && lacking.language,
    shows === undefined && files.some(({ what }) => what === "photo") && lacking.shows,
    place === undefined && lacking.place,
  ].filter((one) => one !== false);
}

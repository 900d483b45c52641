/** The help of the desk: of every page that its reader may open, and the words that are ours; searched without script. Rule D33. */
import {
  groupsFor,
  isFor,
  type DeskEntry,
  type DeskTopic,
} from "../../../platform/accounts/menu.tsx";
import { glossaryIn, type Term } from "../../../platform/accounts/glossary.ts";
import { deskPage } from "../../../platform/accounts/pages.tsx";
import type { DeskVisit } from "../../../platform/accounts/door.ts";
import type { Serving } from "../../../platform/feature.ts";
import type { Extra } from "../../../platform/web/extra.ts";
import { HelpMain, type FoundHelp } from "./page.tsx";
import { wordsIn } from "./words.ts";

export const HELP = "/desk/help";
const MOST = 100; // characters of what is looked for

export function helpAddresses({ door, menu }: Serving): Readonly<Record<string, Extra>> {
  return {
    [`GET ${HELP}`]: door.of("anybody", ({ account, lang, search }: DeskVisit) => {
      const words = wordsIn(lang);
      const asked = (search.get("q") ?? "").slice(0, MOST).toWellFormed().trim();
      const main = HelpMain({ words, lang, asked, ...found({ menu, account, lang, asked }) });
      return { page: deskPage({ account, lang, part: "", title: words.title, main }) };
    }),
  };
}

/** What speaks of every word that is asked for, in any form of its letters; everything where none is. */
function found(about: {
  readonly menu: readonly DeskEntry[];
  readonly account: DeskVisit["account"];
  readonly lang: string;
  readonly asked: string;
}): FoundHelp {
  const { menu, account, lang, asked } = about;
  const looked = plain(asked).split(/\s+/);
  const speaks = (...texts: readonly string[]): boolean => {
    const text = plain(texts.join(" "));
    return looked.every((one) => text.includes(one));
  };
  const alone = menu.filter((one) => one.group === undefined && isFor(one, account));
  const entries = [...alone, ...groupsFor(menu, account).flatMap(([, all]) => all)];
  const topics = entries.flatMap((entry): readonly DeskTopic[] => [entry, ...(entry.pages ?? [])]);
  const { terms } = glossaryIn(lang);
  return {
    pages: topics
      .map(({ path, about: say }) => ({ path, ...say(lang) }))
      .filter(({ title, help }) => speaks(title, help)),
    terms: (Object.keys(terms) as Term[])
      .map((term) => ({ term, ...terms[term] }))
      .filter(({ word, means }) => speaks(word, means)),
  };
}

/** Small letters without accents and vowel signs, so that whoever types quickly finds it. */
const plain = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** What the campaign's goal is for, by the list that those who give aid share. */
import { PURPOSES } from "../../../../platform/folder/purposes.ts";
import type { Problems, Typed } from "../../../../platform/sent/sort.ts";
import { Choice, Hint } from "../../../../platform/web/form-fields.tsx";
import type { Html } from "../../../../platform/web/route.ts";
import type { SettingsWords } from "../words.ts";

/** A code that the list does not have stays as it is. */
export function PurposeChoice({
  words: w,
  lang,
  typed,
  problems,
}: {
  readonly words: SettingsWords;
  /** Of the page. */
  readonly lang: string;
  readonly typed: Typed;
  readonly problems: Problems;
}): Html {
  const own = typed["iatiSector"] ?? "";
  const isListed = own === "" || PURPOSES.some(([code]) => code === own);
  return (
    <Choice
      name="iatiSector"
      typed={typed}
      problems={problems}
      lang={lang}
      options={isListed ? PURPOSES : [...PURPOSES, [own, own] as const]}
    >
      {w.fields.iatiSector}
      <Hint>{w.hints.sector}</Hint>
    </Choice>
  );
}

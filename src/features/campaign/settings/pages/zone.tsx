/** By whose clock the campaign goes, chosen among the zones that there are. */
import { isZone } from "../../../../engines/calendar/zone.ts";
import type { Problems, Typed } from "../../../../platform/sent/sort.ts";
import { Choice, Hint } from "../../../../platform/web/form-fields.tsx";
import type { Html } from "../../../../platform/web/route.ts";
import type { SettingsWords } from "../words.ts";

export const ZoneChoice = ({
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
}): Html => (
  <Choice
    name="timeZone"
    typed={typed}
    problems={problems}
    lang={lang}
    none={w.hints.utc}
    options={zonesWith(typed["timeZone"])}
  >
    {w.fields.timeZone}
    <Hint>{w.hints.timeZone}</Hint>
  </Choice>
);

/** Those that the runtime knows, and the one that stands. Their names are English ones all over the world, and read so. */
function zonesWith(own = ""): readonly (readonly [value: string, words: string, lang: string])[] {
  const all = Intl.supportedValuesOf("timeZone").filter(isZone);
  const names = own === "" || all.includes(own) ? all : [own, ...all];
  return names.map((name) => [name, name.replaceAll("_", " "), "en"]);
}

/** What is chosen among known things: by whose clock the campaign goes, and what its goal is for. */
import { isZone } from "../../../../engines/calendar/zone.ts";
import { PURPOSES } from "../../../../platform/folder/purposes.ts";
import type { Problems, Typed } from "../../../../platform/sent/sort.ts";
import { Choice, Hint } from "../../../../platform/web/form-fields.tsx";
import type { Html } from "../../../../platform/web/route.ts";
import type { SettingsWords } from "../words.ts";

interface Choosing {
  readonly words: SettingsWords;
  /** Of the page. */
  readonly lang: string;
  readonly typed: Typed;
  readonly problems: Problems;
}
/** What stands is among them, though no list has it. */
type Options = readonly (readonly [value: string, words: string, lang: string])[];

export const ZoneChoice = ({ words: w, ...field }: Choosing): Html => (
  <Choice
    {...field}
    name="timeZone"
    none={w.hints.utc}
    options={zonesWith(field.typed["timeZone"])}
  >
    {w.fields.timeZone}
    <Hint>{w.hints.timeZone}</Hint>
  </Choice>
);

/** Their names are English ones all over the world, and read so. */
function zonesWith(own = ""): Options {
  const all = Intl.supportedValuesOf("timeZone").filter(isZone);
  const names = own === "" || all.includes(own) ? all : [own, ...all];
  return names.map((name) => [name, name.replaceAll("_", " "), "en"]);
}

/** By the list that those who give aid share. */
export const PurposeChoice = ({ words: w, ...field }: Choosing): Html => (
  <Choice {...field} name="iatiSector" options={purposesWith(field.typed["iatiSector"])}>
    {w.fields.iatiSector}
    <Hint>{w.hints.sector}</Hint>
  </Choice>
);

const purposesWith = (own = ""): Options =>
  own === "" || PURPOSES.some(([code]) => code === own)
    ? PURPOSES
    : [...PURPOSES, [own, own, "en"]];

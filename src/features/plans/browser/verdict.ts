/** What a profile says of a link, in words of a catalogue. */
import type { LinkWords } from "../link-words.ts";
import { lossOver, type HopRadio } from "./budget.ts";
import type { Hop } from "./hop.ts";

const AIR = 0.6; // of the first Fresnel zone: what a planned link has free (ITU-R P.530, 2.2.2)

export function verdictOf(
  hop: Hop,
  words: LinkWords,
  number: (n: number) => string,
  radio: HopRadio | undefined,
): { readonly verdict: string; readonly values: Readonly<Record<string, string>> } {
  const { clearance, tightest, km, freeSpace, diffraction, gases } = hop;
  const sentence = clearance < 0 ? words.blocked : clearance < AIR ? words.grazed : words.clear;
  const tenth = (n: number) => number(Math.round(n * 10) / 10);
  const arriving = () => {
    if (!radio) return { level: words.noRadio, margin: "" };
    const level = radio.power - lossOver(hop);
    return {
      level: words.dbmIs.replace("{n}", tenth(level)),
      margin: words.marginIs
        .replace("{n}", tenth(level - radio.needs))
        .replace("{mbit}", number(radio.mbps)),
    };
  };
  const share = Number.isFinite(clearance) ? clearance * 100 : 100;
  return {
    verdict: sentence
      .replace("{km}", tenth(tightest))
      .replace("{share}", number(Math.round(share))),
    values: {
      length: words.kmIs.replace("{n}", tenth(km)),
      free: words.dbIs.replace("{n}", tenth(freeSpace)),
      added: words.dbIs.replace("{n}", tenth(diffraction)),
      air: words.dbIs.replace("{n}", tenth(gases)),
      whole: words.dbIs.replace("{n}", tenth(lossOver(hop))),
      ...arriving(),
    },
  };
}

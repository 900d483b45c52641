/** What a profile says of a link, in words of a catalogue. */
import { areApart, ROOM, type GroundLosses } from "../../../engines/propagation/doubt.ts";
import type { LinkWords } from "../link-words.ts";
import { lossOver, type HopRadio } from "./budget.ts";
import type { Hop } from "./hop.ts";

/** What the sentences of a link are made from, also on the page of a hop. */
type SaidOf = Pick<LinkWords, "clear" | "grazed" | "blocked" | "apart">;

export function verdictOf(
  hop: Hop,
  words: LinkWords,
  number: (n: number) => string,
  radio: HopRadio | undefined,
): {
  readonly verdict: string;
  readonly doubt: string;
  readonly values: Readonly<Record<string, string>>;
} {
  const { km, freeSpace, ground, gases } = hop;
  const tenth = tenthIn(number);
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
  return {
    verdict: clearanceSaid(hop, words, number),
    doubt: doubtSaid(ground, words, number),
    values: {
      length: words.kmIs.replace("{n}", tenth(km)),
      free: words.dbIs.replace("{n}", tenth(freeSpace)),
      added: words.dbIs.replace("{n}", tenth(ground.p526)),
      air: words.dbIs.replace("{n}", tenth(gases)),
      whole: words.dbIs.replace("{n}", tenth(lossOver(hop))),
      ...arriving(),
    },
  };
}

/** Whether the way is clear, too narrow or blocked, and where. The share is rounded down: 59.9 % is not yet 60. */
export function clearanceSaid(
  { clearance, tightest }: Pick<Hop, "clearance" | "tightest">,
  words: SaidOf,
  number: (n: number) => string,
): string {
  const sentence = clearance < 0 ? words.blocked : clearance < ROOM ? words.grazed : words.clear;
  return sentence
    .replace("{km}", tenthIn(number)(tightest))
    .replace("{share}", number(Math.floor(clearance * 100 + 1e-6)));
}

/** What both models say, where they are far apart; else nothing. */
export function doubtSaid(
  ground: GroundLosses,
  words: SaidOf,
  number: (n: number) => string,
): string {
  if (!areApart(ground)) return "";
  const tenth = tenthIn(number);
  return words.apart.replace("{p526}", tenth(ground.p526)).replace("{itm}", tenth(ground.itm!));
}

const tenthIn = (number: (n: number) => string) => (n: number) => number(Math.round(n * 10) / 10);

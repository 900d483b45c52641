/** The words of counts, in Swahili. */
import { counting } from "../../../platform/words/counted.ts";
import type { Words } from "./en.ts";

const count = counting("sw");

export const sw: Words = {
  lang: "sw",
  title: "Hesabu",
  lead: "Mara ngapi kurasa zilitumwa katika siku 30 zilizopita, na watu walitoka tovuti zipi. Hakuna msomaji anayehifadhiwa: wala anwani, wala kivinjari, wala njia yake ndani ya tovuti. Vivinjari vinavyoomba visihesabiwe havihesabiwi.",
  off: "Nakala hii haihesabu chochote.",
  turnOff: "Acha kuhesabu na futa yaliyohesabiwa",
  turnOn: "Hesabu",
  pages: "Kurasa",
  from: "Kutoka tovuti nyingine",
  none: "Hakuna bado. Hesabu huingia mara moja kwa saa.",
  few: (names) =>
    count(names, {
      one: "{n} zaidi, chini ya 5 kwa siku",
      other: "{n} zaidi, kila moja chini ya 5 kwa siku",
    }),
  fewer: "chini ya 5",
};

/** The words of keeping, in Swahili. */
import type { AloudWords, BookWords, KeepWords } from "./en.ts";

export const book: BookWords = {
  lang: "sw",
  by: (names) => `Na ${names}`,
  from: "Kutoka",
  cover: "Alama ya kampeni.",
  coverOf: (place) => `Dunia yenye alama ya ${place}.`,
  contents: "Yaliyomo",
  titlePage: "Ukurasa wa kichwa",
  sources: "Vyanzo",
  access:
    "Maandishi yenye vichwa kwa mpangilio na orodha ya yaliyomo; kila picha ina maelezo; hakuna kinachotegemea rangi, sauti au mwendo.",
  machine: "tafsiri ya mashine, inasubiri kusomwa na mzawa wa lugha",
  person: "inasubiri kusomwa na mzawa wa lugha",
};

export const keep: KeepWords = {
  lang: "sw",
  title: "Hifadhi usome baadaye",
  description: "Hadithi zilizohifadhiwa kwenye simu yako, za kusoma bila mtandao.",
  stand:
    "Hadithi unazohifadhi hapa, na ishirini ulizosoma mwisho, hufunguka bila mtandao. Ziko kwenye simu yako na si kwingineko.",
  plain: "Sehemu hii inahitaji hati yake. Vilivyo hapa chini hufanya kazi bila hiyo.",
  unable:
    "Kivinjari chako huhifadhi kurasa za anwani salama (https) tu, na hii si salama. Vilivyo hapa chini hufanya kazi hata hivyo.",
  add: "Hifadhi {title}",
  kept: "Imehifadhiwa. Sasa inafunguka bila mtandao.",
  notKept: "Haikuweza kuletwa. Tafadhali jaribu tena mtandao unapopatikana.",
  later: "Za kusoma baadaye",
  noLater: "Hakuna bado. Kila hadithi ina kiungo “Soma baadaye”.",
  read: "Zilizosomwa karibuni",
  noRead: "Hakuna bado. Kuanzia sasa, hadithi unazofungua huhifadhiwa.",
  onPhone: "Vilivyo kwenye simu hii",
  whatIsKept:
    "Kurasa zilizoorodheshwa hapo juu pamoja na picha zao ndogo, na ukurasa huu: karibu nusu megabaiti. Hakuna mwingine anayeambiwa. Mtandao unapopatikana, kivinjari chako huuliza kama kila moja bado ipo; hadithi iliyoondolewa hutoka kwenye simu yako hapo.",
  forget: "Sahau vyote",
  forgotten: "Vyote vimesahauliwa, na hakuna kinachohifadhiwa tena.",
  instead: "Bila hati, bila https",
  print: "ya kuchapisha: picha hazihitajiki",
  storyBook: "Hadithi hii kama kitabu (EPUB)",
  book: "Hadithi zote kama kitabu (EPUB)",
  readLater: "Soma baadaye",
  epub: "Kitabu (EPUB)",
  aloud: "Kubwa zaidi, au kusomewa kwa sauti",
};

export const aloud: AloudWords = {
  lang: "sw",
  settings: "Jinsi ya kusoma",
  back: "Hadithi ilivyo",
  size: "Maandishi",
  space: "Mistari",
  play: "Soma kwa sauti",
  pause: "Simama",
  again: "Sentensi moja nyuma",
  noVoice:
    "Kifaa hiki hakina sauti ya lugha ya hadithi hii. Huenda mipangilio yake ya matamshi ina moja.",
  recorded: "Sauti iliyorekodiwa",
  sources: "Vyanzo",
  sizes: ["kama kawaida", "makubwa zaidi", "makubwa", "makubwa sana"],
  spaces: ["kama kawaida", "iliyoachana zaidi", "iliyoachana sana"],
};

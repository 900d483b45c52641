/** What stands on every page, in Swahili. */
import { counting } from "../../words/counted.ts";
import type { Chrome } from "./en.ts";

const count = counting("sw");

export const sw: Chrome = {
  lang: "sw",
  skip: "Nenda kwenye maandishi",
  main: "Kuu",
  nav: {
    "/stories": "Hadithi",
    "/do-good": "Tenda wema",
    "/pledges": "Ahadi",
    "/conversation": "Mazungumzo",
    "/take-part": "Shiriki",
  },
  weight: (weight) =>
    `Ukurasa huu ni kB ${weight} pamoja na mtindo wake. Hakuna hati, hakuna fonti ya kupakua, hakuna kuki. Hakuna kinachohifadhiwa kuhusu wasomaji.`,
  weightWithScript: (weight) =>
    `Ukurasa huu ni kB ${weight} pamoja na mtindo wake. Hati moja ndogo yake yenyewe, hakuna fonti ya kupakua, hakuna kuki. Hakuna kinachohifadhiwa kuhusu wasomaji.`,
  review: "Maneno ya Kiswahili ya kiolesura yanasubiri kusomwa na mzawa wa lugha.",
  languages: "Lugha",
  search: "Tafuta",
  feed: "Mlisho",
  data: "Data huria",
  honest: "Jinsi tunavyobaki wakweli",
  about: "Kuhusu",
  privacy: "Faragha",
  press: "Wanahabari",
  events: "Matukio",
  updates: "Habari kwa barua pepe",
  lost: "Hakuna kitu kwenye anwani hii",
  lostHint: "Huenda ukurasa umeondolewa, au anwani ina kosa. Kila kitu huanzia ukurasa wa mbele.",
  failed: "Ukurasa huu haukuweza kutengenezwa",
  failedHint: "Kosa ni letu, si lako, na limeandikwa. Jaribu tena baada ya dakika moja.",
  away: "Hifadhidata yetu haipatikani kwa sasa",
  awayHint:
    "Kurasa zilizosomwa awali bado zipo; hakuna kilichopotea, na hakuna kipya kilichohifadhiwa. Tafadhali jaribu tena baada ya dakika moja.",
  full: "Hakuna nafasi iliyobaki kwenye diski yetu",
  fullHint:
    "Hakuna ulichotuma kilichohifadhiwa, kwa hiyo kihifadhi mwenyewe kwa sasa. Anayeendesha tovuti hii anaona sababu; tafadhali jaribu tena baadaye.",
  patterns: {
    title: "Maana ya michoro",
    claimed: "kwa kauli ya mwahidi",
    claimedMeans:
      "Amesema aliyeahidi. Tunaandika hivi kwa wote. Takwimu ya mtu wa tatu anayetajwa ni “iliyoripotiwa”.",
    evidenced: "ina ushahidi",
    evidencedMeans: "Imewasilishwa na chanzo au data ambayo wengine wanaweza kuikagua.",
    attested: "imethibitishwa",
    attestedMeans: "Imetiwa sahihi hapa na mtu asiye mwahidi.",
    notFound:
      "Tusichokipata tunasema hatukukipata, pamoja na siku ya kutafuta. Sahihisho hukaa kando ya kinachosahihishwa.",
    log: "Kila ingizo lina sahihi na tarehe katika [daftari ambalo yeyote anaweza kulinakili na kulilinganisha].",
  },
  share: {
    title: "Wapelekee wengine",
    link: "Nakili kiungo",
    message: "Ujumbe",
    mail: "Barua pepe",
    print: "Kuchapisha: picha hazihitajiki",
  },
  form: {
    choose: "Chagua",
    done: "Imefanyika.",
    nothingSent: "Hakuna kilichotumwa bado.",
    fields: (n) =>
      count(n, {
        one: "Sehemu moja inahitaji kuangaliwa tena.",
        other: "Sehemu {n} zinahitaji kuangaliwa tena.",
      }),
  },
};

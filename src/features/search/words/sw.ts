/** The words of the page of search, in Swahili. */
import { counting } from "../../../platform/words/counted.ts";
import type { SearchWords } from "./en.ts";

const count = counting("sw");

export const sw: SearchWords = {
  lang: "sw",
  title: "Tafuta",
  description: "Pata hadithi, mahali, washirika, programu na ahadi kwa maneno yao.",
  promise: "Hakuna kinachohifadhiwa kuhusu unachotafuta.",
  field: "Maneno ya kutafuta",
  languageField: "Kwa lugha gani",
  anyLanguage: "Lugha yoyote",
  button: "Tafuta",
  foundNone: "Hakuna hadithi yenye {q}",
  found: (n) => count(n, { one: "Hadithi {n} yenye {q}", other: "Hadithi {n} zenye {q}" }),
  names: "Kwa jina",
  stories: "Hadithi",
  kinds: {
    topic: "Mada",
    place: "Mahali",
    partner: "Mshirika",
    programme: "Programu",
    pledge: "Ahadi",
    plan: "Mpango",
  },
  of: (kind, more) => `${kind}: ${more}`,
  busy: "Maswali mengi sana yametoka kwenye mtandao wako katika dakika hii, hivyo mengine hayajibiwi sasa. Tafadhali uliza tena baada ya dakika moja.",
  nothing: "Hakuna kilichopatikana chenye maneno haya yote.",
  noWords: "Hakuna neno humo: tunatafuta herufi na tarakimu.",
  howTo: "Jinsi ya kupata zaidi",
  hints: [
    "Jaribu maneno machache, au mwanzo wa neno: herufi tatu zinatosha.",
    "Jaribu neno hilo kwa lugha nyingine: hadithi hupatikana kwa kila lugha iliyosimuliwa.",
    "Alama za herufi na herufi kubwa hazina tofauti.",
  ],
  onlyIn: "Umetafuta kwa lugha moja tu ({language}). [Tafuta kwa lugha zote].",
  instead: "Au pitia",
  allStories: "Hadithi zote, kwa shughuli",
  atlas: "Atlasi ya mahali",
  pledges: "Ahadi",
  tell: "Hakuna aliyeisimulia bado? Simulia yako",
  pages: "Kurasa",
  newer: "Iliyotangulia",
  older: "Zaidi",
  pageOf: (page, pages) => `${page} kati ya ${pages}`,
};

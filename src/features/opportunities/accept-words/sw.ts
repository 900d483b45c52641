/** The words of the desk's own form for asks and offers, in Swahili. */
import type { AcceptWords } from "./en.ts";

export const sw: AcceptWords = {
  lang: "sw",
  one: "Ombi au toleo",
  many: "Maombi na matoleo",
  notAgreed:
    "Mtumaji hajakubali kuchapishwa. Inaweza kuwa kitu ambacho tayari kipo hapa, au kukataliwa.",
  becomes: "Inakuwa nini",
  ways: {
    opportunity: "Ionyeshe kama ombi au toleo",
    place: "Ifanye mahali",
    project: "Ifanye mradi",
    partner: "Ifanye mshirika",
    standing: "Imekuwa kitu kilichopo hapa",
  },
  near: "Karibu na",
  placeName: "Jina la mahali",
  projectTitle: "Kichwa cha mradi",
  partnerName: "Jina la mshirika",
  partnerSort: "Mshirika wa aina gani",
  path: "Anwani yake",
  pathHint: "Kama /places/mankosi, au anwani kamili ya tovuti hii. Mtumaji ataona kiungo.",
  text: "Maneno yatakayobaki",
  textHint: "Kama yalivyotumwa, au yako. Bila njia yoyote ya kumfikia mtu.",
  place: "Mahali penye ukurasa",
  placeHint: "Sehemu ya mwisho ya anwani yake, kama mankosi; au acha wazi.",
  slug: (path) => `Anwani yake: ${path}`,
  country: "Nchi",
  lat: "Digrii za latitudo",
  latHint: "Hukadiriwa hadi digrii 0.1, takriban kilomita 11, kabla ya kuonyeshwa.",
  lon: "Digrii za longitudo",
  problems: {
    as: "Chagua inakuwa nini.",
    path: "Andika anwani ya ukurasa wa tovuti hii, kama /places/mankosi.",
    nothingThere: "Hakuna kitu kwenye anwani hii.",
    country: "Andika jina la nchi au herufi mbili kama ZA.",
    lat: "Andika digrii kati ya -90 na 90, kama -31.98.",
    lon: "Andika digrii kati ya -180 na 180, kama 29.15.",
    position: "Mahali papya panahitaji nchi na digrii zote mbili, kama ZA, -31.9 na 29.1.",
    slug: "Andika a-z, 0-9 na - pekee.",
    taken: "Tayari kuna kitu kwenye anwani hii. Chagua nyingine, au ikubali pamoja na kilichopo.",
    contact:
      "Hapa kuna kinachofanana na anwani au namba ya simu. Andika maneno bila njia ya kumfikia mtu.",
  },
};

/** The words of the open data's page and of a pledge to copy, in Swahili. */
import type { DataWords } from "./en.ts";

export const sw: DataWords = {
  lang: "sw",
  title: "Data huria, ya kutunza",
  about:
    "Kila kinachoonyeshwa hapa kinaweza kuchukuliwa: bila ufunguo, bila akaunti, kutoka tovuti yoyote. Takwimu huja na nani aliisema, lini, na inazungumzia tarehe gani.",
  description: (name) =>
    `Hadithi, mahali, washirika, programu na ahadi za ${name} kama faili na kwa API: jinsi ya kuzichukua, kuzinukuu na kuziweka kwingine.`,
  files: "Faili",
  api: "API",
  apiIs:
    "JSON, ya kusoma. Kila kitu kina kitambulisho chake cha kudumu, ukurasa wake na anwani ya rekodi yake katika daftari. Orodha huja katika kurasa za 100: {page}.",
  apiDescription: "Maelezo, OpenAPI 3.1",
  embed: "Ahadi kwenye ukurasa wako",
  embedIs:
    "Kila ahadi pia ni kipande cha HTML kilicho {address}: bila programu, bila fremu, bila chochote ambacho vivinjari vya wasomaji wako vingekichukua hapa. Kinasema kilinakiliwa siku gani; kinakili tena unapotaka takwimu mpya zaidi.",
  copy: (pledge) => `Ya kunakili: ${pledge}`,
  from: "Kutoka {address}",
  noPledge: "Hakuna ahadi hapa bado.",
  what: "Nini",
  form: "Umbo",
  cite: "Leseni, na jinsi ya kunukuu",
  licence: "Maandishi na data za kampeni yenyewe: {licence}.",
  noLicence:
    "Kampeni haijataja leseni ya maandishi yake. Takwimu ni ukweli: sema nani aliisema na lini.",
  belongs: "Kinachosemwa na vyanzo ni mali ya vyanzo, na majina ni ya wenye majina.",
  citeFigure: "Nukuu takwimu pamoja na aliyeisema, tarehe yake na chanzo chake, na ulipoipata:",
  citation: (base, day) => `data huria. ${base}/data, ilisomwa ${day}.`,
  citeThing:
    "Kunukuu kitu kwa kudumu, taja kitambulisho chake cha kudumu, tarakimu 64 zilizo chini ya {subject}. Ili kuonyesha baadaye kwamba unachonukuu kilikuwa hapa, tunza {checkpoint} cha siku hiyo.",
  checkpoint: "kituo cha ukaguzi cha daftari",
  iati: "Katika faili ya IATI kampeni hii inaripoti matokeo ya wanayoahidi na kufanya wengine: kila shughuli inasema hivyo, na kila takwimu inasema nani aliyeitoa. Kampeni ambayo haijasajiliwa na IATI inatajwa humo kwa kitambulisho chake cha kudumu. Takwimu hazipaswi kujumlishwa: shughuli zinazoweza kuhesabu watu walewale hutajana.",
  fileWords: {
    "/data/pledges.csv": {
      name: "Ahadi",
      what: "Safu moja kwa ahadi: ahadi, hali yake, takwimu zake",
    },
    "/data/claims.csv": {
      name: "Takwimu",
      what: "Safu moja kwa kila takwimu iliyosemwa, hata zilizorekebishwa, pamoja na chanzo",
    },
    "/data/places.geojson": {
      name: "Mahali",
      what: "Mahali ramani, nchi na eneo, na hadithi za hapo",
    },
    "/data/iati-activities.xml": {
      name: "Ahadi na programu kama shughuli",
      what: "Nani anashiriki, shabaha, na kila takwimu yenye tarehe kama matokeo",
    },
    "/data/plans.geojson": {
      name: "Mipango",
      what: "Minara, hatua na mahali pa kila mpango, pamoja na gharama, mzigo na mpangilio",
    },
    "/data/plans-points.geojson": {
      name: "Mipango, nukta",
      what: "Minara na mahali pekee, kwa programu zinazokubali aina moja ya jiometri katika faili",
    },
    "/data/plans-lines.geojson": {
      name: "Mipango, mistari",
      what: "Hatua pekee, vivyo hivyo",
    },
    "/data/measurements.csv": {
      name: "Miunganisho iliyopimwa",
      what: "Safu moja kwa seli na mwezi, pindi vivinjari vitano vimepima hapo",
    },
    "/data/letter.csv": {
      name: "Sahihi za barua ya wazi",
      what: "Mstari mmoja kwa kila sahihi iliyothibitishwa: jina likionyeshwa, aina, mahali, siku",
    },
    "/conversation/feed.xml": {
      name: "Mazungumzo",
      what: "Watu wanayosema kwa alama ya reli na kuhusu mada, kama mlisho",
    },
    "/feed.xml": {
      name: "Hadithi, kadiri zinavyokuja",
      what: "Mada, waandishi na mahali vina milisho yao: ongeza /feed.xml kwenye anwani yao",
    },
    "/feed.json": {
      name: "Hadithi, kadiri zinavyokuja, kwa JSON",
      what: "Hadithi zilezile kwa umbo jingine",
    },
    "/log": {
      name: "Daftari la rekodi",
      what: "Kila rekodi iliyotiwa sahihi nyuma ya haya yote, ya kunakili, kulinganisha na kukagua",
    },
    "/sitemap.xml": { name: "Kila ukurasa", what: "Pamoja na lugha zake" },
  },
  fragment: {
    with: (names) => `pamoja na ${names}`,
    claimed: "Imesemwa (mistari)",
    evidenced: "Ina ushahidi (nukta)",
    attested: "Imethibitishwa (kamili)",
    none: "hakuna kilichowasilishwa hapa",
    asOf: (day) => `kama ilivyokuwa ${day}.`,
    contain: "Namba hizi zimo moja ndani ya nyingine.",
    newest: "Takwimu mpya na vyanzo vyote",
  },
};
